import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inspect } from "node:util";
import {
  FogbenderTokenError,
  Signer,
  assembleToken,
  checkToken,
  createSignaturesHandler,
  createToken,
  decodeUserJWT,
  explainToken,
  requestSignatures,
  signUserJWT,
  toNodeHandler,
  verifyUserJWT,
} from "fogbender-token";
import { fromAuthJs, fromBetterAuth, fromClerk, fromSupabase } from "fogbender-token/providers";

const SECRET = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
const widgetId = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";
const signer = new Signer(SECRET);
const alice = {
  userId: "U234328",
  customerId: "C256434",
  customerName: "Netflix",
  userEmail: "alice@netflix.com",
  userName: "Alice Chesterton",
};
const aliceJWT = signer.sign(alice);

const base64url = (text) => Buffer.from(text).toString("base64url");

/** A JWS over any header and payload, well signed, so that nothing but these can be refused. */
function jws(payload, header = '{"alg":"HS256","typ":"JWT"}') {
  const input = `${base64url(header)}.${base64url(payload)}`;
  return `${input}.${createHmac("sha256", SECRET).update(input).digest("base64url")}`;
}

/** The same 32 bytes with one of the last character's unused bits set, which a lax decoder drops. */
function withUnusedBit(jwt) {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return jwt.slice(0, -1) + alphabet[alphabet.indexOf(jwt.at(-1)) + 1];
}

/** The error that `run` throws; anything but the package's own is a failure. */
function refusal(run) {
  let result;
  try {
    result = run();
  } catch (error) {
    return checked(error);
  }
  return assert.fail(`not refused: ${inspect(result)}`);
}

function checked(error) {
  assert.ok(error instanceof FogbenderTokenError && error instanceof Error, `not ours: ${inspect(error)}`);
  assert.equal(error.name, "FogbenderTokenError");
  assert.ok(error.problems.length > 0);
  assert.equal(error.code, error.problems[0].code);
  assert.equal(error.field, error.problems[0].field);
  for (const { code, message } of error.problems) {
    assert.match(code, /^[a-z0-9]+(_[a-z0-9]+)*$/);
    assert.ok(message.length > 10 && error.message.includes(message));
  }
  return error;
}

const codesOf = (run) => refusal(run).problems.map(({ code, field }) => (field === undefined ? code : `${code} ${field}`));

/** No 12 characters in a row of what must stay hidden show in anything that can be logged. */
function assertHidden(value, hidden) {
  const shown = [
    inspect(value, { showHidden: true, depth: Infinity }),
    inspect(value),
    JSON.stringify(value) ?? "",
    String(value),
    inspect(structuredClone(value), { depth: Infinity }),
    value instanceof Error ? `${value.message}${value.stack}` : "",
  ].join("\n");
  for (let at = 0; at + 12 <= hidden.length; at += 1) {
    assert.ok(!shown.includes(hidden.slice(at, at + 12)), `shows ${hidden.slice(at, at + 12)} in ${shown}`);
  }
}

const now = 1_700_000_000;
const sign = (claims) => () => signer.sign(claims);
const verify = (jwt, options) => signer.verify(jwt, options);
const throwing = { get userId() { throw new Error("from the caller's getter"); } };

function freed() {
  const used = new Signer(SECRET);
  used.free();
  return used;
}

/** The signatures API's answer to `secret`: a response, or what its fetch throws. */
const requested = (secret, answer) => requestSignatures(alice, { secret, fetch: async () => answer() });

/** What the signatures handler's answer says is wrong, as an error. */
async function answered(identify, init) {
  const handler = createSignaturesHandler({ secret: SECRET, identify, onError() {} });
  const { error } = await (await handler(new Request("http://localhost/", { method: "POST", ...init }))).json();
  throw new FogbenderTokenError(error.problems);
}

/** What toNodeHandler answers for a handler that breaks, as an error. */
async function brokenHandler(message) {
  const server = createServer(toNodeHandler(() => { throw new Error(message); })).listen(0, "127.0.0.1");
  const { error: log } = console;
  console.error = () => {};
  try {
    await new Promise((resolve) => server.on("listening", resolve));
    const { error } = await (await fetch(`http://127.0.0.1:${server.address().port}/`)).json();
    throw new FogbenderTokenError([error]);
  } finally {
    console.error = log;
    server.close();
  }
}

/** What Better Auth's getSession() gives, with other facts. */
const betterAuth = (user, session) => ({
  session: {
    user: { id: "U234328", email: "a@example.com", emailVerified: true, name: "Alice", ...user },
    session: { userId: user.id ?? "U234328", activeOrganizationId: "C1", ...session },
  },
  organization: session?.activeOrganizationId === null ? null : { id: "C1", name: "N" },
});

