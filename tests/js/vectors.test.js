import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Signer, createToken, decodeUserJWT, signUserJWT, verifyUserJWT } from "fogbender-token";

const vectors = JSON.parse(readFileSync(new URL("../vectors/user-jwt.json", import.meta.url), "utf8"));

const widgetId = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";

const FIELDS = ["userId", "customerId", "customerName", "userEmail", "userName", "userAvatarUrl"];

/** A payload as it is asked of us: the identity, and the options that put the same times behind it. */
function asked(payload) {
  const { iat, nbf, exp, ...identity } = JSON.parse(payload);
  const options = { issuedAt: iat ?? false };
  if (nbf !== undefined) options.notBeforeSeconds = nbf - iat;
  if (exp !== undefined) options.expiresInSeconds = exp - iat;
  return { identity, options, now: iat === undefined ? {} : { now: iat } };
}

const isComplete = (identity) => FIELDS.slice(0, 5).every((field) => identity[field] !== undefined);

/** Whether a payload has its fields in the order in which we sign. */
const isInOrder = (identity) => Object.keys(identity).join() === FIELDS.filter((field) => field in identity).join();

test("the known answers are all there, with and without times, complete and not, and one in another order", () => {
  assert.equal(vectors.length, 32);
  const identities = vectors.map(({ payload }) => asked(payload).identity);
  assert.ok(vectors.some(({ payload }) => asked(payload).options.expiresInSeconds > 0));
  assert.equal(identities.filter((identity) => !isComplete(identity)).length, 2);
  assert.equal(identities.filter((identity) => !isInOrder(identity)).length, 1);
});

for (const { note, secret, payload, userJWT } of vectors) {
  const { identity, options, now } = asked(payload);
  const partial = { ...options, partial: true };
  const bytes = new TextEncoder().encode(secret);

  test(`known answer of independent implementations, verified and decoded: ${note}`, () => {
    const claims = new Signer(secret).verify(userJWT, now);
    assert.deepEqual(claims, JSON.parse(payload));
    assert.equal(JSON.stringify(claims), payload);
    assert.deepEqual(decodeUserJWT(userJWT), { header: { alg: "HS256", typ: "JWT" }, claims });
    const other = vectors.find((vector) => vector.secret !== secret).secret;
    for (const key of [secret, bytes, Buffer.from(secret), [other, secret]]) {
      assert.equal(JSON.stringify(verifyUserJWT(userJWT, key, now)), payload);
    }
    assert.throws(() => verifyUserJWT(userJWT, other, now), { code: "signature_mismatch" });
  });

  if (isInOrder(identity)) {
    test(`known answer of independent implementations, signed: ${note}`, () => {
      assert.equal(new Signer(secret).sign(identity, partial), userJWT);
      for (const key of [secret, bytes, Buffer.from(secret)]) assert.equal(signUserJWT(identity, key, partial), userJWT);
    });
  }

  if (isComplete(identity)) {
    test(`known answer of independent implementations, in a token: ${note}`, () => {
      const expected = { widgetId, ...identity, userJWT };
      assert.deepEqual(createToken(identity, secret, { widgetId, ...options }), expected);
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
