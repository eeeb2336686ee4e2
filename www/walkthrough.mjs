// The walk-through of `make demo`: the seed's Alice signs in, and then tries to be Bob. It needs Node and pkg/ alone.
import { styleText } from "node:util";
import { createHmac, randomBytes } from "node:crypto";
import { decodeUserJWT, explainToken, Signer } from "../pkg/index.js";

const widgetId = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";
const alice = {
  userId: "U234328",
  customerId: "C256434",
  customerName: "Netflix",
  userEmail: "alice@netflix.com",
  userName: "Alice Chesterton",
};
const bob = {
  userId: "U871003",
  customerId: "C990017",
  customerName: "Hooli",
  userEmail: "bob@hooli.com",
  userName: "Bob Builder",
};

const bold = (text) => styleText("bold", text);
const dim = (text) => styleText("dim", text);
const COLORS = { accepted: "green", refused: "red", unknown: "yellow", signed: "green", unsigned: "yellow", mismatch: "red" };
const painted = (word) => styleText(COLORS[word], word);
let steps = 0;
const step = (title) => console.log(`\n${bold(`${++steps}. ${title}`)}`);
const indented = (text) => text.replace(/^/gm, "   ");
const shown = (token) => indented(JSON.stringify(token, null, 2));
const wrapped = (text) => indented(text.replace(/(?=.{100})(.{1,100})/g, "$1\n"));

console.log(bold("Why can't Alice impersonate Bob?"));
console.log(dim("Real signatures with a throwaway secret; what Fogbender would decide is worked out by explainToken, offline."));

step("Your backend holds the workspace secret");
const secret = randomBytes(24).toString("base64");
const signer = new Signer(secret);
console.log(`   new Signer(process.env.FOGBENDER_SECRET)   ${dim(`// logs as ${JSON.stringify(signer)}: the secret is never shown`)}`);

step("Alice signs in, and your backend signs who she is");
console.log(dim("   signer.token(identityFromYourSession, { widgetId })"));
const token = signer.token(alice, { widgetId });
console.log(dim("   Her userJWT:"));
console.log(wrapped(token.userJWT));
console.log(dim("   What is in it, for anyone to read and nobody to change:"));
console.log(shown(decodeUserJWT(token.userJWT).claims));

step("Your page renders <FogbenderSimpleWidget token={token} /> with");
console.log(shown({ ...token, userJWT: `${token.userJWT.slice(0, 44)}…` }));

step("Fogbender verifies it");
const { verdict, fields } = signer.explain(token);
console.log(`   verdict: ${painted(verdict)}   ${dim("Verified, render away!")}`);
for (const [field, coverage] of Object.entries(fields)) console.log(`   ${field.padEnd(14)} ${painted(coverage)}`);

step("Alice opens the browser's console and tries to be Bob");
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const forged = (header, claims, key) => {
  const signed = `${base64url(header)}.${base64url(claims)}`;
  return `${signed}.${key === undefined ? "" : createHmac("sha256", key).update(signed).digest("base64url")}`;
};
const hs256 = { alg: "HS256", typ: "JWT" };
const { userJWT: _, ...unsigned } = token;
const attacks = [
  ["She writes Bob's userId into her token", { ...token, userId: bob.userId }],
  ["She writes Bob's company into her token", { ...token, customerId: bob.customerId }],
  ["She writes all of Bob into it", { ...bob, widgetId, userJWT: token.userJWT }],
  ['She makes a JWT for Bob with "alg": "none"', { ...bob, widgetId, userJWT: forged({ alg: "none" }, bob) }],
  ["She signs one with a secret that she guessed", { ...bob, widgetId, userJWT: forged(hs256, bob, "guessed") }],
  [
    "Your backend signed userId alone, and she edits customerId",
    { ...token, customerId: bob.customerId, userJWT: signer.sign({ userId: alice.userId }) },
  ],
  [
    "Your backend put a sub claim into the JWT with another library, and she edits customerId",
    { ...token, customerId: bob.customerId, userJWT: forged(hs256, { sub: alice.userId, ...alice }, secret) },
  ],
  [
    "Your backend handed out the widgetKey instead of a signature, and she writes all of Bob",
    { ...bob, widgetId, widgetKey: createHmac("sha256", secret).update("").digest("hex").slice(0, 19) },
  ],
];
for (const [attack, attempt] of attacks) {
  const { verdict, reasons, hints } = explainToken(attempt, secret);
  console.log(`   ${styleText(verdict === "refused" ? "green" : "red", verdict.padEnd(8))}  ${attack}`);
  const why = verdict === "refused" ? reasons.slice(0, 1) : hints;
  for (const { code, message } of why) console.log(dim(`             ${code}: ${message}`));
}
signer.free();

console.log(`\n${bold("So:")} without the secret nobody makes a userJWT for Bob, and what is signed cannot be edited.`);
console.log("The last three are the ways to get it wrong; signer.token() signs every field and refuses sub, so it has none of them.");