/** Runs `new Signer(secret)` in a process of another environment, and throws the error that it throws there. */
function elsewhere(secret, { flags = [], before = "" }) {
  const script = `
    ${before}
    const { FogbenderTokenError, Signer } = await import("fogbender-token");
    try {
      new Signer(process.env.GIVEN);
    } catch (error) {
      if (!(error instanceof FogbenderTokenError)) throw error;
      process.stdout.write(JSON.stringify(error.problems));
    }`;
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, "--input-type=module", "--eval", script], {
    cwd: import.meta.dirname,
    env: { ...process.env, GIVEN: secret },
    encoding: "utf8",
  });
  if (stdout === "") assert.fail(`not refused: ${stderr}`);
  throw new FogbenderTokenError(JSON.parse(stdout));
}

/** Code, field, what must not show in the error, and the call that it is given to. */
const ROWS = [
  ["body_not_empty", "body", JSON.stringify({ userId: SECRET }), (given) => answered(() => alice, { body: given, headers: { "content-type": "application/json" } })],
  ["body_unreadable", "body", Buffer.from([0xff]), (given) => answered(() => alice, { body: given })],
  ["content_type_not_json", "content-type", SECRET, (given) => answered(() => alice, { body: given })],
  ["email_missing", "userEmail", "U234328", (given) => fromAuthJs({ token: { sub: given } }, { customerId: "C1", customerName: "N" })],
  ["email_unverified", "userEmail", alice.userEmail, (given) => fromBetterAuth(betterAuth({ email: given, emailVerified: false }))],
  ["field_editable", "customerId", "U234328", (given) => fromSupabase(
    { claims: { sub: given, email: "a@example.com", user_metadata: { customer_id: "C1" } } },
    { customerId: "C1", customerName: "N" },
  )],
  ["field_empty", "userId", "", (given) => signer.sign({ userId: given })],
  ["field_forbidden", "sub", SECRET, (given) => signUserJWT({ userId: "U1", sub: "U1" }, given)],
  ["field_forbidden", "visitor", jws('{"userId":"U1","visitor":true}'), verify],
  ["field_forbidden", "exp", SECRET, (given) => signUserJWT({ userId: "U1", exp: "1" }, given)],
  ["field_invalid", "widgetKey", SECRET, (given) => assembleToken({ widgetId, widgetKey: given })],
  ["field_mismatch", "userId", aliceJWT, (given) => assembleToken({ ...alice, widgetId, userId: "U2", userJWT: given })],
  ["field_missing", "userId", SECRET, (given) => signUserJWT({}, given)],
  ["field_missing", "widgetId", SECRET, (given) => createToken(alice, { secret: given })],
  ["field_not_string", "userId", SECRET, (given) => signUserJWT({ userId: 42 }, given)],
  ["field_not_string", "userId", jws('{"userId":42}'), verify],
  ["field_not_well_formed", "userId", "U\ud800", (given) => signer.sign({ userId: given })],
  ["field_not_well_formed", "userId", jws('{"userId":"U\\ud800"}'), verify],
  ["field_unknown", "secret", SECRET, (given) => assembleToken({ ...alice, widgetId, userJWT: aliceJWT, secret: given })],
  ["identify_failed", undefined, SECRET, (given) => answered(() => { throw new Error(given); })],
  ["internal", undefined, SECRET, (given) => brokenHandler(given)],
  ["jwt_alg_not_allowed", "userJWT", jws('{"userId":"U1"}', '{"alg":"HS512"}'), verify],
  ["jwt_alg_not_allowed", "userJWT", `${base64url('{"alg":"none"}')}.${base64url('{"userId":"U1"}')}.`, verify],
  ["jwt_crit_unknown", "userJWT", jws('{"userId":"U1"}', '{"alg":"HS256","crit":["b64"],"b64":false}'), verify],
  ["jwt_expired", "exp", jws(`{"userId":"U1","exp":${now}}`), (given) => verify(given, { now })],
  ["jwt_header_invalid", "userJWT", jws('{"userId":"U1"}', "[]"), verify],
  ["jwt_malformed", "userJWT", aliceJWT.slice(0, aliceJWT.lastIndexOf(".")), verify],
  ["jwt_malformed", "userJWT", `${aliceJWT}.`, decodeUserJWT],
  ["jwt_not_base64url", "userJWT", withUnusedBit(aliceJWT), verify],
  ["jwt_not_base64url", "userJWT", `${aliceJWT}=`, verify],
  ["jwt_not_base64url", "userJWT", `Bearer ${aliceJWT}`, verify],
  ["jwt_not_string", "userJWT", Buffer.from(aliceJWT), verify],
  ["jwt_not_yet_valid", "nbf", jws(`{"userId":"U1","nbf":${now + 1}}`), (given) => verify(given, { now })],
  ["jwt_payload_invalid", "userJWT", jws('"U1"'), verify],
  ["jwt_time_invalid", "exp", jws('{"userId":"U1","exp":"1700000000"}'), verify],
  ["jwt_time_invalid", "iat", jws('{"userId":"U1","iat":null}'), verify],
  ["method_not_allowed", undefined, "PUT", (given) => answered(() => alice, { method: given })],
  ["name_repeated", "userId", jws('{"userId":"U1","userId":"U2"}'), verify],
  ["not_an_object", "identity", SECRET, (given) => signUserJWT(given, SECRET)],
  ["not_an_object", "token", aliceJWT, (given) => explainToken(given)],
  ["not_an_object", "options", SECRET, (given) => signer.sign(alice, given)],
  ["not_readable", "identity", throwing, (given) => signer.sign(given)],
  ["not_signed_in", undefined, SECRET, () => answered(() => undefined)],
  ["option_invalid", "expiresInSeconds", "120", (given) => signer.sign(alice, { expiresInSeconds: given })],
  ["option_unknown", "expiresIn", 60, (given) => signer.sign(alice, { expiresIn: given })],
  ["organization_missing", "customerId", "U234328", (given) => fromBetterAuth(betterAuth({ id: given }, { activeOrganizationId: null }))],
  ["secret_empty", "secret", "", (given) => new Signer(given)],
  ["secret_in_browser", "secret", SECRET, (given) => elsewhere(given, { flags: ["--conditions=browser"] })],
  ["secret_is_jwk", "secret", JSON.stringify({ kty: "oct", k: base64url(SECRET) }), (given) => new Signer(given)],
  ["secret_is_jwt", "secret", aliceJWT, (given) => verifyUserJWT(SECRET, given)],
  ["secret_is_pem", "secret", `-----BEGIN PRIVATE KEY-----\n${base64url(SECRET)}`, (given) => new Signer(given)],
  ["secret_missing", "secret", undefined, (given) => signUserJWT(alice, given)],
  ["secret_missing", "secret", [], (given) => verifyUserJWT(aliceJWT, given)],
  ["secret_missing", "secret", [], (given) => explainToken(alice, given)],
  ["secret_not_text", "secret", Array.from(SECRET, (character) => character.charCodeAt(0)), (given) => new Signer(given)],
  ["secret_not_well_formed", "secret", `${SECRET}\ud800`, (given) => new Signer(given)],
  ["secret_padded", "secret", `${SECRET}\n`, (given) => new Signer(given)],
  ["secret_quoted", "secret", `"${SECRET}"`, (given) => new Signer(given)],
  ["secret_too_long", "secret", SECRET.repeat(129), (given) => new Signer(given)],
  ["secret_too_short", "secret", "x", (given) => new Signer(given)],
  ["secret_too_short", "secret", SECRET.slice(1), (given) => new Signer(given)],
  ["secret_unresolved", "secret", "${MY_FOGBENDER_WORKSPACE_SECRET}", (given) => new Signer(given)],
  ["secret_unsendable", "secret", SECRET.replace("/", "\n"), (given) => requested(given, () => Response.json({}))],
  ["session_impersonated", "userId", "U999999", (given) => fromBetterAuth(betterAuth({}, { impersonatedBy: given }))],
  ["session_mismatch", "user", "U999999", (given) => fromClerk({
    auth: { userId: "U234328", orgId: "C1" },
    user: { id: given, primaryEmailAddress: { emailAddress: "a@example.com", verification: { status: "verified" } } },
    organization: { id: "C1", name: "N" },
  })],
  ["signature_mismatch", "userJWT", aliceJWT.replace(/[^.]+$/, "A".repeat(43)), verify],
  ["signature_missing", "userJWT", alice.userEmail, (given) => assembleToken({ ...alice, userEmail: given, widgetId })],
  ["signatures_bad_response", undefined, SECRET, (given) => requested(given, () => Response.json({ error: given }))],
  ["signatures_bad_response", "userJWT", SECRET, (given) => requested(given, () => Response.json({ signatures: { userJWT: "a.b.c" } }))],
  ["signatures_unauthorized", undefined, SECRET, (given) => requested(given, () => new Response(given, { status: 403 }))],
  ["signatures_unreachable", undefined, SECRET, (given) => requested(given, () => { throw new TypeError("fetch failed"); })],
  ["signer_freed", undefined, aliceJWT, (given) => freed().verify(given)],
  ["time_in_milliseconds", "exp", jws(`{"userId":"U1","exp":${now * 1000}}`), verify],
  ["time_in_milliseconds", "issuedAt", SECRET, (given) => signUserJWT(alice, given, { issuedAt: now * 1000 })],
  ["time_in_milliseconds", "now", aliceJWT, (given) => verify(given, { now: now * 1000 })],
  ["too_large", "userJWT", "x".repeat(3_000_000), verify],
  ["too_large", "identity", "x".repeat(3_000_000), (given) => signer.sign({ userId: given })],
  ["wasm_blocked", undefined, SECRET, (given) => elsewhere(given, { before: "WebAssembly.Module = () => { throw new Error() };" })],
  ["wasm_unavailable", undefined, SECRET, (given) => elsewhere(given, { before: "delete globalThis.WebAssembly;" })],
  ["wasm_unavailable", undefined, SECRET, (given) => elsewhere(given, { before: "delete globalThis.TextEncoder;" })],
  ["widget_id_is_secret", "widgetId", widgetId.padEnd(32, "x"), (given) => createToken(alice, { secret: given, widgetId: given })],
];

