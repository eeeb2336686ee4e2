import assert from "node:assert/strict";
import { test } from "node:test";
import { requestSignatures, Signer } from "fogbender-token";
import { createStandIn } from "fogbender-token/stand-in";
import { alice, answer, assertRefused, jws, otherSecret, secret, serve, signer } from "./signatures.js";

test("a refused secret is told apart from every other status", async (t) => {
  for (const status of [401, 403]) {
    const url = await serve(t, async () => Response.json({ error: { message: secret } }, { status }));
    const { message } = await assertRefused(requestSignatures(alice, secret, { url }), "signatures_unauthorized");
    assert.match(message, new RegExp(String(status)));
  }
  const standIn = await serve(t, createStandIn({ secret }));
  await assertRefused(requestSignatures(alice, otherSecret, { url: standIn }), "signatures_unauthorized");
  for (const status of [201, 204, 400, 404, 405, 413, 429, 500, 502, 503]) {
    const good = JSON.stringify({ signatures: { userJWT: signer.sign(alice) } });
    const url = await serve(t, async () => new Response(status === 204 ? null : good, { status }));
    const { message } = await assertRefused(requestSignatures(alice, secret, { url }), "signatures_bad_response");
    assert.match(message, new RegExp(String(status)));
  }
});

test("an answer without a userJWT is refused, whatever it is", async (t) => {
  let body;
  const url = await serve(t, async () => new Response(body));
  const jwt = signer.sign(alice);
  const others = [
    "",
    "<html>",
    secret,
    "null",
    "[]",
    "42",
    "{}",
    '{"signatures":null}',
    '{"signatures":[]}',
    '{"signatures":{"userJWT":null}}',
    '{"signatures":{"userJWT":{}}}',
    `{"userJWT":"${jwt}"}`,
    `{"token":{"userJWT":"${jwt}"}}`,
    `{"signatures":{"userJWT":"${jwt}"}`,
    Uint8Array.of(0xff),
  ];
  for (body of others) await assertRefused(requestSignatures(alice, secret, { url }), "signatures_bad_response");
  body = JSON.stringify({ signatures: { userHMAC: "0".repeat(64), userJWT: jwt }, widgetId: "dzAw" });
  assert.deepEqual(await requestSignatures(alice, secret, { url }), { userJWT: jwt });
});

test("a userJWT that is not over this identity alone, or not by this secret, is refused", async (t) => {
  let userJWT;
  const url = await serve(t, async () => answer(userJWT));
  const wrong = [
    [signer.sign({ ...alice, userId: "U1" }), "userId"],
    [signer.sign({ ...alice, customerId: "C1" }), "customerId"],
    [jws(JSON.stringify({ userId: alice.userId })), "customerId"],
    [jws(JSON.stringify({ ...alice, role: "admin" })), "role"],
    [new Signer(otherSecret).sign(alice), "userJWT"],
    [jws(JSON.stringify({ ...alice, sub: alice.userId })), "userJWT"],
    [jws(JSON.stringify({ ...alice, visitor: true })), "userJWT"],
    [jws(JSON.stringify({ ...alice, userId: 234328 })), "userJWT"],
    [jws(JSON.stringify(alice), '{"alg":"none"}'), "userJWT"],
    [`${signer.sign(alice).split(".").slice(0, 2).join(".")}.`, "userJWT"],
    [signer.sign(alice, { issuedAt: 1_700_000_000, expiresInSeconds: 60 }), "userJWT"],
    [secret, "userJWT"],
    ["", "userJWT"],
  ];
  for (const [given, field] of wrong) {
    userJWT = given;
    await assertRefused(requestSignatures(alice, secret, { url }), "signatures_bad_response", field);
  }
  userJWT = signer.sign(alice, { expiresInSeconds: 60 });
  assert.deepEqual(await requestSignatures(alice, secret, { url }), { userJWT });
});
