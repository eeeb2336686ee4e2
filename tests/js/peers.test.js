import assert from "node:assert/strict";
import { createSecretKey } from "node:crypto";
import { test } from "node:test";
import { createSigner, createVerifier } from "fast-jwt";
import { CompactSign, SignJWT, jwtVerify } from "jose";
import jsonwebtoken from "jsonwebtoken";
import { FogbenderTokenError, Signer } from "fogbender-token";
import { random } from "./random.js";

const SECRET = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
const bytes = Buffer.from(SECRET, "ascii");
const keyObject = createSecretKey(bytes);
const signer = new Signer(SECRET);
const header = { alg: "HS256", typ: "JWT" };
const algorithms = ["HS256"];

const signWithFastJwt = createSigner({ key: bytes, algorithm: "HS256", noTimestamp: true, header: { typ: "JWT" } });
const verifyWithFastJwt = createVerifier({ key: bytes, algorithms });

const peers = [
  {
    name: "jose SignJWT",
    sign: (claims) => new SignJWT(claims).setProtectedHeader(header).sign(bytes),
    verify: async (jwt) => (await jwtVerify(jwt, bytes, { algorithms })).payload,
  },
  {
    name: "jose CompactSign",
    sign: (claims) => new CompactSign(Buffer.from(JSON.stringify(claims))).setProtectedHeader(header).sign(keyObject),
    verify: async (jwt) => (await jwtVerify(jwt, keyObject, { algorithms })).payload,
  },
  {
    name: "jsonwebtoken",
    sign: (claims) => jsonwebtoken.sign(claims, keyObject, { algorithm: "HS256", noTimestamp: true }),
    verify: (jwt) => jsonwebtoken.verify(jwt, keyObject, { algorithms }),
  },
  {
    name: "fast-jwt",
    sign: (claims) => signWithFastJwt(claims),
    verify: (jwt) => verifyWithFastJwt(jwt),
  },
];

/** Where UTF-8 and JSON change their ways: controls, escapes, and every length of a code point in every plane. */
const ALPHABETS = [
  [[0x20, 0x7e]],
  [[0x00, 0x1f]],
  [
    [0x22, 0x22],
    [0x5c, 0x5c],
    [0x2f, 0x2f],
  ],
  [
    [0x7f, 0xa0],
    [0x7ff, 0x800],
  ],
  [
    [0x2028, 0x2029],
    [0xd7ff, 0xd7ff],
    [0xe000, 0xe000],
    [0xfeff, 0xfeff],
    [0xfffd, 0xffff],
  ],
  [[0x4e00, 0x9fff]],
  ...Array.from({ length: 16 }, (_, plane) => [[(plane + 1) * 0x10000, (plane + 1) * 0x10000 + 0xffff]]),
];

/** What an id may not have, and no other field minds. */
const asId = (text) => `U${text.replace(/\p{Cc}/gu, "x")}`;

function generate(seed, count) {
  const { below, between, chance, pick } = random(seed);
  const text = (length) => {
    const alphabets = chance(0.5) ? ALPHABETS : [pick(ALPHABETS)];
    const codePoint = () => between(...pick(pick(alphabets)));
    return String.fromCodePoint(...Array.from({ length }, codePoint));
  };
  const length = () => (chance(0.1) ? between(1, 3000) : between(1, 60));
  const fields = {
    customerId: () => asId(text(length())),
    customerName: () => `N${text(length())}`,
    userEmail: () => `${text(length())}@${text(length())}`,
    userName: () => `N${text(length())}`,
    userAvatarUrl: () => `https://example.com/${text(length())}`,
  };
  return Array.from({ length: count }, () => {
    const asked = Object.keys(fields).filter(() => chance(0.7));
    const identity = { userId: asId(text(length())), ...Object.fromEntries(asked.map((name) => [name, fields[name]()])) };
    const claims = Object.fromEntries(
      Array.from({ length: below(4) }, () => [`x${text(between(1, 12))}`, chance(0.1) ? "" : text(length())]),
    );
    return { identity, claims };
  });
}

const cases = [
  ...generate(0xf09b, 400),
  ...Array.from({ length: 300 }, (_, index) => ({ identity: { userId: "u".repeat(index * 10 + 1) }, claims: {} })),
];
const identities = cases.map(({ identity, claims }) => ({ ...identity, ...claims }));
const sign = ({ identity, claims }) => signer.sign(identity, { claims, partial: true, issuedAt: false });
const signed = (userId, options) => signer.sign({ userId }, { partial: true, ...options });

