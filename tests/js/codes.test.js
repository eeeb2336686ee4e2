// The table of codes: each code of ErrorCode, and an input that meets it. No error shows what it was given.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { test } from "node:test";
import { inspect } from "node:util";
import {
  assembleToken,
  createSignaturesHandler,
  createToken,
  decodeUserJWT,
  explainToken,
  FogbenderTokenError,
  requestSignatures,
  Signer,
  signUserJWT,
  toNodeHandler,
  verifyUserJWT,
} from "fogbender-token";
import { fetchToken } from "fogbender-token/page";
import { fromAuthJs, fromBetterAuth, fromClerk, fromSupabase } from "fogbender-token/providers";
import { createStandIn } from "fogbender-token/stand-in";
import { alice, aliceJWT, assertHidden, base64url, checked, freed, jws, now, SECRET, signer, unreadable, widgetId } from "./refusal.js";

const verify = (jwt, options) => signer.verify(jwt, options);
const aliceToken = { widgetId, ...alice, userJWT: aliceJWT };

/** The signatures API's answer to `secret`: a response, or what its fetch throws. */
const requested = (secret, answer) => requestSignatures(alice, secret, { fetch: async () => answer() });

/** What a page's fetchToken makes of an endpoint's answer. */
const fetched = (answer, options) => fetchToken("http://localhost/", { fetch: async () => answer(), ...options });

/** What the signatures handler's answer says is wrong, as an error. */
async function answered(identify, init, options) {
  const handler = createSignaturesHandler({ secret: SECRET, identify, onError() {}, ...options });
  const { error } = await (await handler(new Request("http://localhost/", { method: "POST", ...init }))).json();
  throw new FogbenderTokenError(error.problems);
}

/** What the stand-in says is wrong with an Authorization header. */
async function stoodIn(authorization) {
  const request = new Request("http://localhost/signatures", { method: "POST", headers: { authorization }, body: "{}" });
  const { error } = await (await createStandIn({ secret: SECRET })(request)).json();
  throw new FogbenderTokenError(error.problems);
}

