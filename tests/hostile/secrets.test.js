// After free() and after each one-shot call nothing of the secret is left in the whole linear memory: not the secret, nor what
// an HMAC key makes of it, nor the states from which one could sign as well. The package is the real one.
import assert from "node:assert/strict";
import { createHmac, randomBytes } from "node:crypto";
import { test } from "node:test";
import { alice, aliceToken, jwtOf, widgetId } from "./alice.js";
import { hmacOf32Bytes, remnants } from "./key-material.js";
import { gc, instances } from "./memory.js";

// Behind the line above, which must be the first to run.
const {
  assembleToken,
  createSignaturesHandler,
  createToken,
  explainToken,
  requestSignatures,
  secretFingerprint,
  Signer,
  signUserJWT,
  verifyUserJWT,
} = await import("fogbender-token");
const { createStandIn } = await import("fogbender-token/stand-in");
assembleToken(aliceToken);
const [{ memory }] = instances;

/** As Fogbender makes them: 24 random bytes in base64. */
const fresh = () => randomBytes(24).toString("base64");
const bytesOf = (secret) => (typeof secret === "string" ? new TextEncoder().encode(secret) : secret);
const kindsFound = (secret) => new Set(remnants(memory, bytesOf(secret)).map((found) => found.replace(/,? (from byte \d+, )?at \d+$/, "")));

function assertWiped(...secrets) {
  for (const secret of secrets) assert.deepEqual(remnants(memory, bytesOf(secret)), []);
}

const secrets = {
  "a secret of Fogbender's": fresh,
  "bytes of one SHA-256 block": () => Uint8Array.from(randomBytes(64)),
  "more than one block, which HMAC hashes first": () => randomBytes(75).toString("base64"),
  "the longest secret": () => randomBytes(3072).toString("base64"),
};

test("the states that the scan looks for are those of HMAC-SHA256 (node:crypto)", () => {
  for (const make of Object.values(secrets)) {
    const secret = make();
    const message = randomBytes(32);
    assert.deepEqual(hmacOf32Bytes(bytesOf(secret), message), createHmac("sha256", secret).update(message).digest());
  }
});

test("the scan sees a secret, its xored forms and its words wherever they are planted, also in part", () => {
  const planted = new WebAssembly.Memory({ initial: 17 });
  const secret = randomBytes(32);
  const found = (bytes, at) => {
    new Uint8Array(planted.buffer).fill(0).set(bytes, at);
    return remnants(planted, secret).length > 0;
  };
  assert.deepEqual(remnants(planted, secret), []);
  for (const pad of [0, 0x36, 0x5c]) {
    const xored = secret.map((byte) => byte ^ pad);
    for (let from = 0; from + 11 <= xored.length; from += 1)
      assert.ok(found(xored.subarray(from, from + 11), 1_000_001 + from), `${pad} ${from}`);
  }
  assert.ok(!found(randomBytes(32), 1_000_001));
});

test("while a signer lives, the scan finds the secret and both states; once it is freed, nothing", () => {
  for (const [what, make] of Object.entries(secrets)) {
    const secret = make();
    const signer = new Signer(secret);
    signer.token(alice, { widgetId });
    const kinds = kindsFound(secret);
    for (const kind of ["secret", "state after ipad", "state after opad"]) assert.ok(kinds.has(kind), `${what}: ${kind}`);
    signer.free();
    assertWiped(secret);
  }
});

test("Symbol.dispose leaves nothing either, whatever the signer was used for", () => {
  const secret = fresh();
  const signer = new Signer(secret);
  const token = signer.token(alice, { widgetId });
  signer.verify(token.userJWT);
  signer.explain({ ...token, userJWT: jwtOf(alice, fresh()) });
  assert.throws(() => signer.sign({ userId: 42 }), { code: "field_not_string" });
  assert.throws(() => signer.verify("a.b.c"), { code: "jwt_not_base64url" });
  signer[Symbol.dispose]();
  assertWiped(secret);
});

