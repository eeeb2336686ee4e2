// Proof that a contender does what it is timed for, by nothing but node:crypto and JSON.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { identity, LIFETIME_SECONDS, secret, USER_JWT, widgetId } from "./payload.js";

const base64url = (text) => Buffer.from(text).toString("base64url");
const read = (part) => JSON.parse(Buffer.from(part, "base64url").toString());
const mac = (input) => createHmac("sha256", secret).update(input).digest("base64url");

/** A JWT over these claims, made here. */
function made(claims) {
  const input = `${base64url('{"alg":"HS256","typ":"JWT"}')}.${base64url(JSON.stringify(claims))}`;
  return `${input}.${mac(input)}`;
}

const seconds = () => Math.floor(Date.now() / 1000);

/** A userJWT over the identity with times: what `verify` is given. */
export function timedUserJWT(iat = seconds()) {
  return made({ ...identity, iat, exp: iat + LIFETIME_SECONDS });
}

/** That a userJWT's signature is right; gives its claims. */
export function signedClaims(userJWT) {
  const [header, payload, signature] = userJWT.split(".");
  assert.equal(signature, mac(`${header}.${payload}`));
  assert.deepEqual(read(header), { alg: "HS256", typ: "JWT" });
  return read(payload);
}

/** That a userJWT was issued now, and its signature is right. */
export function signedNow(userJWT) {
  const { iat, ...claims } = signedClaims(userJWT);
  assert.ok(Math.abs(iat - seconds()) <= 120, `iat is ${iat}`);
  return { iat, claims };
}

/** That a contender signs and verifies rightly, and assembles, where it does. */
export async function prove({ sign, signTimed, token, verify, alwaysIssuedAt, sameBytes }) {
  const userJWT = await sign(identity);
  assert.deepEqual(alwaysIssuedAt ? signedNow(userJWT).claims : signedClaims(userJWT), identity);
  if (sameBytes) assert.equal(userJWT, USER_JWT);

  const timed = signedNow(await signTimed(identity));
  assert.deepEqual(timed.claims, { ...identity, exp: timed.iat + LIFETIME_SECONDS });

  if (token) {
    const { userJWT: within, ...fields } = token(identity);
    assert.deepEqual(fields, { widgetId, ...identity });
    assert.deepEqual(signedNow(within).claims, identity);
    assert.throws(() => token({ ...identity, userName: "" }));
  }

  const good = timedUserJWT();
  assert.deepEqual({ ...(await verify(good)) }, signedClaims(good));
  const [header, , signature] = good.split(".");
  const bob = base64url(JSON.stringify({ ...signedClaims(good), userId: "U2" }));
  const refused = async (userJWT) => verify(userJWT);
  await assert.rejects(refused(`${header}.${bob}.${signature}`), "other claims under the same signature");
  await assert.rejects(refused(`${good.slice(0, -5)}AAAAA`), "another signature");
  await assert.rejects(refused(timedUserJWT(seconds() - 2 * LIFETIME_SECONDS)), "expired");
}