test("the generated identities reach every plane, controls, quotes, and both ends of the lengths", () => {
  const all = identities.flatMap((identity) => Object.values(identity));
  const planes = new Set(all.flatMap((text) => Array.from(text, (character) => character.codePointAt(0) >> 16)));
  assert.deepEqual(
    [...planes].sort((a, b) => a - b),
    Array.from({ length: 17 }, (_, plane) => plane),
  );
  for (const character of ['"', "\\", "/", "\0", "\n", "\u001f", "\u007f", "\u2028", "\ufeff", "\uffff"]) {
    assert.ok(
      all.some((text) => text.includes(character)),
      `U+${character.charCodeAt(0).toString(16)}`,
    );
  }
  assert.ok(all.some((text) => [...text].length === 1) && all.some((text) => [...text].length > 2900));
});

for (const peer of peers) {
  test(`${peer.name} makes the same bytes, verifies ours, and is verified by us`, async () => {
    for (const [index, claims] of identities.entries()) {
      const ours = sign(cases[index]);
      // Some peers write into what they are given.
      const theirs = await peer.sign({ ...claims });
      assert.equal(ours, theirs, JSON.stringify(claims));
      assert.deepEqual({ ...(await peer.verify(ours)) }, claims);
      assert.deepEqual(signer.verify(theirs), claims);
    }
  });

  test(`${peer.name} verifies our times`, async () => {
    const claims = await peer.verify(signed("U1", { expiresInSeconds: 60 }));
    assert.equal(claims.exp, claims.iat + 60);
    assert.ok(Math.abs(claims.iat - Date.now() / 1000) < 5);
  });

  test(`${peer.name} and we refuse each other's tokens under another secret`, async () => {
    const other = new Signer(SECRET.replace("e", "f"));
    await assert.rejects(async () => peer.verify(other.sign({ userId: "U1" }, { partial: true })));
    const theirs = await peer.sign({ userId: "U1" });
    assert.throws(() => other.verify(theirs), { code: "signature_mismatch" });
  });
}

test("a NumericDate with a fraction as Python's time.time() gives it is taken by all of them and by us (RFC 7519 §2)", async () => {
  const now = Math.floor(Date.now() / 1000);
  for (const fraction of [".5", ".123", ".1234567"]) {
    const payload = `{"userId":"U1","iat":${now}${fraction},"exp":${now + 3600}${fraction}}`;
    const jwt = await new CompactSign(Buffer.from(payload)).setProtectedHeader(header).sign(bytes);
    for (const peer of peers) assert.equal((await peer.verify(jwt)).userId, "U1", peer.name);
    assert.deepEqual(signer.verify(jwt), JSON.parse(payload), fraction);
    assert.equal(signer.verify(jwt, { now: Number(`${now}${fraction}`) }).userId, "U1", fraction);
  }
});

const refusal = (jwt) => {
  try {
    signer.verify(jwt);
  } catch (error) {
    assert.ok(error instanceof FogbenderTokenError, String(error));
    return error;
  }
  return undefined;
};

test("a token with one character changed anywhere, to any other of the alphabet, is refused", () => {
  const jwt = signed("U234328", { issuedAt: false });
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n\0é";
  for (let at = 0; at < jwt.length; at += 1) {
    for (const character of alphabet) {
      if (character === jwt[at]) continue;
      const changed = jwt.slice(0, at) + character + jwt.slice(at + 1);
      assert.ok(refusal(changed), `${at}: ${JSON.stringify(character)}`);
    }
  }
  assert.equal(refusal(jwt), undefined);
});

test("a token with one character dropped, doubled or added anywhere is refused", () => {
  const jwt = signer.sign({ userId: "U234328", customerId: "C256434" }, { partial: true, issuedAt: false });
  for (let at = 0; at <= jwt.length; at += 1) {
    if (at < jwt.length) assert.ok(refusal(jwt.slice(0, at) + jwt.slice(at + 1)), `${at} dropped`);
    for (const character of ["A", ".", "=", " ", "\n", jwt[at] ?? "A"]) {
      assert.ok(refusal(jwt.slice(0, at) + character + jwt.slice(at)), `${at}: ${JSON.stringify(character)} added`);
    }
  }
});

test("a generated token with one character changed somewhere is refused", () => {
  const { below, pick } = random(0xc4a6);
  for (const one of cases) {
    const jwt = sign(one);
    for (let round = 0; round < 5; round += 1) {
      const at = below(jwt.length);
      const character = pick([..."ABCDwxyz0189-_."].filter((candidate) => candidate !== jwt[at]));
      assert.ok(refusal(jwt.slice(0, at) + character + jwt.slice(at + 1)), `${at} of ${JSON.stringify(one)}`);
    }
  }
});
