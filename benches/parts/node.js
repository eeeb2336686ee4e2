// Every contender in this Node: signing, assembling, verifying.
import { readFileSync } from "node:fs";
import { contenders } from "../libraries.js";
import { batch, measure, ratios, spread } from "../measure.js";
import { identity, USER_JWT } from "../payload.js";
import { prove, timedUserJWT } from "../prove.js";

const OWN = "fogbender-token";
const FLOOR = "the floor";

const COLUMNS = [
  ["sign", "sign"],
  ["sign with iat and exp", "signTimed"],
  ["validate, sign, assemble the token", "token"],
  ["verify with exp", "verify"],
];

const ALWAYS = " It signs `iat` always, in the first column too.";

const { devDependencies } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

function version(name) {
  const pinned = devDependencies[name] ?? devDependencies[name.split("/")[0]];
  return pinned === undefined ? "" : ` ${pinned}`;
}

/** What crossing into other memory and back costs, whoever works there. */
function floor() {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const input = new Uint8Array(4096);
  const output = new TextEncoder().encode(USER_JWT);
  return () => {
    encoder.encodeInto(JSON.stringify(identity), input);
    return decoder.decode(output);
  };
}

export async function run({ quick, progress }) {
  const all = await contenders();
  for (const contender of Object.values(all)) await prove(contender);

  const userJWT = timedUserJWT();
  let widest = 0;
  const rows = new Map([...Object.keys(all).slice(1), FLOOR].map((name) => [name, []]));
  for (const [at, [label, task]] of COLUMNS.entries()) {
    const able = Object.entries(all).filter(([, contender]) => contender[task]);
    const given = task === "verify" ? userJWT : identity;
    const batches = Object.fromEntries(able.map(([name, contender]) => [name, batch(() => contender[task](given))]));
    if (task === "sign") batches[FLOOR] = batch(floor());
    const pace = { rounds: quick ? 40 : 700, milliseconds: 2 };
    const times = await measure(batches, pace, (share) => progress((at + share) / COLUMNS.length, label));
    const found = ratios(times, OWN);
    widest = Math.max(widest, spread(times, OWN));
    for (const [name, cells] of rows) cells.push(found[name]);
  }

  return {
    tables: [
      {
        title: `Node ${process.versions.node}: how many times as fast fogbender-token is`,
        columns: COLUMNS.map(([label]) => label),
        rows: [...rows].map(([name, cells]) => [name, ...cells]),
      },
    ],
    notes: [
      ...Object.entries(all).map(
        ([name, contender]) => `${name}${version(name)}: ${contender.how}${contender.alwaysIssuedAt ? ALWAYS : ""}`,
      ),
      "The floor does no work: `JSON.stringify`, its bytes into other memory, and a JWT's bytes out as a string.",
      "Asynchronous libraries have 16 calls under way at once, which is quicker than one after another.",
      `Half of the rounds lie within ${Math.ceil(widest * 100)} % of the ratio given, in the case that varied most.`,
    ],
  };
}
