import assert from "node:assert/strict";
import { test } from "node:test";
import { Signer, decodeUserJWT, explainToken, signUserJWT, verifyUserJWT } from "fogbender-token";
import { ALICE, CLAIMS, SECRET, base64url, codes, jws } from "./by-hand.js";

/** RFC 7515, appendix A.1: the JWS, and the key of 64 bytes. */
const A1 = {
  key: Buffer.from("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow", "base64url"),
  jws: [
    "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9",
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ",
    "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
  ],
  exp: 1_300_819_380,
};

test("RFC 7515 A.1: the signature verifies, and what is missed is what its claims have not, a userId", () => {
  const jwt = A1.jws.join(".");
  // A wrong signature is told alone, so a refusal for the claims says that the signature is right.
  assert.deepEqual(
    codes(() => verifyUserJWT(jwt, A1.key, { now: A1.exp - 1 })),
    ["field_missing"],
  );
  assert.deepEqual(
    codes(() => verifyUserJWT(jwt, A1.key)),
    ["jwt_expired", "field_missing"],
  );
  assert.deepEqual(
    codes(() => verifyUserJWT(jwt, SECRET)),
    ["signature_mismatch"],
  );
  assert.deepEqual(decodeUserJWT(jwt), {
    header: { typ: "JWT", alg: "HS256" },
    claims: { iss: "joe", exp: A1.exp, "http://example.com/is_root": true },
  });
});

test("RFC 7515 A.1: with any bit of the signature changed, it is refused for the signature", () => {
  const [header, payload, signature] = A1.jws;
  for (let bit = 0; bit < 256; bit += 1) {
    const bytes = Buffer.from(signature, "base64url");
    bytes[bit >> 3] ^= 1 << (bit & 7);
    const jwt = `${header}.${payload}.${base64url(bytes)}`;
    assert.deepEqual(
      codes(() => verifyUserJWT(jwt, A1.key, { now: A1.exp - 1 })),
      ["signature_mismatch"],
      `bit ${bit}`,
    );
  }
});

test("RFC 7515 A.1: its key signs as HMAC by node:crypto does, under our header and under A.1's", () => {
  const ours = signUserJWT({ userId: "U234328" }, A1.key, { partial: true, issuedAt: false });
  assert.equal(ours, jws(CLAIMS, undefined, A1.key));
  const underItsHeader = jws(CLAIMS, Buffer.from(A1.jws[0], "base64url"), A1.key);
  assert.deepEqual(verifyUserJWT(underItsHeader, A1.key), { userId: "U234328" });
});

/**
 * RFC 4231's cases whose message is text, through the one signature of a text alone that there is: a token's `userHMAC`
 * is the HMAC of its `userId`. Those with other bytes, or with a part of the HMAC, are tested in src/jws with these.
 */
const RFC_4231 = [
  ["4.2", Buffer.alloc(20, 0x0b), "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"],
  ["4.3", Buffer.from("Jefe"), "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"],
  [
    "4.7",
    Buffer.alloc(131, 0xaa),
    "Test Using Larger Than Block-Size Key - Hash Key First",
    "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
  ],
  [
    "4.8",
    Buffer.alloc(131, 0xaa),
    "This is a test using a larger than block-size key and a larger than block-size data. " +
      "The key needs to be hashed before being used by the HMAC algorithm.",
    "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
  ],
];

for (const [section, key, message, mac] of RFC_4231) {
  test(`RFC 4231 §${section}: the HMAC is accepted, and with any bit changed it is refused`, () => {
    const explain = (userHMAC) => explainToken({ ...ALICE, userId: message, userHMAC }, new Uint8Array(key), { signatureType: "hmac" });
    assert.equal(explain(mac).verdict, "accepted");
    for (let bit = 0; bit < 256; bit += 1) {
      const bytes = Buffer.from(mac, "hex");
      bytes[bit >> 3] ^= 1 << (bit & 7);
      const { verdict, reasons } = explain(bytes.toString("hex"));
      assert.deepEqual([verdict, reasons.map(({ code }) => code)], ["refused", ["signature_mismatch"]], `bit ${bit}`);
    }
  });
}