/** Each takes the secret and uses it once; `refused` is the code when it is refused. */
const oneShots = {
  signUserJWT: (secret) => signUserJWT(alice, secret),
  "signUserJWT of a bad identity": (secret) => signUserJWT({ userId: 42 }, secret),
  "signUserJWT with a bad option": (secret) => signUserJWT(alice, secret, { expiresIn: 60 }),
  secretFingerprint,
  createToken: (secret) => createToken(alice, secret, { widgetId }),
  "createToken of a bad identity": (secret) => createToken({}, secret, { widgetId }),
  verifyUserJWT: (secret) => verifyUserJWT(jwtOf(alice, secret), secret),
  "verifyUserJWT of another's userJWT": (secret) => verifyUserJWT(aliceToken.userJWT, secret),
  "verifyUserJWT of no userJWT": (secret) => verifyUserJWT("a.b", secret),
  "verifyUserJWT with a list": (secret) => verifyUserJWT(jwtOf(alice, secret), [fresh(), secret, fresh()]),
  "verifyUserJWT with a list of which one is bad": (secret) => verifyUserJWT(jwtOf(alice, secret), [secret, "short"]),
  explainToken: (secret) => explainToken({ ...aliceToken, userJWT: jwtOf(alice, secret) }, secret),
  "explainToken of another's token, with every guess that makes hints": (secret) => explainToken(aliceToken, [secret, fresh()]),
  "explainToken of a secret with a newline": (secret) => typeof secret === "string" && explainToken(aliceToken, `${secret}\n`),
  "explainToken of no object": (secret) => explainToken(42, secret),
  requestSignatures: (secret) =>
    requestSignatures(alice, secret, { fetch: async () => Response.json({ signatures: { userJWT: jwtOf(alice, secret) } }) }),
  "requestSignatures that Fogbender refuses": (secret) =>
    requestSignatures(alice, secret, { fetch: async () => new Response("", { status: 403 }) }),
  "requestSignatures without a network": (secret) =>
    requestSignatures(alice, secret, { fetch: () => Promise.reject(new Error("offline")) }),
  "createSignaturesHandler with a bad option": (secret) => createSignaturesHandler({ secret, identify() {}, expiresInSeconds: -1 }),
};

for (const [what, make] of Object.entries(secrets)) {
  test(`nothing is left after one call: ${what}`, async () => {
    for (const [name, use] of Object.entries(oneShots)) {
      const secret = make();
      const outcome = await Promise.resolve(secret)
        .then(use)
        .catch((error) => error.code ?? assert.fail(error));
      assert.deepEqual(remnants(memory, bytesOf(secret)), [], `${name}: ${outcome.code ?? ""}`);
    }
  });
}

test("nothing is left of the base64-decoded secret, which an explanation tries", () => {
  const secret = fresh();
  explainToken({ ...aliceToken, userJWT: jwtOf(alice, Buffer.from(secret, "base64")) }, secret);
  assertWiped(secret, Buffer.from(secret, "base64"));
  const padded = fresh();
  explainToken(aliceToken, `${padded}\r\n`);
  assertWiped(padded, Buffer.from(padded, "base64"));
});

test("nothing is left of a secret that is refused", () => {
  const refusals = {
    secret_padded: (secret) => `${secret}\n`,
    secret_quoted: (secret) => `"${secret}"`,
    secret_prefixed: (secret) => `FOGBENDER_SECRET=${secret}`,
    secret_invisible: (secret) => `\ufeff${secret}`,
    secret_unresolved: (secret) => `op://${secret}`,
    secret_too_short: (secret) => secret.slice(0, 31),
    secret_too_long: (secret) => secret.repeat(200),
    secret_is_pem: (secret) => `-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----`,
    secret_is_jwk: (secret) => JSON.stringify({ kty: "oct", k: secret }),
    secret_is_jwt: (secret) => `eyJ${secret}.${secret}`,
    secret_not_well_formed: (secret) => `${secret}\ud800`,
    secret_not_text: (secret) => new DataView(Buffer.from(secret).buffer),
  };
  for (const [code, make] of Object.entries(refusals)) {
    const secret = fresh();
    assert.throws(() => new Signer(make(secret)), { code });
    assertWiped(secret);
  }
});

test("an endpoint that nobody uses any more leaves nothing behind the next call", async () => {
  const [one, two] = [fresh(), fresh()];
  await (async () => {
    const handler = createSignaturesHandler({ secret: one, identify: () => alice });
    const standIn = createStandIn({ secret: two });
    assert.equal((await handler(new Request("http://localhost/"))).status, 200);
    const headers = { authorization: `Bearer ${two}` };
    const asked = new Request("http://localhost/signatures", { method: "POST", headers, body: JSON.stringify(alice) });
    assert.equal((await standIn(asked)).status, 200);
  })();
  for (let round = 0; round < 50 && kindsFound(one).size + kindsFound(two).size > 0; round += 1) {
    gc();
    await new Promise((resolve) => setTimeout(resolve, 10));
    signUserJWT(alice, fresh());
  }
  assertWiped(one, two);
});

test("the stand-in keeps nothing of the secret that a request brings, right or wrong", async () => {
  const [secret, other] = [fresh(), fresh()];
  const standIn = createStandIn({ secret });
  const bring = async (brought) => {
    const headers = { authorization: `Bearer ${brought}` };
    await standIn(new Request("http://localhost/signatures", { method: "POST", headers, body: JSON.stringify(alice) }));
  };
  await bring(other);
  assertWiped(other);
  await bring(secret);
  const copies = Buffer.from(memory.buffer).toString("latin1").split(secret).length - 1;
  assert.equal(copies, 1, "the stand-in's own");
});
