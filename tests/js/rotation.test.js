import assert from "node:assert/strict";
import { test } from "node:test";
import { FogbenderTokenError, signUserJWT, verifyUserJWT } from "fogbender-token";
import { alice, otherSecret, secret } from "./signatures.js";

test("a rotation has no downtime: verify with both, then sign with the new one, then forget the old one", () => {
  const [previous, current] = [secret, otherSecret];
  const isValid = (jwt, secrets) => {
    try {
      return verifyUserJWT(jwt, secrets).userId === alice.userId;
    } catch (error) {
      assert.equal(error.code, "signature_mismatch");
      return false;
    }
  };
  const servers = [[previous], [previous, current], [current, previous], [current]];
  const jwts = servers.map(([signs]) => signUserJWT(alice, signs));
  // While one step is rolled out, servers of it and of the one before are asked for each other's.
  for (let step = 1; step < servers.length; step += 1) {
    for (const jwt of [jwts[step - 1], jwts[step]]) {
      if (step < 3) assert.ok(isValid(jwt, servers[step]), `step ${step}`);
      assert.ok(isValid(jwt, servers[step - 1]), `step ${step - 1}`);
    }
  }
  assert.ok(!isValid(jwts[0], servers[3]));
  assert.ok(!isValid(jwts[3], servers[0]));
});

test("a secret that is missing from a rotation is an error, never an empty key", () => {
  const jwt = signUserJWT(alice, secret);
  for (const missing of [undefined, null, "", "undefined"]) {
    for (const secrets of [[missing, secret], [secret, missing], [missing], missing]) {
      assert.throws(() => verifyUserJWT(jwt, secrets), { code: /^secret_(missing|empty|unresolved)$/ });
    }
    assert.throws(() => signUserJWT(alice, missing), FogbenderTokenError);
  }
  assert.throws(() => verifyUserJWT(jwt, []), { code: "secret_missing" });
  assert.throws(() => signUserJWT(alice, [secret, otherSecret]), { code: "secret_not_text" });
});
