/** JSON Web Token Best Current Practices, section by section; §3.4 is about elliptic curves: there are none. */
import assert from "node:assert/strict";
import { generateKeyPairSync, sign as signWithKey } from "node:crypto";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { Signer, decodeUserJWT, verifyUserJWT } from "fogbender-token";
import { CLAIMS, HEADER, SECRET, assertRefused, assertUnreadable, base64url, codes, jws } from "./by-hand.js";

const OTHER = "cP5szoYeM+aw6l9dmMmHXkHZb+YqraTQ";
const header = (members) => JSON.stringify({ alg: "HS256", typ: "JWT", ...members });

test("§3.1 Perform Algorithm Verification: HS256 is fixed, whatever else the secret signs rightly", () => {
  for (const [alg, hash] of [
    ["HS384", "sha384"],
    ["HS512", "sha512"],
    ["HS1", "sha1"],
  ]) {
    assertRefused(jws(CLAIMS, header({ alg }), SECRET, hash), ["jwt_alg_not_allowed"]);
    assertRefused(jws(CLAIMS, HEADER, SECRET, hash), ["signature_mismatch"]);
  }
  for (const alg of ["RS256", "ES256", "EdDSA", "dir", "hs256", "HS256 ", "", null, 256, ["HS256"], { alg: "HS256" }, true]) {
    assertRefused(jws(CLAIMS, header({ alg })), ["jwt_alg_not_allowed"]);
  }
  assertRefused(jws(CLAIMS, '{"typ":"JWT"}'), ["jwt_alg_not_allowed"]);
});

test("§3.1 Perform Algorithm Verification: no option of any name lets another algorithm in", () => {
  for (const option of ["alg", "algorithm", "algorithms", "ignoreExpiration", "verify"]) {
    assert.deepEqual(
      codes(() => verifyUserJWT(jws(CLAIMS), SECRET, { [option]: ["HS256", "none"] })),
      ["option_unknown"],
    );
  }
});

test("§3.2 Use Appropriate Algorithms: none is refused in all sixteen casings, signed and unsigned", () => {
  for (let upper = 0; upper < 16; upper += 1) {
    const alg = Array.from("none", (letter, at) => (upper & (1 << at) ? letter.toUpperCase() : letter)).join("");
    const unsigned = `${base64url(header({ alg }))}.${base64url(CLAIMS)}.`;
    for (const jwt of [unsigned, jws(CLAIMS, header({ alg })), jws(CLAIMS, header({ alg }), "")]) {
      assertRefused(jwt, ["jwt_alg_not_allowed"], `${alg} ${jwt.length}`);
    }
  }
});

test("§3.3 Validate All Cryptographic Operations: HS256 with no, half or more of a signature is refused", () => {
  const [first, second, signature] = jws(CLAIMS).split(".");
  const bytes = Buffer.from(signature, "base64url");
  for (const length of [0, 1, 16, 31]) {
    assertRefused(`${first}.${second}.${base64url(bytes.subarray(0, length))}`, ["signature_mismatch"], `${length} bytes`);
  }
  assertRefused(`${first}.${second}.${base64url(Buffer.concat([bytes, bytes]))}`, ["signature_mismatch"]);
  assertRefused(`${first}.${second}`, ["jwt_malformed"]);
});

test("§3.3 Validate All Cryptographic Operations: a wrong signature is all that is told", () => {
  assertRefused(jws('{"sub":"U1","exp":1,"userId":42}', HEADER, OTHER), ["signature_mismatch"]);
});

test("§3.5 Ensure Cryptographic Keys Have Sufficient Entropy: a password is too short", () => {
  for (const password of ["x", "secret", "hunter2", "correct horse battery staple", "a".repeat(31)]) {
    assert.deepEqual(
      codes(() => new Signer(password)),
      ["secret_too_short"],
    );
    assert.deepEqual(
      codes(() => verifyUserJWT(jws(CLAIMS, HEADER, password), password)),
      ["secret_too_short"],
    );
  }
});

