/**
 * Puts generated tokens before us and six independent implementations: ours before them, theirs before us, and tokens
 * made by hand before all. We agree, or decisions.js says why not, or the run fails. `explain` is held against erlang-jose
 * and the login behind it in the same way.
 *
 *     node tests/proof/differential.js --cases 100000 --seed 1
 */
import { parseArgs } from "node:util";
import { FogbenderTokenError, Signer } from "fogbender-token";
import { SECRET } from "./by-hand.js";
import { Explanations } from "./explanations.js";
import { generate } from "./generator.js";
import { judge, saysWhatWasSigned } from "./judge.js";
import { attempt, startPeers } from "./peers.js";
import { Tally, grouped } from "./tally.js";

const BATCH = 500;

const { values } = parseArgs({
  options: { cases: { type: "string", default: "3000" }, seed: { type: "string", default: "1" } },
});
const [total, seed] = [Number(values.cases), Number(values.seed)];
if (!(total > 0 && [total, seed].every(Number.isSafeInteger))) throw new Error("--cases and --seed take whole numbers");

const signer = new Signer(SECRET);
const peers = startPeers();
const names = peers.map(({ name }) => name);
const tally = new Tally(names);
const explanations = new Explanations(seed);
const disagreements = [];

function disagree(item, who, what) {
  const { index, by, marks, jwt } = item;
  disagreements.push(`case ${index} by ${by}, ${[...marks].join(" & ") || "nothing odd"}: ${who}: ${what}\n    ${jwt}`);
}

const said = ({ refusal, value }) => (refusal ? `refused (${refusal.code ?? refusal.message})` : `accepted ${JSON.stringify(value)}`);

/** Gives every case its token, and gives back those that have one. */
async function sign(cases) {
  for (const item of cases.filter(({ by }) => by === "us"))
    item.jwt = signer.sign(item.identity, { ...item.options, claims: item.own, partial: true });
  for (const peer of peers) {
    const own = cases.filter(({ by }) => by === peer.name);
    const signed = await peer.sign(own.map(({ claims }) => claims));
    own.forEach((item, index) => {
      tally.signed(peer.name, !signed[index].refusal);
      if (!signed[index].refusal) item.jwt = signed[index].value;
    });
  }
  return cases.filter(({ jwt }) => jwt !== undefined);
}

/** What goes in comes out: ours, which we must accept, and what peers signed, where we accept it. */
function checkClaims(item, ours) {
  if (item.by === "hand" || (ours.refusal && item.by !== "us")) return;
  const given = item.by === "us" ? { ...item.identity, ...item.own } : JSON.parse(item.claims);
  if (ours.refusal || !saysWhatWasSigned(item.by, given, ours.value)) {
    disagree(item, "we", `${said(ours)}, and it was signed over ${JSON.stringify(given)}`);
  }
}

async function check(cases) {
  const signed = await sign(cases);
  const jwts = signed.map(({ jwt }) => jwt);
  const ours = await Promise.all(jwts.map((jwt) => attempt(() => signer.verify(jwt))));
  const theirs = await Promise.all(peers.map((peer) => peer.verify(jwts)));
  signed.forEach((item, index) => {
    if (ours[index].refusal && !(ours[index].refusal instanceof FogbenderTokenError)) throw ours[index].refusal;
    checkClaims(item, ours[index]);
    const wrong = explanations.compare(item, theirs[names.indexOf("erlang-jose")][index]);
    if (wrong) disagree(item, "erlang-jose", wrong);
    names.forEach((name, column) => {
      const verdict = theirs[column][index];
      const judgement = judge(item.marks, name, ours[index], verdict);
      tally.compared(name, item.marks, judgement);
      if (!judgement.agreed && !judgement.decision) disagree(item, `we ${said(ours[index])}, ${name}`, said(verdict));
    });
  });
}

const started = performance.now();
const cases = generate(seed, names);
for (let done = 0; done < total; ) {
  const size = Math.min(BATCH, total - done);
  await check(Array.from({ length: size }, () => cases.next().value));
  done += size;
  if (done % 10_000 === 0) console.error(`${grouped(done)} of ${grouped(total)} cases, ${disagreements.length} disagreements`);
}
for (const peer of peers) peer.close();

const unmet = [...tally.unmet(total), ...explanations.unmet()];
console.log([...tally.lines(), ...explanations.lines()].join("\n"));
for (const line of disagreements.slice(0, 20)) console.log(`\nDISAGREEMENT ${line}`);
for (const line of unmet) console.log(`\nNEVER MET ${line}`);
const seconds = Math.round((performance.now() - started) / 1000);
const result = `${grouped(disagreements.length)} disagreements, ${unmet.length} decisions never met`;
console.log(`\n${grouped(total)} cases of seed ${seed} in ${seconds} s: ${result}`);
process.exitCode = disagreements.length + unmet.length === 0 ? 0 : 1;
