// Prototype pollution neither in nor out (issue 7, item 5): of what a caller gives, its own members count, and no member of
// any input reaches a prototype.
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import {
  assembleToken,
  checkToken,
  createSignaturesHandler,
  createToken,
  decodeUserJWT,
  explainToken,
  requestSignatures,
  Signer,
  signUserJWT,
  verifyUserJWT,
} from "fogbender-token";
import { fromAuthJs } from "fogbender-token/providers";
import { createStandIn } from "fogbender-token/stand-in";
import { alice, aliceJWT, aliceToken, jwtOf, secret, widgetId } from "./alice.js";

const clean = Reflect.ownKeys(Object.prototype);
afterEach(() => {
  for (const name of Reflect.ownKeys(Object.prototype)) if (!clean.includes(name)) delete Object.prototype[name];
});

const another = "another secret of thirty-two bytes";
const times = { issuedAt: 1_700_000_000 };
const at = { now: 1_700_000_001 };

/** What a pollution would change, as an attacker would like it. */
const polluted = {
  secret: another,
  allowShortSecret: true,
  issuedAt: 1,
  expiresInSeconds: 1,
  notBeforeSeconds: 1,
  now: 1,
  clockToleranceSeconds: 1e9,
  widgetId: "YXR0YWNrZXI",
  versions: { attacker: "1" },
  userId: "U666",
  customerId: "C666",
  userAvatarUrl: "https://attacker.example/a.png",
  extra: "claim",
  claims: { attacker: "1" },
  partial: true,
  signatureType: "hmac",
  sub: "U666",
  visitor: true,
  userHMAC: "0".repeat(64),
  widgetKey: "k",
  exp: 1,
  url: "https://attacker.example/",
  fetch: () => assert.fail("the attacker's fetch was called"),
  timeoutSeconds: 1e-9,
  origins: ["https://attacker.example"],
  identify: () => ({ ...alice, userId: "U666" }),
  allowImpersonation: true,
  act: null,
  toJSON: () => ({ ...alice, userId: "U666" }),
  code: "no_such_code",
  field: "attacker",
};

const outcome = async (call) => {
  try {
    return await call();
  } catch (error) {
    return error.problems ?? error;
  }
};

const signer = new Signer(secret);
const asked = () => new Request("https://app.example.com/", { headers: { origin: "https://attacker.example" } });
const expired = jwtOf({ ...alice, exp: 1_000 });
const nobodys = jwtOf({ customerId: "C1" });
const answering = async () => new Response(`{"signatures":{"userJWT":"${aliceJWT}"}}`);
const answerOf = async (response) => [response.status, response.headers.get("access-control-allow-origin"), await response.text()];
const incomplete = { userId: "U234328" };

/** Calls with everything they need, and calls that lack something, which a prototype must not add. */
const calls = {
  sign: () => signer.sign(alice, times),
  "sign without times": () => signer.sign(alice, { issuedAt: false }),
  "sign with claims": () => signer.sign(alice, { ...times, claims: { plan: "gold" } }),
  "sign what is partial": () => signer.sign({ userId: "U1" }, { ...times, partial: true }),
  "sign without userId": () => signer.sign({}, { ...times, partial: true }),
  token: () => signer.token(alice, { widgetId, ...times }),
  "token without widgetId": () => signer.token(alice, times),
  "token of an incomplete identity": () => signer.token(incomplete, { widgetId, ...times }),
  verify: () => signer.verify(aliceJWT),
  "verify what has expired": () => signer.verify(expired, {}),
  "verify what has no userId": () => signer.verify(nobodys, at),
  explain: () => signer.explain(aliceToken, at),
  "explain an incomplete token": () => signer.explain(incomplete, at),
  "new Signer of a short secret": () => new Signer("short", {}),
  signUserJWT: () => signUserJWT(alice, secret, times),
  "signUserJWT with a short secret": () => signUserJWT(alice, "short", {}),
  createToken: () => createToken(alice, secret, { widgetId, ...times }),
  "createToken without a secret": () => createToken(alice, undefined, { widgetId, ...times }),
  verifyUserJWT: () => verifyUserJWT(aliceJWT, [another, secret], {}),
  explainToken: () => explainToken(aliceToken, secret, at),
  "explainToken without a secret": () => explainToken(aliceToken, undefined, at),
  assembleToken: () => assembleToken(aliceToken),
  "assembleToken without a signature": () => assembleToken({ widgetId, ...alice }),
  checkToken: () => checkToken(aliceToken),
  "checkToken of nothing much": () => checkToken({}),
  decodeUserJWT: () => decodeUserJWT(aliceJWT),
  requestSignatures: () => requestSignatures(alice, secret, { fetch: answering }),
  "requestSignatures without a secret": () => requestSignatures(alice, undefined, { fetch: answering }),
  createSignaturesHandler: async () =>
    answerOf(await createSignaturesHandler({ secret, widgetId, identify: () => alice, ...times })(asked())),
  "createSignaturesHandler without widgetId": async () =>
    answerOf(await createSignaturesHandler({ secret, identify: () => alice, ...times })(asked())),
  "createSignaturesHandler without identify": () => createSignaturesHandler({ secret }),
  createStandIn: async () => {
    const headers = { authorization: `Bearer ${secret}` };
    const body = `{"userId":"U1"}`;
    return answerOf(await createStandIn({ secret })(new Request("http://localhost/signatures", { method: "POST", headers, body })));
  },
  "createStandIn without a secret": () => createStandIn({}),
  fromAuthJs: () => fromAuthJs({ token: { sub: "U1", email: "a@b.c" } }, { customerId: "C1", customerName: "C" }),
  "fromAuthJs without a customer": () => fromAuthJs({ token: { sub: "U1", email: "a@b.c" } }),
};

