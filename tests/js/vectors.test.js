import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Signer, createToken, decodeUserJWT, signUserJWT, verifyUserJWT } from "fogbender-token";

const vectors = JSON.parse(readFileSync(new URL("../vectors/user-jwt.json", import.meta.url), "utf8"));

const widgetId = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";

/** A payload as it is asked of us: the identity, and the options that put the same times behind it. */
function asked(payload) {
  const { iat, nbf, exp, ...identity } = JSON.parse(payload);
  const options = { issuedAt: iat ?? false };
  if (nbf !== undefined) options.notBeforeSeconds = nbf - iat;
  if (exp !== undefined) options.expiresInSeconds = exp - iat;
  return { identity, options, now: iat === undefined ? {} : { now: iat } };
}

const isComplete = ({ customerId, customerName, userEmail, userName }) =>
  [customerId, customerName, userEmail, userName].every((field) => field !== undefined);

test("the known answers are all there, with and without times, complete and not", () => {
  assert.equal(vectors.length, 32);
  assert.ok(vectors.some(({ payload }) => asked(payload).options.expiresInSeconds > 0));
  assert.ok(vectors.some(({ payload }) => !isComplete(asked(payload).identity)));
});

for (const { note, secret, payload, userJWT } of vectors) {
  const { identity, options, now } = asked(payload);

  test(`known answer of independent implementations, signed and verified: ${note}`, () => {
    const signer = new Signer(secret);
    assert.equal(signer.sign(identity, options), userJWT);

    const claims = signer.verify(userJWT, now);
    assert.deepEqual(claims, JSON.parse(payload));
    assert.equal(JSON.stringify(claims), payload);
    assert.deepEqual(decodeUserJWT(userJWT), { header: { alg: "HS256", typ: "JWT" }, claims });
    signer.free();
  });

  test(`known answer of independent implementations, by the one-shot functions: ${note}`, () => {
    const bytes = new TextEncoder().encode(secret);
    for (const key of [secret, bytes, Buffer.from(secret)]) {
      assert.equal(signUserJWT(identity, key, options), userJWT);
      assert.equal(JSON.stringify(verifyUserJWT(userJWT, key, now)), payload);
    }
    const other = vectors.find((vector) => vector.secret !== secret).secret;
    assert.equal(JSON.stringify(verifyUserJWT(userJWT, [other, secret], now)), payload);
    assert.throws(() => verifyUserJWT(userJWT, other, now), { code: "signature_mismatch" });
  });

  if (isComplete(identity)) {
    test(`known answer of independent implementations, in a token: ${note}`, () => {
      const expected = { widgetId, ...identity, userJWT };
      assert.deepEqual(createToken(identity, { secret, widgetId, ...options }), expected);
      assert.deepEqual(new Signer(secret).token(identity, { widgetId, ...options }), expected);
    });
  }
}

test("an expiry ends with its second, which is itself too late (RFC 7519 §4.1.4)", () => {
  const { secret, payload, userJWT } = vectors.find((vector) => JSON.parse(vector.payload).exp !== undefined);
  const { exp } = JSON.parse(payload);
  assert.equal(verifyUserJWT(userJWT, secret, { now: exp - 1 }).exp, exp);
  assert.throws(() => verifyUserJWT(userJWT, secret, { now: exp }), { code: "jwt_expired", field: "exp" });
  assert.equal(verifyUserJWT(userJWT, secret, { now: exp, clockToleranceSeconds: 1 }).exp, exp);
});
