import assert from "node:assert/strict";
import { test } from "node:test";
import { checkToken as theirs } from "fogbender";
import { FogbenderTokenError, Signer, assembleToken, checkToken } from "fogbender-token";
import { random } from "./random.js";

const SIZE = 24_000;

const signer = new Signer("ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO");
const identity = {
  customerId: "C256434",
  customerName: "Netflix",
  userId: "U234328",
  userEmail: "alice@netflix.com",
  userName: "Alice Chesterton",
};
const userAvatarUrl = "https://example.com/alice.png";

const GOOD = {
  widgetId: ["dzAwNjg4NDY0NjI4NzgyNDY5MTIw", "dzAw", "-_"],
  ...Object.fromEntries(Object.entries(identity).map(([name, value]) => [name, [value]])),
  userAvatarUrl: [userAvatarUrl],
  userJWT: [
    signer.sign(identity),
    signer.sign({ ...identity, userAvatarUrl }, { expiresInSeconds: 60 }),
    signer.sign({ userId: identity.userId }, { issuedAt: false, partial: true }),
  ],
  userHMAC: ["da19db6b8517fa15bbfeacdd73738acb7663cba9fb309c0a715f08ee361d0b68"],
  userPaseto: ["v2.local.opaque"],
  userToken: ["opaque"],
  widgetKey: ["fb846f138d571ea616a"],
  visitor: [true],
  visitorKey: ["visitor-key"],
  visitorToken: ["opaque"],
  visitUrl: ["https://example.com/pricing"],
  anonymous: [true],
  versions: [{}, { app: "1.2.3", fogbender: "0.10.2" }],
};

/** Of the right type, and yet nothing that Fogbender could take. */
const ODD = {
  widgetId: ["ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO", "dz Aw"],
  userJWT: [
    "a.b.c",
    "not a token",
    signer.sign({ ...identity, userId: "U999999" }),
    signer.sign(identity).replace(/^[^.]+/, "eyJhbGciOiJub25lIn0"),
    `${signer.sign(identity)}=`,
  ],
  userHMAC: ["DA19", "da19db6b8517fa15bbfeacdd73738acb7663cba9fb309c0a715f08ee361d0b6"],
  widgetKey: ["fb846f138d571ea616", "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO"],
  visitor: [false],
  versions: [{ app: 1 }, { app: undefined }, { app: null }, { app: { nested: "1" } }],
};

const ANY = [
  undefined,
  null,
  0,
  1,
  -1.5,
  NaN,
  Infinity,
  10n,
  true,
  false,
  [],
  ["text"],
  {},
  { text: "text" },
  "",
  " ",
  "text",
  "\ud800",
  () => "text",
  Symbol("text"),
];
const INSTANCES = [new Date(0), new String("text"), new Map([["app", "1.2.3"]]), new Set(["app"]), /text/];

const NAMES = [...Object.keys(GOOD), "env", "toString", "constructor", "user_id", ""];
const SIGNATURES = ["userJWT", "userHMAC", "userPaseto", "widgetKey"];
const KINDS = {
  user: { required: ["widgetId", ...Object.keys(identity)], optional: ["userAvatarUrl", ...SIGNATURES, "userToken", "versions"] },
  visitor: { required: ["widgetId", "visitor", "visitorKey"], optional: ["visitorToken", "visitUrl", "versions"] },
  fallback: { required: ["widgetId", "widgetKey"], optional: ["anonymous", "versions"] },
};

function* corpus(seed) {
  const { below, chance, pick, shuffled } = random(seed);
  for (let index = 0; index < SIZE; index += 1) {
    const { required, optional } = KINDS[pick(Object.keys(KINDS))];
    const token = new Map(required.map((name) => [name, pick(GOOD[name])]));
    if (required.includes("userId") && chance(0.9)) {
      const signature = pick(SIGNATURES);
      token.set(signature, pick(GOOD[signature]));
    }
    for (const name of optional) {
      if (!token.has(name) && chance(0.3)) token.set(name, pick([...GOOD[name], null, undefined]));
    }
    for (let changes = pick([0, 0, 1, 1, 2, 3, below(8)]); changes > 0; changes -= 1) {
      const name = chance(0.7) ? pick([...required, ...optional]) : pick(NAMES);
      if (chance(0.2)) token.delete(name);
      // biome-ignore lint/suspicious/noDuplicateElseIf: another chance of the same size
      else if (chance(0.2) && ODD[name]) token.set(name, pick(ODD[name]));
      else token.set(name, pick(name === "versions" ? ANY : [...ANY, ...INSTANCES]));
    }
    yield Object.fromEntries(chance(0.3) ? shuffled([...token]) : token);
  }
}

const withoutAbsent = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

const outcome = (check, token) => {
  try {
    return { answer: check(token) };
  } catch (error) {
    return { error };
  }
};

const shown = (token) => JSON.stringify(token, (_, value) => (["object", "string"].includes(typeof value) ? value : String(value)));