/** The JSON of an answer is JSON.stringify's, and whoever pollutes toJSON writes the JSON of the whole process. */
const isAnswer = (what) => /^create(SignaturesHandler|StandIn)/.test(what);

for (const [name, value] of Object.entries(polluted)) {
  test(`Object.prototype.${name} changes no outcome`, async () => {
    for (const [what, call] of Object.entries(calls)) {
      if (name === "toJSON" && isAnswer(what)) continue;
      const expected = await outcome(call);
      Object.prototype[name] = value;
      const actual = await outcome(call);
      delete Object.prototype[name];
      assert.deepEqual(actual, expected, what);
    }
  });
}

test("a __proto__ or constructor in any input is an own name like others, and reaches no prototype", async () => {
  const hostile = '{"__proto__":{"polluted":"yes","userId":"U666"},"constructor":{"prototype":{"polluted":"yes"}},"userId":"U234328"}';
  const jwt = jwtOf(JSON.parse(hostile));
  const body = (text) =>
    new Request("http://localhost/signatures", { method: "POST", headers: { authorization: `Bearer ${secret}` }, body: text });
  const results = [
    () => decodeUserJWT(jwt),
    () => signer.verify(jwt),
    () => verifyUserJWT(jwt, secret),
    () => signer.sign(JSON.parse(hostile), { partial: true }),
    () => signer.sign(alice, { claims: JSON.parse('{"__proto__":"x","constructor":"y"}') }),
    () => signer.token({ ...alice, ...JSON.parse(hostile) }, JSON.parse(hostile)),
    () => assembleToken(JSON.parse(hostile)),
    () => assembleToken({ ...aliceToken, versions: JSON.parse(hostile) }),
    () => checkToken(JSON.parse(hostile)),
    () => explainToken({ ...aliceToken, userJWT: jwt }, secret),
    () => requestSignatures(alice, secret, { fetch: async () => new Response(hostile) }),
    () => requestSignatures(alice, secret, { fetch: async () => new Response(`{"__proto__":{"signatures":{"userJWT":"${aliceJWT}"}}}`) }),
    async () => (await createStandIn({ secret })(body(hostile))).json(),
    () => fromAuthJs(JSON.parse(hostile), JSON.parse(hostile)),
  ];
  for (const run of results) {
    const result = await outcome(run);
    assert.equal({}.polluted, undefined, String(run));
    assert.equal(result.polluted, undefined, String(run));
    assert.equal([].polluted ?? "".polluted ?? (() => {}).polluted, undefined, String(run));
  }
  assert.deepEqual(Object.keys(signer.verify(jwt)), ["__proto__", "constructor", "userId"]);
  assert.throws(() => signer.verify(jwtOf(JSON.parse('{"__proto__":{"userId":"U666"}}'))), { code: "field_missing", field: "userId" });
  const problems = await outcome(() => assembleToken(JSON.parse(`{"__proto__":${JSON.stringify(aliceToken)}}`)));
  assert.ok(problems.some(({ code, field }) => code === "field_unknown" && field === "__proto__"));
});

test("a polluted Array.prototype.toJSON hides nothing that JSON cannot carry", (t) => {
  Array.prototype.toJSON = () => undefined;
  t.after(() => delete Array.prototype.toJSON);
  assert.throws(() => signer.sign(alice, { claims: { x: [1] } }), { code: "field_not_string", field: "x" });
  assert.throws(() => signer.sign(alice, { issuedAt: undefined, expiresInSeconds: [2] }), {
    code: "option_invalid",
    field: "expiresInSeconds",
  });
});

test("a version called __proto__ is refused, not lost; constructor is a name like others", () => {
  const versions = JSON.parse('{"__proto__":"1"}');
  assert.throws(() => assembleToken({ ...aliceToken, versions }), { code: "field_invalid", field: "versions" });
  assert.throws(() => signer.token(alice, { widgetId, versions }), { code: "field_invalid", field: "versions" });
  assert.deepEqual(assembleToken({ ...aliceToken, versions: { constructor: "2" } }).versions, { constructor: "2" });
});