/** What toNodeHandler answers for a handler that breaks, as an error. */
async function brokenHandler(message) {
  const server = createServer(
    toNodeHandler(() => {
      throw new Error(message);
    }),
  ).listen(0, "127.0.0.1");
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
const customer = { customerId: "C1", customerName: "N" };
const supabase = (claims) => fromSupabase({ claims: { sub: "U234328", email: "a@example.com", ...claims } }, customer);

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

const json = { "content-type": "application/json" };
const [[throwing]] = unreadable();

/** Code, field, what must not show in the error, and the call that it is given to. */
const ROWS = [
  ["bearer_invalid", "authorization", `Bearer ${SECRET}x`, stoodIn],
  ["body_not_empty", "body", JSON.stringify({ userId: SECRET }), (given) => answered(() => alice, { body: given, headers: json })],
  ["body_unreadable", "body", Buffer.from([0xff]), (given) => answered(() => alice, { body: given })],
  ["content_type_not_json", "content-type", SECRET, (given) => answered(() => alice, { body: given })],
  [
    "cross_site_request",
    "origin",
    "https://evil.example",
    (given) => answered(() => alice, { headers: { origin: given, "sec-fetch-site": "cross-site" } }),
  ],
  ["email_missing", "userEmail", "U234328", (given) => fromAuthJs({ token: { sub: given } }, customer)],
  ["email_unverified", "userEmail", alice.userEmail, (given) => fromBetterAuth(betterAuth({ email: given, emailVerified: false }))],
  [
    "endpoint_aborted",
    undefined,
    SECRET,
    (given) =>
      fetched(
        () => {
          throw new Error(given);
        },
        { signal: AbortSignal.abort() },
      ),
  ],
  ["endpoint_failed", undefined, SECRET, (given) => fetched(() => new Response(given, { status: 500 }))],
  ["endpoint_not_json", undefined, SECRET, (given) => fetched(() => new Response(`<p>${given}`))],
  [
    "endpoint_unreachable",
    undefined,
    SECRET,
    (given) =>
      fetched(() => {
        throw new TypeError(given);
      }),
  ],
  ["field_editable", "customerId", "U234328", (given) => supabase({ sub: given, user_metadata: { customer_id: "C1" } })],
  ["field_empty", "userId", "", (given) => signer.sign({ ...alice, userId: given })],
  ["field_forbidden", "sub", SECRET, (given) => signUserJWT(alice, given, { claims: { sub: "U1" } })],
  ["field_forbidden", "visitor", jws('{"userId":"U1","visitor":true}'), verify],
  ["field_invalid", "widgetKey", SECRET, (given) => assembleToken({ widgetId, widgetKey: given })],
  ["field_invalid", "userEmail", SECRET, (given) => signer.sign({ ...alice, userEmail: given })],
  ["field_mismatch", "userId", aliceJWT, (given) => assembleToken({ ...alice, widgetId, userId: "U2", userJWT: given })],
  ["field_missing", "userId", SECRET, (given) => signUserJWT({}, given, { partial: true })],
  ["field_missing", "widgetId", SECRET, (given) => createToken(alice, given, {})],
  ["field_not_string", "userId", SECRET, (given) => signUserJWT({ ...alice, userId: 42 }, given)],
  ["field_not_string", "userId", jws('{"userId":42}'), verify],
  ["field_not_well_formed", "userId", "U\ud800", (given) => signer.sign({ ...alice, userId: given })],
  ["field_not_well_formed", "userId", jws('{"userId":"U\\ud800"}'), verify],
  ["field_reserved", "userId", `visitor-${SECRET}`, (given) => signer.sign({ ...alice, userId: given })],
  ["field_unknown", "secret", SECRET, (given) => assembleToken({ ...aliceToken, secret: given })],
  ["field_unresolved", "customerId", "[object Promise]", (given) => signer.sign({ ...alice, customerId: given })],
  [
    "identify_failed",
    undefined,
    SECRET,
    (given) =>
      answered(() => {
        throw new Error(given);
      }),
  ],
  ["internal", undefined, SECRET, (given) => brokenHandler(given)],
  ["jwt_alg_not_allowed", "userJWT", jws('{"userId":"U1"}', '{"alg":"HS512"}'), verify],
  ["jwt_alg_not_allowed", "userJWT", `${base64url('{"alg":"none"}')}.${base64url('{"userId":"U1"}')}.`, verify],
  ["jwt_crit_unknown", "userJWT", jws('{"userId":"U1"}', '{"alg":"HS256","crit":["b64"],"b64":false}'), verify],
  ["jwt_expired", "exp", jws(`{"userId":"U1","exp":${now}}`), (given) => verify(given, { now })],
  ["jwt_header_invalid", "userJWT", jws('{"userId":"U1"}', "[]"), verify],
  ["jwt_malformed", "userJWT", aliceJWT.slice(0, aliceJWT.lastIndexOf(".")), verify],
  ["jwt_malformed", "userJWT", `${aliceJWT}.`, decodeUserJWT],
  ["jwt_not_base64url", "userJWT", `${aliceJWT}=`, verify],
  ["jwt_not_base64url", "userJWT", `Bearer ${aliceJWT}`, verify],
  ["jwt_not_string", "userJWT", Buffer.from(aliceJWT), verify],
  ["jwt_not_yet_valid", "nbf", jws(`{"userId":"U1","nbf":${now + 1}}`), (given) => verify(given, { now })],
  ["jwt_payload_invalid", "userJWT", jws('"U1"'), verify],
  ["jwt_time_invalid", "exp", jws('{"userId":"U1","exp":"1700000000"}'), verify],
  ["method_not_allowed", undefined, "PUT", (given) => answered(() => alice, { method: given })],
  ["name_repeated", "userId", jws('{"userId":"U1","userId":"U2"}'), verify],
  ["not_an_object", "identity", SECRET, (given) => signUserJWT(given, SECRET)],
  ["not_an_object", "token", aliceJWT, assembleToken],
  ["not_an_object", "input", SECRET, (given) => explainToken(given)],
  ["not_an_object", "options", SECRET, (given) => signer.sign(alice, given)],
  ["not_readable", "identity", throwing, (given) => signer.sign(given)],
  ["not_signed_in", undefined, SECRET, () => answered(() => undefined)],
  ["option_invalid", "expiresInSeconds", "120", (given) => signer.sign(alice, { expiresInSeconds: given })],
  ["option_unknown", "expiresIn", 60, (given) => signer.sign(alice, { expiresIn: given })],
  ["organization_missing", "customerId", "U234328", (given) => fromBetterAuth(betterAuth({ id: given }, { activeOrganizationId: null }))],
  ["secret_empty", "secret", "", (given) => new Signer(given)],
  ["secret_in_browser", "secret", SECRET, (given) => elsewhere(given, { flags: ["--conditions=browser"] })],
  ["secret_invisible", "secret", `\ufeff${SECRET}`, (given) => new Signer(given)],
  ["secret_is_jwk", "secret", JSON.stringify({ kty: "oct", k: base64url(SECRET) }), (given) => new Signer(given)],
  ["secret_is_jwt", "secret", aliceJWT, (given) => verifyUserJWT(SECRET, given)],
  ["secret_is_pem", "secret", `-----BEGIN PRIVATE KEY-----\n${base64url(SECRET)}`, (given) => new Signer(given)],
  ["secret_missing", "secret", undefined, (given) => signUserJWT(alice, given)],
  ["secret_not_text", "secret", Array.from(SECRET, (character) => character.charCodeAt(0)), (given) => new Signer(given)],
  ["secret_not_well_formed", "secret", `${SECRET}\ud800`, (given) => new Signer(given)],
  ["secret_padded", "secret", `${SECRET}\n`, (given) => new Signer(given)],
  ["secret_prefixed", "secret", `FOGBENDER_SECRET=${SECRET}`, (given) => new Signer(given)],
  ["secret_quoted", "secret", `"${SECRET}"`, (given) => new Signer(given)],
  ["secret_too_long", "secret", SECRET.repeat(129), (given) => new Signer(given)],
  ["secret_too_short", "secret", SECRET.slice(1), (given) => new Signer(given)],
  ["secret_unresolved", "secret", "op://production/fogbender/secret", (given) => new Signer(given)],
  ["secret_unsendable", "secret", SECRET.replace("/", "\n"), (given) => requested(given, () => Response.json({}))],
  ["session_anonymous", "userId", "U234328", (given) => supabase({ sub: given, is_anonymous: true })],
  ["session_delegated", "userId", "U234328", (given) => supabase({ sub: given, client_id: "app" })],
  ["session_impersonated", "userId", "U999999", (given) => fromBetterAuth(betterAuth({}, { impersonatedBy: given }))],
  [
    "session_mismatch",
    "user",
    "U999999",
    (given) =>
      fromClerk({
        auth: { userId: "U234328", orgId: "C1" },
        user: { id: given, primaryEmailAddress: { emailAddress: "a@example.com", verification: { status: "verified" } } },
        organization: { id: "C1", name: "N" },
      }),
  ],
  ["signature_mismatch", "userJWT", aliceJWT.replace(/[^.]+$/, "A".repeat(43)), verify],
  ["signature_missing", "userJWT", alice.userEmail, (given) => assembleToken({ ...alice, userEmail: given, widgetId })],
  ["signatures_bad_response", undefined, SECRET, (given) => requested(given, () => Response.json({ error: given }))],
  ["signatures_bad_response", "userJWT", SECRET, (given) => requested(given, () => Response.json({ signatures: { userJWT: "a.b.c" } }))],
  ["signatures_unauthorized", undefined, SECRET, (given) => requested(given, () => new Response(given, { status: 403 }))],
  [
    "signatures_unreachable",
    undefined,
    SECRET,
    (given) =>
      requested(given, () => {
        throw new TypeError("fetch failed");
      }),
  ],
  ["signer_freed", undefined, aliceJWT, (given) => freed().verify(given)],
  ["time_in_milliseconds", "exp", jws(`{"userId":"U1","exp":${now * 1000}}`), verify],
  ["time_in_milliseconds", "issuedAt", SECRET, (given) => signUserJWT(alice, given, { issuedAt: now * 1000 })],
  [
    "token_mismatch",
    "userId",
    aliceJWT,
    (given) => fetched(() => Response.json({ token: { ...aliceToken, userJWT: given } }), { expect: { userId: "U2" } }),
  ],
  ["token_missing", undefined, aliceJWT, (given) => fetched(() => Response.json({ signatures: { userJWT: given } }))],
  ["token_wrapped", "token", aliceJWT, (given) => assembleToken({ token: { ...aliceToken, userJWT: given } })],
  ["too_large", "userJWT", "x".repeat(3_000_000), verify],
  ["too_large", "identity", "x".repeat(3_000_000), (given) => signer.sign({ ...alice, userId: given })],
  ["wasm_blocked", undefined, SECRET, (given) => elsewhere(given, { before: "WebAssembly.Module = () => { throw new Error() };" })],
  ["wasm_unavailable", undefined, SECRET, (given) => elsewhere(given, { before: "delete globalThis.WebAssembly;" })],
  ["wasm_unavailable", undefined, SECRET, (given) => elsewhere(given, { before: "delete globalThis.TextEncoder;" })],
  ["widget_id_is_secret", "widgetId", widgetId.padEnd(32, "x"), (given) => createToken(alice, given, { widgetId: given })],
];

test("every code of ErrorCode is met by a row of the table, and no other", () => {
  const types = readFileSync(new URL("../../js/entries/errors.d.ts", import.meta.url), "utf8");
  const [, union] = types.match(/export type ErrorCode =([^;]+);/);
  const codes = Array.from(union.matchAll(/"(\w+)"/g), ([, code]) => code);
  assert.ok(codes.length > 60);
  assert.deepEqual([...new Set(ROWS.map(([code]) => code))].sort(), codes.sort());
});

for (const [index, [code, field, given, run]] of ROWS.entries()) {
  test(`row ${index + 1} of the table of codes: ${code}${field ? ` ${field}` : ""}, and the error shows nothing of what was given`, async () => {
    const error = await (async () => run(given))().then((result) => assert.fail(`not refused: ${inspect(result)}`), checked);
    assert.equal(error.code, code);
    assert.equal(error.field, field);
    assert.equal(Object.hasOwn(error, "field"), field !== undefined);
    // The page's errors carry what fetch threw, which is the page's own.
    if (!code.startsWith("endpoint_")) assertHidden(error, SECRET);
    // A text of one repeated character has nothing to hide, and a list of what is missing names a placeholder.
    if (typeof given === "string" && new Set(given).size > 1 && !code.startsWith("endpoint_")) assertHidden(error, given.trim());
  });
}
