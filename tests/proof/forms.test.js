/** A token has one form: everything else that a lenient reader takes for it is refused, although the HMAC is right. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeUserJWT, explainToken, verifyUserJWT } from "fogbender-token";
import { ALICE, CLAIMS, HEADER, SECRET, assertRefused, assertUnreadable, base64url, codes, jws, signed } from "./by-hand.js";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Header and claims whose base64url ends in two, three and no characters of a group, and needs - and _. */
const HEADERS = ["", "1", "22"].map((kid) => base64url(`{"alg":"HS256","kid":"${kid}~~~???"}`));
const PAYLOADS = ["", "1", "22"].map((name) => base64url(`{"userId":"U234328","name":"${name}>>>???"}`));

/** Every token in which one part is bent: signed so, where it can be, and bent after signing. */
function* bent(bend) {
  for (const header of HEADERS) {
    for (const payload of PAYLOADS) {
      const jwt = signed(`${header}.${payload}`);
      const signature = jwt.split(".")[2];
      for (const odd of bend(header)) yield* [signed(`${odd}.${payload}`), `${odd}.${payload}.${signature}`];
      for (const odd of bend(payload)) yield* [signed(`${header}.${odd}`), `${header}.${odd}.${signature}`];
      for (const odd of bend(signature)) yield `${header}.${payload}.${odd}`;
    }
  }
}

function assertAllUnreadable(bend) {
  const tokens = [...bent(bend)];
  assert.ok(tokens.length >= 9, `${tokens.length}`);
  for (const jwt of tokens) assertUnreadable(jwt, ["jwt_not_base64url"]);
}

test("the right form is accepted, and has both - and _ in it", () => {
  const tokens = [...bent(() => [])].concat(HEADERS.flatMap((header) => PAYLOADS.map((payload) => signed(`${header}.${payload}`))));
  for (const jwt of tokens) assert.equal(verifyUserJWT(jwt, SECRET).userId, "U234328");
  for (const character of "-_")
    assert.ok(
      PAYLOADS.some((part) => part.includes(character)),
      character,
    );
});

test("padding, whole, part and too much of it (RFC 7515 §2)", () => {
  assertAllUnreadable((part) => ["=", "==", "===", "===="].map((padding) => part + padding));
});

test("unused bits that are not zero: non-canonical base64url (RFC 4648 §3.5)", () => {
  assertAllUnreadable((part) => {
    const last = ALPHABET.indexOf(part.at(-1));
    const unused = [0, 0, 4, 2][part.length % 4];
    return Array.from({ length: unused === 0 ? 0 : 2 ** unused - 1 }, (_, bits) => part.slice(0, -1) + ALPHABET[last + bits + 1]);
  });
});

test("a group of one character, which encodes nothing", () => {
  assertAllUnreadable((part) => ["A", "AA", "AAA"].filter((more) => (part.length + more.length) % 4 === 1).map((more) => part + more));
});

test("the standard alphabet, wherever it differs (RFC 4648 §4)", () => {
  const standard = (part) => part.replaceAll("-", "+").replaceAll("_", "/");
  assertAllUnreadable((part) => [standard(part)].filter((odd) => odd !== part));
});

test("whitespace, before, within and behind every part", () => {
  assertAllUnreadable((part) =>
    [" ", "\n", "\r\n", "\t", "\u00a0", "\u2028"].flatMap((space) => [
      space + part,
      part.slice(0, 4) + space + part.slice(4),
      part + space,
    ]),
  );
});

test("characters that lenient decoders drop", () => {
  assertAllUnreadable((part) => ["!", "$", "\0", "é", "😀", "\\", "%2D", ",", "~"].map((odd) => part.slice(0, 4) + odd + part.slice(4)));
});

test("bytes behind the token, and parts behind the third", () => {
  const jwt = jws(CLAIMS);
  for (const behind of [".", "..", ".AAAA", `.${jwt}`]) assertUnreadable(jwt + behind, ["jwt_malformed"]);
  for (const behind of ["\0", ";", "#", "&x=1", `,${jwt.split(".")[2]}`]) assertUnreadable(jwt + behind, ["jwt_not_base64url"]);
});

test("nesting 10,000 deep, in claims and header, of arrays and of objects", () => {
  const arrays = "[".repeat(10_000) + "]".repeat(10_000);
  const objects = `${'{"a":'.repeat(7_000)}1${"}".repeat(7_000)}`;
  for (const deep of [arrays, objects]) {
    assertUnreadable(jws(`{"userId":"U234328","deep":${deep}}`), ["jwt_payload_invalid"]);
    assertUnreadable(jws(CLAIMS, `{"alg":"HS256","deep":${deep}}`), ["jwt_header_invalid"]);
    assertUnreadable(jws(deep), ["jwt_payload_invalid"]);
  }
  assertUnreadable(jws(`{"userId":"U234328","deep":${"[".repeat(30_000)}`), ["jwt_payload_invalid"], "never closed");
  assert.equal(verifyUserJWT(jws(CLAIMS), SECRET).userId, "U234328");
});

test("3 MB in the header, the payload, the signature, or of dots", () => {
  const large = "x".repeat(2_250_000);
  for (const jwt of [
    jws(CLAIMS, `{"alg":"HS256","kid":"${large}"}`),
    jws(`{"userId":"${large}"}`),
    `${base64url(HEADER)}.${base64url(CLAIMS)}.${base64url(large)}`,
    ".".repeat(3_000_000),
  ]) {
    assert.ok(jwt.length >= 3_000_000);
    for (const run of [
      () => verifyUserJWT(jwt, SECRET),
      () => decodeUserJWT(jwt),
      () => explainToken({ ...ALICE, userJWT: jwt }, SECRET),
    ]) {
      assert.deepEqual(codes(run), ["too_large"]);
    }
  }
  assert.equal(verifyUserJWT(jws(CLAIMS), SECRET).userId, "U234328");
});

test("one name with two values, spelled alike or with escapes, in claims and in the header", () => {
  for (const claims of [
    '{"userId":"U1","userId":"U2"}',
    '{"userId":"U1","user\\u0049d":"U2"}',
    '{"x":1,"userId":"U1","x":1.0}',
    '{"userId":"U1","exp":1,"exp":4000000000}',
  ]) {
    assertUnreadable(jws(claims), ["name_repeated"]);
  }
  for (const header of ['{"alg":"none","alg":"HS256"}', '{"alg":"HS256","\\u0061lg":"none"}', '{"alg":"HS256","typ":"JWT","typ":"jwt"}']) {
    assertUnreadable(jws(CLAIMS, header), ["name_repeated"]);
  }
  assertRefused(jws('{"userId":"U234328","userId":"U234328"}', HEADER, `${SECRET}!`), ["signature_mismatch"]);
  assert.equal(verifyUserJWT(jws('{"userId":"U1","user\\u0049d":"\\u00551"}'), SECRET).userId, "U1", "but twice the same is one");
});
