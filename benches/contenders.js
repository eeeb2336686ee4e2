// The contenders that run in every runtime, each with its key prepared, and each doing the same: `sign` without times,
// `signTimed` with iat and exp, `token` for the widget, `verify`, which gives the claims or throws.
import { createHmac, createSecretKey, timingSafeEqual } from "node:crypto";
import { LIFETIME_SECONDS, secret, widgetId } from "./payload.js";

const now = () => Math.floor(Date.now() / 1000);

export function ours({ Signer }) {
  const signer = new Signer(secret);
  return {
    how: "One `Signer`.",
    sameBytes: true,
    sign: (identity) => signer.sign(identity, { issuedAt: false }),
    /** Signs claims of any size, of which only the first is a field of the identity. */
    signingOf({ userId, ...claims }) {
      const options = { claims, partial: true, issuedAt: false };
      return () => signer.sign({ userId }, options);
    },
    signTimed: (identity) => signer.sign(identity, { expiresInSeconds: LIFETIME_SECONDS }),
    token: (identity) => signer.token(identity, { widgetId }),
    verify: (userJWT) => signer.verify(userJWT),
  };
}

/** What somebody writes who knows the format, on Node's native crypto; also Deno's, Bun's and workerd's. */
export function hand() {
  const key = createSecretKey(Buffer.from(secret));
  const header = `${Buffer.from(JSON.stringify({ alg: "HS256", typ: "JWT" })).toString("base64url")}.`;
  const fields = ["userId", "customerId", "customerName", "userEmail", "userName"];

  function sign(claims) {
    const input = header + Buffer.from(JSON.stringify(claims)).toString("base64url");
    return `${input}.${createHmac("sha256", key).update(input).digest("base64url")}`;
  }

  return {
    how: "`createHmac` and base64url, with a `KeyObject` and the header encoded beforehand; times by object spread.",
    sameBytes: true,
    sign,
    signTimed(identity) {
      const iat = now();
      return sign({ ...identity, iat, exp: iat + LIFETIME_SECONDS });
    },
    token(identity) {
      for (const field of fields) {
        if (typeof identity[field] !== "string" || identity[field] === "") throw new TypeError(field);
      }
      return { widgetId, ...identity, userJWT: sign({ ...identity, iat: now() }) };
    },
    verify(userJWT) {
      const dot = userJWT.lastIndexOf(".");
      const input = userJWT.slice(0, dot);
      if (!input.startsWith(header)) throw new Error("header");
      const signature = Buffer.from(userJWT.slice(dot + 1), "base64url");
      const expected = createHmac("sha256", key).update(input).digest();
      if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) throw new Error("signature");
      const claims = JSON.parse(Buffer.from(input.slice(header.length), "base64url").toString());
      if (claims.exp !== undefined && !(claims.exp > now())) throw new Error("exp");
      return claims;
    },
  };
}

/** The key of a library that signs with WebCrypto. */
export const webCryptoKey = () =>
  crypto.subtle.importKey("raw", Buffer.from(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);

export async function jose({ SignJWT, jwtVerify }) {
  const key = await webCryptoKey();
  const header = { alg: "HS256", typ: "JWT" };
  const options = { algorithms: ["HS256"] };
  return {
    how: "`SignJWT`, `jwtVerify` with a `CryptoKey`.",
    sign: (identity) => new SignJWT(identity).setProtectedHeader(header).sign(key),
    signTimed(identity) {
      const iat = now();
      const jwt = new SignJWT(identity).setProtectedHeader(header).setIssuedAt(iat);
      return jwt.setExpirationTime(iat + LIFETIME_SECONDS).sign(key);
    },
    verify: async (userJWT) => (await jwtVerify(userJWT, key, options)).payload,
  };
}
