/** What went wrong in other JWT libraries with HS256, tried on this one. */
import assert from "node:assert/strict";
import { createSecretKey, generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { Signer, createToken, decodeUserJWT, explainToken, signUserJWT, verifyUserJWT } from "fogbender-token";
import { ALICE, CLAIMS, HEADER, SECRET, assertRefused, assertUnreadable, codes, jws } from "./by-hand.js";

const { widgetId, ...alice } = ALICE;
const forged = jws(CLAIMS, HEADER, "");

/** Every function that takes a secret refuses this one. */
function assertNoSecret(secret, expected) {
  for (const allowShortSecret of [false, true]) {
    const options = { allowShortSecret };
    for (const run of [
      () => new Signer(secret, options),
      () => signUserJWT(alice, secret, options),
      () => createToken(alice, secret, { widgetId, ...options }),
      () => verifyUserJWT(forged, secret, options),
      () => verifyUserJWT(forged, [secret], options),
      () => verifyUserJWT(jws(CLAIMS), [SECRET, secret], options),
    ]) {
      assert.deepEqual(codes(run), expected);
    }
  }
}

test("CVE-2026-44351, CVE-2026-49852: an empty secret is refused, also behind a good one", () => {
  for (const empty of ["", new Uint8Array(0), Buffer.alloc(0), new Uint8Array(new ArrayBuffer(8), 8)]) {
    assertNoSecret(empty, ["secret_empty"]);
  }
});

test("CVE-2026-44351, CVE-2026-49852: what the empty key signed is refused, whatever kid it names", () => {
  assertRefused(forged, ["signature_mismatch"]);
  assertRefused(jws(CLAIMS, '{"alg":"HS256","kid":"unknown"}', ""), ["signature_mismatch"]);
});

test("CVE-2025-65945: a secret that is missing or unresolved is refused, and no token chooses one", () => {
  assertNoSecret(undefined, ["secret_missing"]);
  assertNoSecret(null, ["secret_missing"]);
  assert.deepEqual(
    codes(() => verifyUserJWT(forged, [])),
    ["secret_missing"],
  );
  const lookUp = (header) => header?.kid ?? SECRET;
  for (const notYet of [Promise.resolve(SECRET), lookUp, { SECRET }, false, 0, createSecretKey(Buffer.from(SECRET)), new ArrayBuffer(32)]) {
    assertNoSecret(notYet, ["secret_not_text"]);
  }
  for (const name of [
    "undefined",
    "null",
    "${FOGBENDER_SECRET}",
    "{{ secrets.FOGBENDER }}",
    "process.env.FOGBENDER_SECRET",
    "$FOGBENDER_SECRET",
  ]) {
    assertNoSecret(name, ["secret_unresolved"]);
  }
});

test("CVE-2026-25537: an exp, nbf or iat of another type is an error, never as if it were absent", () => {
  const values = ['"4000000000"', '"1"', '""', "null", "true", "false", "[]", "[4000000000]", "{}", '{"value":1}', "1e300", "-1e300"];
  for (const name of ["exp", "nbf", "iat"]) {
    for (const value of values) {
      const jwt = jws(`{"userId":"U234328","${name}":${value}}`);
      for (const options of [undefined, { now: 0 }, { clockToleranceSeconds: 1e9 }]) {
        assert.deepEqual(
          codes(() => verifyUserJWT(jwt, SECRET, options)),
          ["jwt_time_invalid"],
          `${name} ${value}`,
        );
      }
    }
  }
});

test("CVE-2026-107723: an array as the payload is refused, whatever is in it", () => {
  for (const payload of ["[]", `[${CLAIMS}]`, '[{"userId":"U234328","exp":1}]', '["userId","U234328"]', `[[${CLAIMS}]]`]) {
    assertUnreadable(jws(payload), ["jwt_payload_invalid"]);
  }
});

test("CVE-2023-48223: a public key as text is no secret, nor behind whitespace (CVE-2026-34950)", () => {
  const pairs = [
    ["rsa", { modulusLength: 2048 }],
    ["ec", { namedCurve: "P-256" }],
    ["ed25519", {}],
  ];
  for (const [type, options] of pairs) {
    const { publicKey, privateKey } = generateKeyPairSync(type, options);
    const pem = publicKey.export({ type: "spki", format: "pem" });
    for (const text of [
      pem,
      pem.trim(),
      `\n${pem}`,
      `  \t${pem}`,
      `\ufeff${pem}`,
      pem.replaceAll("\n", "\r\n"),
      pem.replaceAll("\n", "\\n"),
    ]) {
      assertNoSecret(text, ["secret_is_pem"]);
      assertNoSecret(Buffer.from(text), ["secret_is_pem"]);
    }
    assertNoSecret(privateKey.export({ type: "pkcs8", format: "pem" }), ["secret_is_pem"]);
    assertNoSecret(JSON.stringify(publicKey.export({ format: "jwk" })), ["secret_is_jwk"]);
    assertNoSecret(publicKey, ["secret_not_text"]);
  }
});

test("CVE-2026-22817: the algorithm is not taken from the header: another hash is refused", () => {
  for (const [alg, hash] of [
    ["HS384", "sha384"],
    ["HS512", "sha512"],
  ]) {
    assertRefused(jws(CLAIMS, `{"alg":"${alg}","typ":"JWT"}`, SECRET, hash), ["jwt_alg_not_allowed"]);
  }
});

test("CVE-2026-35042: crit is refused, of any form and although what it names is there", () => {
  for (const more of [
    '"crit":["exp"]',
    '"crit":["x"],"x":1',
    '"b64":true,"crit":["b64"]',
    '"crit":[]',
    '"crit":null',
    '"crit":"exp"',
    '"crit":{}',
  ]) {
    const jwt = jws(CLAIMS, `{"alg":"HS256",${more}}`);
    assertRefused(jwt, ["jwt_crit_unknown"]);
    assert.deepEqual(decodeUserJWT(jwt).claims, JSON.parse(CLAIMS), "decoded it may be, unverified as it is");
  }
});

test("every one of these attacks fails beside the very token that is right", () => {
  const userJWT = jws(CLAIMS);
  assert.deepEqual(verifyUserJWT(userJWT, SECRET), JSON.parse(CLAIMS));
  assert.equal(explainToken({ ...ALICE, userJWT }, SECRET).verdict, "accepted");
});