test("RFC 7518 §3.2: a key of fewer than 32 bytes signs nothing", () => {
  assert.deepEqual(
    codes(() => new Signer(new Uint8Array(31).fill(0xaa))),
    ["secret_too_short"],
  );
  assert.ok(new Signer(new Uint8Array(32).fill(0xaa)).sign({ userId: "U1" }, { partial: true }));
});

test("RFC 2104 §2: keys around the block of 64 bytes, and of 32 to 4,096, sign as node:crypto's HMAC does", () => {
  for (const length of [32, 33, 55, 56, 63, 64, 65, 66, 127, 128, 129, 4095, 4096]) {
    const key = new Uint8Array(length).map((_, index) => (index * 151 + length) | 0x80);
    const jwt = signUserJWT({ userId: "U234328" }, key, { partial: true, issuedAt: false });
    assert.equal(jwt, jws(CLAIMS, undefined, key), `${length} bytes`);
    assert.deepEqual(verifyUserJWT(jwt, key), { userId: "U234328" });
  }
});

test("RFC 7519 §2 and §4.1: exp, nbf and iat are numbers of seconds, and exp's second is itself too late", () => {
  const verify = (claims, now) => verifyUserJWT(jws(JSON.stringify({ userId: "U1", ...claims })), SECRET, { now });
  assert.equal(verify({ exp: 1000 }, 999).exp, 1000);
  assert.deepEqual(
    codes(() => verify({ exp: 1000 }, 1000)),
    ["jwt_expired"],
  );
  assert.equal(verify({ exp: 1000.5 }, 1000.25).exp, 1000.5);
  assert.deepEqual(
    codes(() => verify({ exp: 1000.5 }, 1000.5)),
    ["jwt_expired"],
  );
  assert.equal(verify({ nbf: 1000 }, 1000).nbf, 1000);
  assert.deepEqual(
    codes(() => verify({ nbf: 1000 }, 999)),
    ["jwt_not_yet_valid"],
  );
  assert.equal(verify({ iat: 1000 }, 999).iat, 1000, "iat says when, not from when on (§4.1.6)");
});

test("RFC 7519 §7.2: header and payload are JSON objects in UTF-8, and nothing stands behind them", () => {
  for (const payload of ["", "null", "42", '"U1"', `[${CLAIMS}]`, `${CLAIMS}x`, CLAIMS.slice(0, -1), `\ufeff${CLAIMS}`]) {
    assert.deepEqual(
      codes(() => verifyUserJWT(jws(payload), SECRET)),
      ["jwt_payload_invalid"],
      payload,
    );
  }
  for (const header of ["", "null", '"HS256"', '["HS256"]', '{"alg":"HS256"}x', '{"alg":"HS256"', '\ufeff{"alg":"HS256"}']) {
    assert.deepEqual(
      codes(() => verifyUserJWT(jws(CLAIMS, header), SECRET)),
      ["jwt_header_invalid"],
      header,
    );
  }
  const latin1 = Buffer.from('{"userId":"Zo\xeb"}', "latin1");
  assert.deepEqual(
    codes(() => verifyUserJWT(jws(latin1), SECRET)),
    ["jwt_payload_invalid"],
  );
});

test("RFC 7519 §6 and §3: an unsecured JWT, and a JWE's five parts, are refused", () => {
  const unsecured = `${base64url('{"alg":"none"}')}.${base64url(CLAIMS)}.`;
  assert.deepEqual(
    codes(() => verifyUserJWT(unsecured, SECRET)),
    ["jwt_alg_not_allowed"],
  );
  const jwe = [base64url('{"alg":"dir","enc":"A128GCM"}'), "", "AAAA", "AAAA", "AAAA"].join(".");
  assert.deepEqual(
    codes(() => verifyUserJWT(jwe, SECRET)),
    ["jwt_malformed"],
  );
});
