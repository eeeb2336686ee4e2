import assert from "node:assert/strict";
import { test } from "node:test";
import { requestSignatures } from "fogbender-token";
import { createStandIn } from "fogbender-token/stand-in";
import { alice, answer, assertRefused, jws, secret, serve, signer } from "./signatures.js";

test("the stand-in signs what is asked for, given its secret as text or as bytes", async (t) => {
  const url = await serve(t, createStandIn({ secret }));
  for (const given of [secret, new TextEncoder().encode(secret)]) {
    for (const address of [url, new URL(url)]) {
      const answered = await requestSignatures(alice, given, { url: address });
      assert.deepEqual(answered, { userJWT: signer.sign(alice, { issuedAt: false }) });
    }
  }
  const zoe = { ...alice, userName: "Zoë 👩🏽‍🚀" };
  const { userJWT } = await requestSignatures(zoe, secret, { url });
  assert.deepEqual(signer.verify(userJWT), zoe);
});

test("the request is Fogbender's: the default address, the secret in one header alone, the claims as the body", async () => {
  const asked = [];
  const fetch = async (...args) => (asked.push(args), answer(signer.sign(alice)));
  const { userJWT } = await requestSignatures(alice, secret, { fetch });
  assert.deepEqual(signer.verify(userJWT).userId, alice.userId);
  const [[url, { method, headers, body, redirect, signal }]] = asked;
  assert.deepEqual([url, method, redirect], ["https://api.fogbender.com/signatures", "POST", "manual"]);
  assert.deepEqual(Object.fromEntries(new Headers(headers)), {
    accept: "application/json",
    authorization: `Bearer ${secret}`,
    "content-type": "application/json",
  });
  assert.equal(body, JSON.stringify(alice));
  assert.ok(signal instanceof AbortSignal);
  assert.equal(asked.length, 1);
});

test("nothing is sent when identity or options are wrong", async () => {
  const fetch = () => assert.fail("the secret was sent");
  const unsendable = Uint8Array.from({ length: 32 }, (_, index) => 255 - index);
  const refused = [
    [{}, secret, {}, "field_missing", "userId"],
    [{ ...alice, userId: 42 }, secret, {}, "field_not_string", "userId"],
    [{ ...alice, userId: "\ud83d" }, secret, {}, "field_not_well_formed", "userId"],
    [undefined, secret, {}, "not_an_object", "identity"],
    [alice, undefined, {}, "secret_missing", "secret"],
    [alice, "", {}, "secret_empty", "secret"],
    [alice, secret, { headers: {} }, "option_unknown", "headers"],
    [alice, secret, { fetch: "fetch" }, "option_invalid", "fetch"],
    [alice, secret, { signal: new AbortController() }, "option_invalid", "signal"],
    [alice, `${secret}\u0000ß`, { url: "http://localhost/" }, "secret_unsendable", "secret"],
    [alice, unsendable, {}, "secret_unsendable", "secret"],
    ...[0, -1, 3601, NaN, Infinity, "10", null].map((timeoutSeconds) => [
      alice,
      secret,
      { timeoutSeconds },
      "option_invalid",
      "timeoutSeconds",
    ]),
  ];
  for (const [identity, given, options, code, field] of refused) {
    await assertRefused(requestSignatures(identity, given, { fetch, ...options }), code, field);
  }
  for (const options of [null, secret]) await assertRefused(requestSignatures(alice, secret, options), "not_an_object", "options");
});

test("an answer as Fogbender's, which holds both names and a userJWT with userId twice, is taken", async () => {
  const { userId, ...others } = alice;
  const payload = `{"userId":"${userId}",${JSON.stringify(others).slice(1, -1)},"userId":"${userId}"}`;
  const userJWT = jws(payload);
  const signatures = { ...alice, userHMAC: "0".repeat(64), userJWT, userPaseto: "v2.local.x" };
  const fetch = async () => Response.json({ token: signatures, signatures });
  assert.deepEqual(await requestSignatures(alice, secret, { fetch }), { userJWT });
});

test("own claims and a partial identity are asked for and signed as signing here does, and nothing else is taken", async (t) => {
  const url = await serve(t, createStandIn({ secret }));
  const given = [
    [alice, { claims: { team: "Support", zone: "EU" } }],
    [{ userId: "U1" }, { partial: true }],
    [
      { userId: "U1", userEmail: "a@b.c" },
      { partial: true, claims: { team: "Support" } },
    ],
  ];
  for (const [identity, options] of given) {
    const { userJWT } = await requestSignatures(identity, secret, { url, ...options });
    assert.equal(userJWT, signer.sign(identity, { ...options, issuedAt: false }));
  }
  const fetch = () => assert.fail("the secret was sent");
  const refused = [
    [{ userId: "U1" }, {}, "field_missing", "customerId"],
    [alice, { claims: { sub: "U1" } }, "field_forbidden", "sub"],
    [alice, { claims: { userId: "U2" } }, "field_forbidden", "userId"],
    [alice, { claims: ["team"] }, "option_invalid", "claims"],
    [alice, { partial: "yes" }, "option_invalid", "partial"],
    [alice, { expiresInSeconds: 60 }, "option_unknown", "expiresInSeconds"],
    [alice, { issuedAt: false }, "option_unknown", "issuedAt"],
  ];
  for (const [identity, options, code, field] of refused) {
    await assertRefused(requestSignatures(identity, secret, { fetch, ...options }), code, field);
  }
  // What was asked for must be in the answer.
  const without = async () => answer(signer.sign(alice));
  const claims = { team: "Support" };
  await assertRefused(requestSignatures(alice, secret, { fetch: without, claims }), "signatures_bad_response", "team");
});