test("every code of index.d.ts's ErrorCode is produced by a row of the table, and no other", () => {
  const types = readFileSync(new URL("../../js/entries/index.d.ts", import.meta.url), "utf8");
  const [, union] = types.match(/export type ErrorCode =([^;]+);/);
  const codes = Array.from(union.matchAll(/"(\w+)"/g), ([, code]) => code);
  assert.ok(codes.length > 30);
  assert.deepEqual([...new Set(ROWS.map(([code]) => code))].sort(), codes.sort());
});

for (const [index, [code, field, given, run]] of ROWS.entries()) {
  test(`row ${index + 1} of the table of codes: ${code}${field ? ` ${field}` : ""}, and the error shows nothing of what was given`, async () => {
    const error = await (async () => run(given))().then((result) => assert.fail(`not refused: ${inspect(result)}`), checked);
    assert.equal(error.code, code);
    assert.equal(error.field, field);
    assert.equal(Object.hasOwn(error, "field"), field !== undefined);
    assertHidden(error, SECRET);
    // A text of one repeated character has nothing to hide.
    if (typeof given === "string" && new Set(given).size > 1) assertHidden(error, given.trim());
  });
}

test("what all six JavaScript signers sign, ours refuses: undefined, a numeric userId, a 1-byte key (anchors.md)", () => {
  assert.deepEqual(codesOf(sign({ userId: undefined })), ["field_not_string userId"]);
  assert.deepEqual(codesOf(sign({ userId: 42 })), ["field_not_string userId"]);
  assert.match(refusal(sign({ userId: 42 })).message, /String\(/);
  assert.deepEqual(codesOf(() => signUserJWT(alice, "x")), ["secret_too_short secret"]);
  assert.deepEqual(codesOf(() => signUserJWT(alice, new Uint8Array(1))), ["secret_too_short secret"]);
});

test("an empty key, which one of the six signs with, is refused, whatever is allowed (anchors.md)", () => {
  for (const empty of ["", new Uint8Array(0), Buffer.alloc(0)]) {
    assert.deepEqual(codesOf(() => new Signer(empty)), ["secret_empty secret"]);
    assert.deepEqual(codesOf(() => new Signer(empty, { allowShortSecret: true })), ["secret_empty secret"]);
  }
  assert.equal(verifyUserJWT(signUserJWT({ userId: "U1" }, "x", { allowShortSecret: true }), "x", { allowShortSecret: true }).userId, "U1");
});

test("times in milliseconds and a 3 MB token, which all six take, are refused by name (anchors.md)", () => {
  assert.deepEqual(codesOf(() => verify(jws(`{"userId":"U1","exp":${now * 1000}}`))), ["time_in_milliseconds exp"]);
  const large = jws(JSON.stringify({ userId: "U1", note: "x".repeat(2_250_000) }));
  assert.ok(large.length > 3_000_000);
  for (const run of [verify, decodeUserJWT, (jwt) => verifyUserJWT(jwt, SECRET)]) {
    assert.deepEqual(codesOf(() => run(large)), ["too_large userJWT"]);
  }
  assert.equal(verify(aliceJWT).userId, alice.userId, "and the next call is as before");
});

test("a claim twice, which none of the six reports, is refused when its values differ (anchors.md)", () => {
  const twice = (first, second) => jws(`{"userId":${first},"\\u0075serId":${second}}`);
  for (const run of [verify, decodeUserJWT]) {
    assert.deepEqual(codesOf(() => run(twice('"U1"', '"U2"'))), ["name_repeated userId"]);
    assert.deepEqual(codesOf(() => run(twice('"U1"', "null"))), ["name_repeated userId"]);
  }
  assert.deepEqual(verify(twice('"U1"', '"\\u00551"')), { userId: "U1" });
});

test("lone surrogates, which one of the six makes U+FFFD of, are refused in every place (anchors.md)", () => {
  for (const lone of ["\ud800", "\udc00", "U\udc00\ud800", "\ud800\ud800\udc00", "😀\ud83d"]) {
    assert.deepEqual(codesOf(sign({ userId: lone })), ["field_not_well_formed userId"]);
    assert.deepEqual(codesOf(sign({ userId: "U1", own: lone })), ["field_not_well_formed own"]);
    assert.equal(refusal(sign({ userId: "U1", [lone]: "x" })).code, "field_not_well_formed");
    assert.deepEqual(codesOf(() => assembleToken({ ...alice, widgetId, userName: lone, widgetKey: "0".repeat(19) })), [
      "field_not_well_formed userName",
    ]);
    assert.equal(refusal(() => verify(jws(`{"userId":${JSON.stringify(lone)}}`))).code, "field_not_well_formed");
    assert.deepEqual(codesOf(() => new Signer(SECRET + lone)), ["secret_not_well_formed secret"]);
  }
  assert.equal(verify(signer.sign({ userId: "U\ufffd😀" })).userId, "U\ufffd😀");
});

test("unused bits in the signature, which four of the six drop, are refused, each of them (anchors.md)", () => {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const last = alphabet.indexOf(aliceJWT.at(-1));
  assert.equal(last % 4, 0);
  for (const bits of [1, 2, 3]) {
    const changed = aliceJWT.slice(0, -1) + alphabet[last + bits];
    const bytes = (jwt) => Buffer.from(jwt.split(".")[2], "base64url");
    assert.deepEqual(bytes(changed), bytes(aliceJWT));
    for (const run of [verify, decodeUserJWT]) assert.deepEqual(codesOf(() => run(changed)), ["jwt_not_base64url userJWT"]);
  }
});

test("an identity that is no object, or that JSON would take for something else, is refused by name", () => {
  class Stringified { userId = "U1"; toJSON() { return "U1"; } }
  const notObjects = [
    undefined, null, [], [alice], "U1", SECRET, 42, NaN, 10n, true, Symbol("U1"), () => alice, new Date(0), new String("U1"),
    new Map([["userId", "U1"]]), new Set(["U1"]),
    new Stringified(), { userId: "U1", toJSON: () => "U1" }, { toJSON: () => null }, { toJSON: () => undefined },
  ];
  for (const identity of notObjects) {
    assert.deepEqual(codesOf(sign(identity)), ["not_an_object identity"], inspect(identity));
    assert.deepEqual(codesOf(() => signUserJWT(identity, SECRET)), ["not_an_object identity"], inspect(identity));
    assert.ok(codesOf(() => signer.token(identity, { widgetId })).includes("not_an_object identity"), inspect(identity));
  }
  for (const identity of [{}, Object.create({ userId: "U1" })]) {
    assert.deepEqual(codesOf(sign(identity)), ["field_missing userId"], inspect(identity));
  }
});

test("a userId of any type but string is refused, wherever a userId is given", () => {
  const cyclic = { userId: "U1" };
  cyclic.userId = cyclic;
  const circle = [];
  circle.push(circle);
  const values = [
    undefined, null, 0, 42, NaN, Infinity, true, false, 10n, Symbol("U1"), () => "U1", [], ["U1"], circle, {}, cyclic,
    new String("U1"), new Date(0), { toString: () => "U1" }, { toJSON: () => "U1" },
  ];
  for (const userId of values) {
    assert.deepEqual(codesOf(sign({ userId })), ["field_not_string userId"], inspect(userId));
    assert.deepEqual(codesOf(() => createToken({ ...alice, userId }, { secret: SECRET, widgetId })), ["field_not_string userId"]);
    assert.deepEqual(codesOf(() => assembleToken({ ...alice, userId, widgetId, widgetKey: "0".repeat(19) })), [
      "field_not_string userId",
    ]);
    assert.deepEqual(codesOf(sign({ userId: "U1", own: userId })), ["field_not_string own"], inspect(userId));
  }
});

test("what throws while it is read is named, with the caller's own error as the cause", () => {
  const own = new Error("the caller's own");
  const fail = () => { throw own; };
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const unreadable = [
    Object.defineProperty({}, "userId", { get: fail, enumerable: true }),
    { userId: "U1", toJSON: fail },
    { userId: Object.defineProperty({}, "nested", { get: fail, enumerable: true }) },
    new Proxy({}, { ownKeys: fail }),
    new Proxy({ userId: "U1" }, { get: fail }),
    proxy,
  ];
  for (const given of unreadable) {
    const error = refusal(sign(given));
    assert.deepEqual([error.code, error.field], ["not_readable", "identity"]);
    assert.ok(error.cause === own || given === proxy);
    assert.deepEqual(codesOf(() => signer.token(given, { widgetId })), ["not_readable identity"]);
    assert.deepEqual(codesOf(() => assembleToken(given)), ["not_readable token"]);
    assert.deepEqual(codesOf(() => checkToken(given)), ["not_readable token"]);
    assert.deepEqual(codesOf(() => explainToken(given)), ["not_readable token"]);
    assert.deepEqual(codesOf(() => signer.sign(alice, given)), ["not_readable options"]);
    assert.deepEqual(codesOf(() => verify(aliceJWT, given)), ["not_readable options"]);
  }
  assert.equal(signer.sign(new Proxy(alice, {}), { issuedAt: false }), signer.sign(alice, { issuedAt: false }));
});

test("options that throw while they are read are named by the one-shot functions and the constructor too", () => {
  const fail = () => { throw new Error("the caller's own"); };
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const throwingSecret = Object.defineProperty({}, "allowShortSecret", { get: fail, enumerable: true });
  for (const options of [throwingSecret, new Proxy({}, { ownKeys: fail }), proxy]) {
    for (const run of [
      () => new Signer(SECRET, options),
      () => signUserJWT(alice, SECRET, options),
      () => verifyUserJWT(aliceJWT, SECRET, options),
      () => createToken(alice, options),
    ]) {
      assert.deepEqual(codesOf(run), ["not_readable options"]);
    }
  }
});

test("toJSON is called once, as JSON.stringify does, so that a second answer cannot differ", () => {
  let calls = 0;
  class Entity { userId = "U1"; toJSON() { calls += 1; return calls > 1 ? undefined : this; } }
  const claims = decodeUserJWT(signer.sign(new Entity(), { issuedAt: false })).claims;
  assert.deepEqual(claims, { userId: "U1" });
});

const TIMES = ["issuedAt", "expiresInSeconds", "notBeforeSeconds"];
const SIGNING = [
  (options) => signer.sign(alice, options),
  (options) => signUserJWT(alice, SECRET, options),
  (options) => signer.token(alice, { widgetId, ...options }),
  (options) => createToken(alice, { secret: SECRET, widgetId, ...options }),
];
const VERIFYING = [
  (options) => signer.verify(aliceJWT, options),
  (options) => verifyUserJWT(aliceJWT, SECRET, options),
  (options) => signer.explain(alice, options),
  (options) => explainToken(alice, SECRET, options),
  (options) => explainToken(alice, undefined, options),
];

test("an option for signing that is no whole number of seconds is refused by name", () => {
  const wrong = ["120", "", "1h", NaN, Infinity, -Infinity, -1, 1.5, true, 10n, [], [60], {}, new Date(0), () => 60, Symbol("60")];
  for (const run of SIGNING) {
    for (const name of TIMES) {
      for (const value of wrong) {
        assert.deepEqual(codesOf(() => run({ [name]: value })), [`option_invalid ${name}`], inspect(value));
      }
    }
    for (const value of [0, false, now, now * 1000]) {
      assert.deepEqual(codesOf(() => run({ expiresInSeconds: value })), ["option_invalid expiresInSeconds"], inspect(value));
    }
    assert.deepEqual(codesOf(() => run({ issuedAt: now * 1000 })), ["time_in_milliseconds issuedAt"]);
    assert.deepEqual(codesOf(() => run({ notBeforeSeconds: 60, expiresInSeconds: 60 })), ["option_invalid expiresInSeconds"]);
  }
});

test("an option for verifying that is no number of seconds is refused by name", () => {
  const wrong = ["120", "", NaN, Infinity, -1, true, false, 10n, [], [60], {}, new Date(0), () => 60, Symbol("60")];
  for (const run of VERIFYING) {
    for (const name of ["now", "clockToleranceSeconds"]) {
      for (const value of wrong) {
        assert.deepEqual(codesOf(() => run({ [name]: value })), [`option_invalid ${name}`], inspect(value));
      }
      assert.deepEqual(codesOf(() => run({ [name]: now * 1000 })), [`time_in_milliseconds ${name}`]);
    }
  }
});

test("an option that does not exist is refused by name, even when it is undefined", () => {
  for (const value of [60, "1h", undefined, null]) {
    for (const name of ["expiresIn", "noTimestamp", "algorithm", "now", "", "constructor"]) {
      for (const run of SIGNING) assert.deepEqual(codesOf(() => run({ [name]: value })), [`option_unknown ${name}`]);
    }
    for (const name of ["maxAge", "ignoreExpiration", "algorithms", "issuedAt", "", "constructor"]) {
      for (const run of VERIFYING) assert.deepEqual(codesOf(() => run({ [name]: value })), [`option_unknown ${name}`]);
    }
    assert.deepEqual(codesOf(() => new Signer(SECRET, { allowShort: value })), ["option_unknown allowShort"]);
  }
});

test("a secret among the options of a function that takes it as an argument is unknown there", () => {
  for (const run of [
    () => new Signer(SECRET, { secret: "another" }),
    () => signUserJWT(alice, SECRET, { secret: "another" }),
    () => verifyUserJWT(aliceJWT, SECRET, { secret: "another" }),
  ]) {
    assert.deepEqual(codesOf(run), ["option_unknown secret"]);
  }
});

test("options that are no object are refused", () => {
  for (const options of [null, "120", 60, NaN, true, 10n, [], [60], () => ({}), Symbol("options")]) {
    for (const run of [
      () => signer.sign(alice, options),
      () => signUserJWT(alice, SECRET, options),
      () => signer.verify(aliceJWT, options),
      () => verifyUserJWT(aliceJWT, SECRET, options),
      () => signer.explain(alice, options),
      () => explainToken(alice, SECRET, options),
      () => signer.token(alice, options),
    ]) {
      assert.equal(codesOf(run)[0], "not_an_object options", inspect(options));
    }
    refusal(() => createToken(alice, options));
  }
});

test("options of the constructor that are no object are refused", () => {
  for (const options of [null, "120", 60, true, [], () => ({}), Symbol("options")]) {
    assert.deepEqual(codesOf(() => new Signer(SECRET, options)), ["not_an_object options"], inspect(options));
  }
});

test("allowShortSecret is a boolean and nothing that passes for one", () => {
  for (const allowShortSecret of [0, 1, "true", "", {}, []]) {
    for (const run of [
      () => new Signer("x", { allowShortSecret }),
      () => signUserJWT(alice, "x", { allowShortSecret }),
      () => verifyUserJWT(aliceJWT, "x", { allowShortSecret }),
      () => createToken(alice, { secret: "x", widgetId, allowShortSecret }),
    ]) {
      assert.deepEqual(codesOf(run), ["option_invalid allowShortSecret"]);
    }
  }
});

test("a secret of any type but string and bytes is refused", () => {
  for (const secret of [undefined, null]) assert.deepEqual(codesOf(() => new Signer(secret)), ["secret_missing secret"]);
  const wrong = [42, true, 10n, {}, { secret: SECRET }, [], new String(SECRET), new ArrayBuffer(32), new Uint16Array(32), Symbol("x"), () => SECRET];
  for (const secret of wrong) assert.deepEqual(codesOf(() => new Signer(secret)), ["secret_not_text secret"], inspect(secret));
  for (const secrets of [[], [undefined], [SECRET, undefined], [SECRET, null]]) {
    assert.deepEqual(codesOf(() => verifyUserJWT(aliceJWT, secrets)), ["secret_missing secret"], inspect(secrets.length));
    assert.deepEqual(codesOf(() => explainToken(alice, secrets)), ["secret_missing secret"]);
  }
});

test("all problems of one input are reported in one error: identity, widgetId, versions and times", () => {
  const identity = { customerId: null, customerName: "", userEmail: 42, userName: "\ud800", sub: "U1", visitor: "true", exp: 1, own: [] };
  assert.deepEqual(
    codesOf(() => signer.token(identity, { widgetId: "not base64url", versions: { app: 1 }, expiresInSeconds: "60", expiresIn: 60 })).sort(),
    [
      "field_empty customerName",
      "field_forbidden exp",
      "field_forbidden sub",
      "field_forbidden visitor",
      "field_invalid versions",
      "field_invalid widgetId",
      "field_missing userId",
      "field_not_string customerId",
      "field_not_string own",
      "field_not_string userEmail",
      "field_not_well_formed userName",
      "option_invalid expiresInSeconds",
      "option_unknown expiresIn",
    ],
  );
  assert.deepEqual(codesOf(() => createToken({ userId: "U1" }, { secret: SECRET })).sort(), [
    "field_missing customerId",
    "field_missing customerName",
    "field_missing userEmail",
    "field_missing userName",
    "field_missing widgetId",
  ]);
});

test("all problems of one userJWT and of one token are reported in one error", () => {
  const payload = { userId: 42, customerId: "\ud800", sub: "U1", exp: now, nbf: now + 60, iat: "now" };
  assert.deepEqual(codesOf(() => verify(jws(JSON.stringify(payload)), { now })).sort(), [
    "field_forbidden sub",
    "field_not_string userId",
    "field_not_well_formed customerId",
    "jwt_expired exp",
    "jwt_not_yet_valid nbf",
    "jwt_time_invalid iat",
  ]);
  assert.deepEqual(codesOf(() => assembleToken({ userId: "U1", userName: "", env: "x", widgetId: SECRET })).sort(), [
    "field_empty userName",
    "field_invalid widgetId",
    "field_missing customerId",
    "field_missing customerName",
    "field_missing userEmail",
    "field_unknown env",
    "signature_missing userJWT",
  ]);
});

test("a token carries no identity field that it does not sign, and none that it does not check", () => {
  class Entity {
    constructor() { Object.assign(this, alice); }
    get userAvatarUrl() { return 42; }
  }
  const token = signer.token(new Entity(), { widgetId });
  assert.equal(checkToken(token), undefined);
  assert.deepEqual(new Set(Object.values(signer.explain(token).fields)), new Set(["signed"]));
});

test("a token carries what was signed when a getter answers anew each time", () => {
  let reads = 0;
  const identity = Object.defineProperty({ ...alice }, "userId", { get: () => `U${(reads += 1)}`, enumerable: true });
  const token = signer.token(identity, { widgetId });
  assert.equal(token.userId, decodeUserJWT(token.userJWT).claims.userId);
});

test("the versions of a token are those that were checked", () => {
  const inherited = Object.assign(Object.create({ versions: { app: 5 } }), { widgetId });
  assert.equal(signer.token(alice, inherited).versions, undefined);
  assert.deepEqual(codesOf(() => signer.token(alice, { widgetId, versions: new Map([["app", "1"]]) })), ["field_invalid versions"]);
});

test("what the signer signs, its own verify takes, at the most claims that there may be", () => {
  let identity = { userId: "U1" };
  let userJWT;
  for (let count = 1; count < 300; count += 1) {
    try {
      userJWT = signer.sign(identity, { expiresInSeconds: 60 });
    } catch (error) {
      assert.ok(error instanceof FogbenderTokenError && count > 200);
      break;
    }
    assert.equal(verify(userJWT).userId, "U1", `${count} claims`);
    identity = { ...identity, [`own${count}`]: "x" };
  }
});

test("what the signer signs, its own verify takes, at the greatest length that there may be", () => {
  const longest = Array.from({ length: 600 }, (_, index) => 48_800 + index).filter((length) => {
    try {
      return verify(signer.sign({ userId: "x".repeat(length) })).userId.length === length;
    } catch (error) {
      assert.equal(error.code, "too_large");
      return false;
    }
  });
  assert.ok(longest.length > 100 && longest.length < 500);
  assert.equal(longest.at(-1) - longest[0], longest.length - 1);
});

test("a signer shows nothing of its secret to a console, a serializer or a clone", () => {
  const loud = new Signer(SECRET);
  const { userJWT } = loud.token(alice, { widgetId });
  assertHidden(loud, SECRET);
  assertHidden(loud, userJWT);
  assertHidden({ nested: [loud] }, SECRET);
  assert.deepEqual(Reflect.ownKeys(loud), []);
  assert.equal(JSON.stringify(loud), "{}");
});

test("errors of every kind of call show neither the secret nor the token", () => {
  const other = SECRET.replace("e", "f");
  const token = signer.token(alice, { widgetId });
  for (const run of [
    () => signUserJWT(SECRET, alice),
    () => verifyUserJWT(SECRET, aliceJWT),
    () => verifyUserJWT(aliceJWT, other),
    () => verifyUserJWT(aliceJWT, [other, SECRET + "\n"]),
    () => verifyUserJWT([aliceJWT], SECRET),
    () => createToken(alice, { secret: SECRET, widgetId: SECRET }),
    () => createToken({ ...alice, sub: SECRET, own: [SECRET] }, { secret: SECRET, widgetId, issuedAt: SECRET }),
    () => createToken(alice, { secret: { SECRET }, widgetId }),
    () => assembleToken({ ...token, userId: "U2", secret: SECRET, userHMAC: SECRET, widgetKey: SECRET, versions: { SECRET: 1 } }),
    () => new Signer(SECRET, SECRET),
    () => signer.verify(aliceJWT, SECRET),
    () => signer.verify(`${aliceJWT}.${SECRET}`),
  ]) {
    const error = refusal(run);
    for (const hidden of [SECRET, other, aliceJWT, token.userJWT]) assertHidden(error, hidden);
  }
  for (const explanation of [explainToken({ ...token, userId: "U2" }, other), explainToken({ ...token, widgetId: SECRET }, SECRET)]) {
    for (const hidden of [SECRET, other, token.userJWT]) assertHidden(explanation, hidden);
  }
});

test("a secret that no HTTP header can carry does not show in the cause either, with the runtime's own fetch", async () => {
  const secret = `${SECRET.slice(0, 16)}\n${SECRET.slice(16)}`;
  const error = await requestSignatures(alice, { secret, url: "http://127.0.0.1:1/" }).then(() => assert.fail("not refused"), checked);
  for (const half of [SECRET.slice(0, 16), SECRET.slice(16)]) assertHidden(error, half);
});

test("a freed signer refuses every call, and freeing it again is harmless", () => {
  const used = freed();
  used.free();
  used[Symbol.dispose]();
  for (const run of [
    () => used.sign(alice),
    () => used.verify(aliceJWT),
    () => used.token(alice, { widgetId }),
    () => used.explain(alice),
    () => used.sign(undefined, null),
  ]) {
    assert.deepEqual(codesOf(run), ["signer_freed"]);
  }
  assert.equal(signer.sign(alice, { issuedAt: 1 }), new Signer(SECRET).sign(alice, { issuedAt: 1 }));
});

test("a signer that is freed by a getter of the identity says so", () => {
  const used = new Signer(SECRET);
  const identity = { get userId() { used.free(); return "U1"; } };
  assert.deepEqual(codesOf(() => used.sign(identity)), ["signer_freed"]);
});

test("Symbol.dispose frees a signer, as `using` would", () => {
  assert.equal(typeof Symbol.dispose, "symbol");
  const used = new Signer(SECRET);
  assert.equal(used.sign(alice, { issuedAt: 1 }), signer.sign(alice, { issuedAt: 1 }));
  used[Symbol.dispose]();
  assert.deepEqual(codesOf(() => used.sign(alice)), ["signer_freed"]);
});

test("a call within a getter of another call's identity disturbs neither", () => {
  let inner;
  const outer = signer.sign({ get userId() { inner = signer.sign({ userId: "inner" }, { issuedAt: 1 }); return "outer"; } }, { issuedAt: 1 });
  assert.equal(verify(outer).userId, "outer");
  assert.equal(verify(inner).userId, "inner");
});

test("a stack overflow in the middle of a signature, caught by the caller, leaves the package and the signer working", () => {
  let overflows = 0;
  const deeper = () => {
    try {
      signer.sign(alice, { expiresInSeconds: 60 });
      deeper();
    } catch {
      overflows += 1;
      if (overflows % 200 !== 0) deeper();
    }
  };
  for (let round = 0; round < 20; round += 1) deeper();
  assert.ok(overflows >= 200);
  assert.equal(signer.sign(alice, { issuedAt: false }), new Signer(SECRET).sign(alice, { issuedAt: false }));
  assert.deepEqual(codesOf(() => signer.sign({ userId: 42 })), ["field_not_string userId"]);
  assert.equal(signer.verify(signer.sign(alice)).userId, alice.userId);
});

test("a Date.now that throws, as fake timers may make it, is the caller's error and breaks nothing", (t) => {
  const clock = t.mock.method(Date, "now", () => { throw new Error("from the caller's clock"); });
  assert.throws(() => signer.sign(alice), /from the caller's clock/);
  clock.mock.restore();
  assert.equal(signer.verify(signer.sign(alice)).userId, alice.userId);
  assert.equal(decodeUserJWT(aliceJWT).claims.userId, alice.userId);
});