test("whatever fogbender's checkToken refuses, ours refuses, and names every field that it names", () => {
  const seen = { acceptedByTheirs: 0, acceptedByOurs: 0, refusedByBoth: 0, refusedByOursAlone: 0, total: 0 };
  const unnamed = new Map();
  for (const token of corpus(0x7043)) {
    const they = outcome(theirs, token);
    const we = checkToken(token);
    seen.total += 1;
    const theyRefuse = they.error !== undefined || they.answer !== undefined;
    seen.acceptedByTheirs += !theyRefuse;
    seen.acceptedByOurs += we === undefined;
    seen.refusedByBoth += theyRefuse && we !== undefined;
    seen.refusedByOursAlone += !theyRefuse && we !== undefined;
    if (theyRefuse) assert.notEqual(we, undefined, shown(token));
    for (const name of Object.keys(they.answer ?? {})) {
      if (!Object.hasOwn(we, name)) unnamed.set(name, shown(token));
    }
    for (const message of Object.values(we ?? {})) assert.ok(typeof message === "string" && message.length > 10);
  }
  assert.ok(seen.total >= 20_000, shown(seen));
  for (const share of Object.values(seen)) assert.ok(share > 1000, shown(seen));
  assert.deepEqual(Object.fromEntries(unnamed), {});
});

test("each kind of token is accepted by both and refused by both", () => {
  const seen = {};
  for (const token of corpus(0x1234)) {
    const kind = "userId" in token ? "user" : "visitor" in token ? "visitor" : "fallback";
    const verdict = checkToken(token) === undefined ? "accepted" : theirs(token) === undefined ? "stricter" : "refused";
    seen[`${kind} ${verdict}`] = (seen[`${kind} ${verdict}`] ?? 0) + 1;
  }
  for (const kind of Object.keys(KINDS)) {
    for (const verdict of ["accepted", "stricter", "refused"]) {
      assert.ok(seen[`${kind} ${verdict}`] > 200, `${kind} ${verdict}: ${shown(seen)}`);
    }
  }
});

test("a token that is too large is a message, not an error", () => {
  assert.deepEqual(Object.keys(checkToken({ ...identity, widgetId: "x".repeat(70_000) })), ["token"]);
});

test("whatever assembleToken returns, fogbender's checkToken accepts, and it is the parts without null and undefined", () => {
  const seen = { assembled: 0, withoutAbsent: 0, refused: 0 };
  for (const parts of corpus(0xa55e)) {
    const { answer: token, error } = outcome(assembleToken, parts);
    if (error !== undefined) {
      assert.ok(error instanceof FogbenderTokenError, shown(parts));
      assert.notEqual(checkToken(parts), undefined, shown(parts));
      assert.deepEqual(new Set(error.problems.map(({ field }) => field)), new Set(Object.keys(checkToken(parts))));
      seen.refused += 1;
      continue;
    }
    const said = Object.entries(parts).filter(([, value]) => value !== undefined && value !== null);
    assert.equal(theirs(token), undefined, shown(parts));
    assert.equal(checkToken(token), undefined, shown(parts));
    assert.deepEqual(token, Object.fromEntries(said.map(([name, value]) => [name, name === "versions" ? withoutAbsent(value) : value])));
    assert.notEqual(token, parts);
    seen.assembled += 1;
    seen.withoutAbsent += said.length < Object.keys(parts).length;
  }
  for (const share of Object.values(seen)) assert.ok(share > 500, shown(seen));
});

test("versions that is no plain object is refused, not emptied (nothing is dropped in silence)", () => {
  for (const versions of INSTANCES) {
    const token = { widgetId: GOOD.widgetId[0], widgetKey: GOOD.widgetKey[0], versions };
    assert.deepEqual(Object.keys(checkToken(token) ?? {}), ["versions"], versions.constructor.name);
  }
});

test("a user token whose only signature is empty or no text lacks a signature, as fogbender's checkToken says", () => {
  for (const signature of ["userHMAC", "userPaseto", "widgetKey"]) {
    for (const value of ["", 0, false, NaN]) {
      const token = { ...identity, widgetId: GOOD.widgetId[0], [signature]: value };
      assert.ok(Object.hasOwn(theirs(token), "userJWT"));
      assert.deepEqual(Object.keys(checkToken(token)).sort(), [signature, "userJWT"].sort(), `${signature}: ${value}`);
    }
  }
});

test("a token whose fields are inherited is refused where fogbender's checkToken refuses it", () => {
  const inheriting = Object.assign(Object.create({ userId: 42 }), { widgetId: "dzAw", widgetKey: GOOD.widgetKey[0] });
  assert.ok(Object.hasOwn(theirs(inheriting), "userId"));
  assert.notEqual(checkToken(inheriting), undefined);
});

test("what is no object at all is refused where fogbender's checkToken refuses or throws", () => {
  for (const token of [null, true, false, 0, 42, NaN, 10n, "", "text", Symbol("text"), [], [{}], () => ({}), new Date(0)]) {
    const they = outcome(theirs, token);
    assert.ok(they.error !== undefined || they.answer !== undefined, String(token));
    assert.deepEqual(Object.keys(checkToken(token)), ["token"], String(token));
    assert.throws(() => assembleToken(token), { code: "not_an_object", field: "token" });
  }
});

test("no token yet is no error, as in fogbender's checkToken", () => {
  assert.equal(theirs(undefined), undefined);
  assert.equal(checkToken(undefined), undefined);
  assert.throws(() => assembleToken(undefined), { code: "not_an_object" });
});

test("all problems of one field stand in its one message", () => {
  const token = { ...identity, widgetId: GOOD.widgetId[0], userEmail: 42, userJWT: signer.sign(identity) };
  const { userEmail, ...rest } = checkToken(token);
  assert.deepEqual(rest, {});
  assert.match(userEmail, /must be a string.*userEmail is a number in the token and "/);
});
