// What is refused as a secret, each for its own reason, before anything is signed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { createToken, explainToken, secretFingerprint, Signer, signUserJWT, verifyUserJWT } from "fogbender-token";
import { alice, aliceJWT, assertHidden, base64url, codesOf, refusal, SECRET, signer, widgetId } from "./refusal.js";

/** Every way to give the secret. */
const TAKEN_BY = {
  "new Signer": (secret) => new Signer(secret),
  signUserJWT: (secret) => signUserJWT(alice, secret),
  createToken: (secret) => createToken(alice, secret, { widgetId }),
  verifyUserJWT: (secret) => verifyUserJWT(aliceJWT, secret),
  secretFingerprint: (secret) => secretFingerprint(secret),
};

/** The code, what is wrong, and the words that tell it or the way out. */
const WRONG = [
  ["secret_empty", "", /environment variable is probably unset/],
  ["secret_padded", `${SECRET}\n`, /newline from a file. Trim it/],
  ["secret_padded", ` ${SECRET}`, /whitespace/],
  ["secret_invisible", `\ufeff${SECRET}`, /byte order mark/],
  ["secret_invisible", `${SECRET}\u200b`, /invisible/],
  ["secret_invisible", `${SECRET.slice(0, 16)}\u2060${SECRET.slice(16)}`, /invisible/],
  ["secret_prefixed", `FOGBENDER_SECRET=${SECRET}`, /NAME=/],
  ["secret_prefixed", `export FOGBENDER_SECRET=${SECRET}`, /NAME=/],
  ["secret_prefixed", `Bearer ${SECRET}`, /Bearer/],
  ["secret_quoted", `"${SECRET}"`, /quotation marks/],
  ["secret_quoted", `'${SECRET}'`, /quotation marks/],
  ["secret_unresolved", "@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/fogbender)", /nobody resolved/],
  ["secret_unresolved", "op://production/fogbender/workspace-secret", /nobody resolved/],
  ["secret_unresolved", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:fogbender-AbCdEf", /nobody resolved/],
  ["secret_unresolved", "projects/123456/secrets/fogbender/versions/latest", /nobody resolved/],
  ["secret_unresolved", "vault:secret/data/fogbender#workspace", /nobody resolved/],
  ["secret_unresolved", "${MY_FOGBENDER_WORKSPACE_SECRET}", /placeholder/],
  ["secret_unresolved", "{{ secrets.FOGBENDER_WORKSPACE_SECRET }}", /placeholder/],
  ["secret_unresolved", "process.env.FOGBENDER_WORKSPACE_SECRET", /placeholder/],
  ["secret_unresolved", "undefined", /placeholder/],
  ["secret_is_pem", `-----BEGIN PRIVATE KEY-----\n${base64url(SECRET)}\n-----END PRIVATE KEY-----\n`, /key pair cannot sign HS256/],
  ["secret_is_jwk", JSON.stringify({ kty: "oct", k: base64url(SECRET) }), /workspace secret itself/],
  ["secret_is_jwt", aliceJWT, /arguments are swapped/],
  ["secret_too_long", SECRET.repeat(129), /4096 bytes/],
  ["secret_not_well_formed", `${SECRET}\ud800`, /lone surrogate/],
];

test("every text that is no secret is refused for its own reason, wherever a secret is given, and does not show", () => {
  for (const [name, run] of Object.entries(TAKEN_BY)) {
    for (const [code, secret, told] of WRONG) {
      const error = refusal(() => run(secret));
      assert.deepEqual([error.code, error.field, error.problems.length], [code, "secret", 1], `${name}: ${inspect(secret)}`);
      assert.match(error.message, told);
      assertHidden(error, SECRET);
    }
  }
});

test("a secret of any type but string and bytes is refused with what it is", () => {
  const wrong = {
    "a number": 42,
    "a boolean": true,
    "a bigint": 10n,
    "a symbol": Symbol("x"),
    "a function": () => SECRET,
    "an object": { secret: SECRET },
    "an array": Array.from(SECRET, (character) => character.charCodeAt(0)),
    "a Date": new Date(0),
    "a Promise": Promise.resolve(SECRET),
  };
  for (const run of Object.values(TAKEN_BY)) {
    for (const [kind, secret] of Object.entries(wrong)) {
      // verifyUserJWT takes a list: an array is one of secrets that are numbers.
      if (kind === "an array" && run === TAKEN_BY.verifyUserJWT) continue;
      const error = refusal(() => run(secret));
      assert.equal(error.code, "secret_not_text", kind);
      assert.ok(error.message.includes(`it is ${kind}.`), error.message);
      assertHidden(error, SECRET);
    }
    for (const secret of [undefined, null])
      assert.deepEqual(
        codesOf(() => run(secret)),
        ["secret_missing secret"],
      );
    for (const secret of [new String(SECRET), new ArrayBuffer(32), new Uint16Array(32)]) {
      assert.deepEqual(
        codesOf(() => run(secret)),
        ["secret_not_text secret"],
        inspect(secret),
      );
    }
  }
  assert.match(refusal(() => new Signer(Promise.resolve(SECRET))).message, /Did you forget await\?/);
  assert.match(refusal(() => new Signer([SECRET])).message, /Only verifyUserJWT and explainToken take a list/);
});

test("a secret of fewer than 32 bytes is refused (RFC 7518 §3.2), unless it is allowed; all six other signers take one byte", () => {
  for (const short of ["x", SECRET.slice(1), new Uint8Array(31), new Uint8Array(1)]) {
    assert.deepEqual(
      codesOf(() => new Signer(short)),
      ["secret_too_short secret"],
    );
    assert.deepEqual(
      codesOf(() => signUserJWT(alice, short)),
      ["secret_too_short secret"],
    );
  }
  const options = { allowShortSecret: true };
  assert.equal(verifyUserJWT(signUserJWT(alice, "x", options), "x", options).userId, alice.userId);
  assert.equal(createToken(alice, "x", { widgetId, ...options }).userId, alice.userId);
});

test("an empty secret, which one of the six signs with, is refused, whatever is allowed", () => {
  for (const empty of ["", new Uint8Array(0), Buffer.alloc(0)]) {
    assert.deepEqual(
      codesOf(() => new Signer(empty)),
      ["secret_empty secret"],
    );
    assert.deepEqual(
      codesOf(() => new Signer(empty, { allowShortSecret: true })),
      ["secret_empty secret"],
    );
  }
});

test("32 bytes and the text of the same bytes are the same secret, also with a view into a larger buffer", () => {
  const bytes = new TextEncoder().encode(`ab${SECRET}cd`).subarray(2, 34);
  for (const secret of [bytes, Buffer.from(SECRET)]) {
    assert.equal(signUserJWT(alice, secret, { issuedAt: 1 }), signUserJWT(alice, SECRET, { issuedAt: 1 }));
    assert.equal(secretFingerprint(secret), secretFingerprint(SECRET));
  }
});

test("a list of secrets must have one, and each must be one", () => {
  for (const secrets of [[], [undefined], [SECRET, undefined], [SECRET, null]]) {
    assert.deepEqual(
      codesOf(() => verifyUserJWT(aliceJWT, secrets)),
      ["secret_missing secret"],
      inspect(secrets.length),
    );
    assert.deepEqual(
      codesOf(() => explainToken({ ...alice, widgetId, userJWT: aliceJWT }, secrets)),
      ["secret_missing secret"],
    );
  }
  assert.deepEqual(
    codesOf(() => verifyUserJWT(aliceJWT, [SECRET, "short"])),
    ["secret_too_short secret"],
  );
  assert.equal(verifyUserJWT(aliceJWT, ["another secret of thirty-two bytes", SECRET]).userId, alice.userId);
});

test("allowShortSecret is a boolean and nothing that passes for one", () => {
  for (const allowShortSecret of [0, 1, "true", "", {}, []]) {
    for (const run of [
      () => new Signer("x", { allowShortSecret }),
      () => signUserJWT(alice, "x", { allowShortSecret }),
      () => verifyUserJWT(aliceJWT, "x", { allowShortSecret }),
      () => createToken(alice, "x", { widgetId, allowShortSecret }),
    ]) {
      assert.deepEqual(codesOf(run), ["option_invalid allowShortSecret"]);
    }
  }
});

test("secretFingerprint gives 8 hexadecimal digits, the same for the same secret, another for another", () => {
  const digits = secretFingerprint(SECRET);
  assert.match(digits, /^[0-9a-f]{8}$/);
  assert.equal(secretFingerprint(SECRET), digits);
  const others = Array.from({ length: 200 }, (_, index) => secretFingerprint(`${SECRET.slice(0, -3)}${String(index).padStart(3, "0")}`));
  assert.equal(new Set([digits, ...others]).size, 201);
});

test("secretFingerprint is no part of what the secret signs: not of its userHMACs, its widgetKey or its userJWTs", async () => {
  const { createHash, createHmac } = await import("node:crypto");
  const digits = secretFingerprint(SECRET);
  // Domain-separated: the secret is the message, and the key is a label. So it tells nothing of an HMAC under the secret.
  assert.equal(digits, createHmac("sha256", "fogbender-token fingerprint").update(SECRET).digest("hex").slice(0, 8));
  for (const message of ["", "fogbender-token fingerprint", alice.userId]) {
    assert.ok(!createHmac("sha256", SECRET).update(message).digest("hex").includes(digits));
  }
  assert.ok(!createHash("sha256").update(SECRET).digest("hex").includes(digits));
  assert.ok(!Buffer.from(signer.sign(alice).split(".")[2], "base64url").toString("hex").includes(digits));
});