test("§3.6 Avoid Compression of Encryption Inputs: nothing is inflated, whatever zip says", () => {
  assertUnreadable(jws(deflateRawSync(CLAIMS), header({ zip: "DEF" })), ["jwt_payload_invalid"]);
});

test("§3.7 Use UTF-8: every other encoding of header or claims is refused", () => {
  for (const encoding of ["latin1", "utf16le"]) {
    const text = '{"userId":"Zoë"}';
    assertUnreadable(jws(Buffer.from(text, encoding)), ["jwt_payload_invalid"], encoding);
    assertUnreadable(jws(CLAIMS, Buffer.from(header({ kid: "ë" }), encoding)), ["jwt_header_invalid"], encoding);
  }
  const overlong = Buffer.from(CLAIMS.replace("U2", "\xc0\xaf"), "latin1");
  assertUnreadable(jws(overlong), ["jwt_payload_invalid"], "an overlong slash");
});

test("§3.8 Validate Issuer and Subject: the subject is userId and must be there; sub is refused", () => {
  for (const claims of ["{}", '{"iss":"fogbender","user_id":"U1","UserId":"U1"}']) {
    assert.deepEqual(
      codes(() => verifyUserJWT(jws(claims), SECRET)),
      ["field_missing"],
    );
  }
  assert.deepEqual(
    codes(() => verifyUserJWT(jws('{"sub":"U1"}'), SECRET)),
    ["field_missing", "field_forbidden"],
  );
  assert.deepEqual(
    codes(() => verifyUserJWT(jws('{"userId":"U1","sub":"U1"}'), SECRET)),
    ["field_forbidden"],
  );
});

test("§3.9 Use and Validate Audience: a userJWT is for the workspace whose secret signed it, and for no other", () => {
  const theirs = new Signer(OTHER).sign({ userId: "U234328" }, { partial: true });
  assertRefused(theirs, ["signature_mismatch"]);
  assert.equal(verifyUserJWT(theirs, [SECRET, OTHER]).userId, "U234328", "but for each that is named");
});

test("§3.10 Do Not Trust Received Claims: no key of the header is used, nothing is fetched", (t) => {
  const fetch = t.mock.method(globalThis, "fetch");
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const own = base64url(OTHER);
  for (const members of [
    { jwk: { kty: "oct", k: own, alg: "HS256" } },
    { jku: `data:application/json,${JSON.stringify({ keys: [{ kty: "oct", k: own }] })}` },
    { jku: "http://127.0.0.1:9/keys.json", kid: "1" },
    { x5u: "http://127.0.0.1:9/cert.pem" },
    { x5c: [publicKey.export({ type: "spki", format: "der" }).toString("base64")] },
    { kid: "../../../../dev/null" },
    { kid: "1' UNION SELECT 'x" },
    { kid: OTHER },
  ]) {
    for (const key of [OTHER, "", "\0"]) assertRefused(jws(CLAIMS, header(members), key), ["signature_mismatch"]);
  }
  const input = `${base64url(header({ alg: "ES256", jwk: publicKey.export({ format: "jwk" }) }))}.${base64url(CLAIMS)}`;
  const signature = signWithKey("sha256", Buffer.from(input), { key: privateKey, dsaEncoding: "ieee-p1363" });
  assertRefused(`${input}.${base64url(signature)}`, ["jwt_alg_not_allowed"]);
  assert.equal(fetch.mock.callCount(), 0);
});

test("§3.11 Use Explicit Typing: what is signed here says typ JWT, always", () => {
  assert.deepEqual(
    decodeUserJWT(new Signer(SECRET).sign({ userId: "U1" }, { partial: true, claims: { typ: "at+jwt" } })).header,
    JSON.parse(HEADER),
  );
});

test("§3.12 Use Mutually Exclusive Validation Rules: a visitor's JWT under the same secret is no userJWT", () => {
  for (const visitor of [true, false, null, "true"]) {
    const claims = JSON.stringify({ widgetId: "dzAwNjg4NDY0NjI4NzgyNDY5MTIw", userId: "U234328", visitor });
    assert.deepEqual(
      codes(() => verifyUserJWT(jws(claims), SECRET)),
      ["field_forbidden"],
    );
  }
});
