// What verifying refuses that the six other JavaScript signers take, and the most that one userJWT can have wrong.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeUserJWT, verifyUserJWT } from "fogbender-token";
import { aliceJWT, codesOf, jws, now, SECRET, signer } from "./refusal.js";

const verify = (jwt, options) => signer.verify(jwt, options);
const READERS = [verify, decodeUserJWT, (jwt) => verifyUserJWT(jwt, SECRET)];

test("times in milliseconds and a 3 MB token, which all six take, are refused by name", () => {
  assert.deepEqual(
    codesOf(() => verify(jws(`{"userId":"U1","exp":${now * 1000}}`))),
    ["time_in_milliseconds exp"],
  );
  const large = jws(JSON.stringify({ userId: "U1", note: "x".repeat(2_250_000) }));
  assert.ok(large.length > 3_000_000);
  for (const run of READERS)
    assert.deepEqual(
      codesOf(() => run(large)),
      ["too_large userJWT"],
    );
  assert.equal(verify(aliceJWT).userId, "U234328", "and the next call is as before");
});

test("a claim twice, which none of the six reports, is refused when its values differ", () => {
  const twice = (first, second) => jws(`{"userId":${first},"\\u0075serId":${second}}`);
  for (const run of READERS) {
    assert.deepEqual(
      codesOf(() => run(twice('"U1"', '"U2"'))),
      ["name_repeated userId"],
    );
    assert.deepEqual(
      codesOf(() => run(twice('"U1"', "null"))),
      ["name_repeated userId"],
    );
  }
  assert.deepEqual(verify(twice('"U1"', '"\\u00551"')), { userId: "U1" });
});

test("lone surrogates, which one of the six makes U+FFFD of, are refused in every place", () => {
  for (const lone of ["\ud800", "\udc00", "U\udc00\ud800", "\ud800\ud800\udc00", "😀\ud83d"]) {
    for (const payload of [
      { userId: lone },
      { userId: "U1", own: lone },
      { userId: "U1", own: [{ deep: lone }] },
      { userId: "U1", [lone]: "x" },
    ]) {
      assert.ok(codesOf(() => verify(jws(JSON.stringify(payload)))).every((code) => code.startsWith("field_not_well_formed")));
    }
  }
});

test("unused bits in the signature, which four of the six drop, are refused, each of them", () => {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const last = alphabet.indexOf(aliceJWT.at(-1));
  assert.equal(last % 4, 0);
  for (const bits of [1, 2, 3]) {
    const changed = aliceJWT.slice(0, -1) + alphabet[last + bits];
    const bytes = (jwt) => Buffer.from(jwt.split(".")[2], "base64url");
    assert.deepEqual(bytes(changed), bytes(aliceJWT));
    for (const run of READERS)
      assert.deepEqual(
        codesOf(() => run(changed)),
        ["jwt_not_base64url userJWT"],
      );
  }
});

test("what is no string is refused with what it is, and a Promise with the question for await", () => {
  for (const [kind, given] of Object.entries({
    "a number": 42,
    null: null,
    undefined: undefined,
    "an array": [aliceJWT],
    "a Uint8Array": Buffer.from(aliceJWT),
  })) {
    for (const run of READERS) {
      assert.throws(
        () => run(given),
        ({ code, message }) => code === "jwt_not_string" && message.includes(`it is ${kind}.`),
      );
    }
  }
  assert.throws(() => verify(Promise.resolve(aliceJWT)), /Did you forget await\?/);
});

test("all problems of one userJWT are told at once", () => {
  const payload = { userId: 42, customerId: "\ud800", sub: "U1", exp: now, nbf: now + 60, iat: "now" };
  assert.deepEqual(codesOf(() => verify(jws(JSON.stringify(payload)), { now })).sort(), [
    "field_forbidden sub",
    "field_not_string userId",
    "field_not_well_formed customerId",
    "jwt_expired exp",
    "jwt_not_yet_valid nbf",
    "jwt_time_invalid iat",
  ]);
});
