// Every contender in Node: ours, by hand, and the libraries, each at its best.
import { createSecretKey } from "node:crypto";
import nodeRs from "@node-rs/jsonwebtoken";
import tsndr from "@tsndr/cloudflare-worker-jwt";
import { createSigner, createVerifier } from "fast-jwt";
import * as fogbenderToken from "fogbender-token";
import * as honoJwt from "hono/jwt";
import * as joseLibrary from "jose";
import jwt from "jsonwebtoken";
import { hand, jose, ours, webCryptoKey } from "./contenders.js";
import { LIFETIME_SECONDS, secret } from "./payload.js";

const now = () => Math.floor(Date.now() / 1000);

function withTimes(identity) {
  const iat = now();
  return { ...identity, iat, exp: iat + LIFETIME_SECONDS };
}

function jsonwebtoken() {
  const key = createSecretKey(Buffer.from(secret));
  const bare = { algorithm: "HS256", noTimestamp: true };
  const timed = { algorithm: "HS256", expiresIn: LIFETIME_SECONDS };
  const verifying = { algorithms: ["HS256"] };
  return {
    how: "With a `KeyObject`; with the secret as a string it makes a key for each call.",
    sign: (identity) => jwt.sign(identity, key, bare),
    signTimed: (identity) => jwt.sign(identity, key, timed),
    verify: (userJWT) => jwt.verify(userJWT, key, verifying),
  };
}

function fastJwt() {
  const options = { key: secret, algorithm: "HS256" };
  return {
    how: "`createSigner`, `createVerifier`, made once, synchronous, `cache: false`.",
    sign: createSigner({ ...options, noTimestamp: true }),
    signTimed: createSigner({ ...options, expiresIn: LIFETIME_SECONDS * 1000 }),
    verify: createVerifier({ key: secret, algorithms: ["HS256"], cache: false }),
  };
}

function nodeRsJsonwebtoken() {
  const verifying = { algorithms: ["HS256"] };
  return {
    how: "Native Rust by N-API: `signSync`, `verifySync` with the secret as a string; it takes no prepared key.",
    alwaysIssuedAt: true,
    sign: (identity) => nodeRs.signSync(identity, secret),
    signTimed: (identity) => nodeRs.signSync(withTimes(identity), secret),
    verify: (userJWT) => nodeRs.verifySync(userJWT, secret, verifying),
  };
}

async function hono() {
  const key = await webCryptoKey();
  return {
    how: "`sign`, `verify` with a `CryptoKey`.",
    sign: (identity) => honoJwt.sign(identity, key, "HS256"),
    signTimed: (identity) => honoJwt.sign(withTimes(identity), key, "HS256"),
    verify: (userJWT) => honoJwt.verify(userJWT, key, "HS256"),
  };
}

async function cloudflareWorkerJwt() {
  const key = await webCryptoKey();
  const verifying = { algorithm: "HS256", throwError: true };
  return {
    how: "`sign`, `verify` with a `CryptoKey`; the claims are spread, because it writes `iat` into what it is given.",
    alwaysIssuedAt: true,
    sign: (identity) => tsndr.sign({ ...identity }, key, "HS256"),
    signTimed: (identity) => tsndr.sign(withTimes(identity), key, "HS256"),
    verify: async (userJWT) => (await tsndr.verify(userJWT, key, verifying)).payload,
  };
}

/** By name, ours first. */
export const contenders = async () => ({
  "fogbender-token": ours(fogbenderToken),
  "by hand": hand(),
  "@node-rs/jsonwebtoken": nodeRsJsonwebtoken(),
  "fast-jwt": fastJwt(),
  jsonwebtoken: jsonwebtoken(),
  jose: await jose(joseLibrary),
  "hono/jwt": await hono(),
  "@tsndr/cloudflare-worker-jwt": await cloudflareWorkerJwt(),
});
