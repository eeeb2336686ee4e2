import { createHmac } from "node:crypto";

const FIELDS = ["customerId", "customerName", "userId", "userName", "userEmail", "userAvatarUrl"];
const hmac = (secret, text) => createHmac("sha256", secret).update(text);

/** Whether Fogbender's login takes a user's token: its rules as its backend has them, written here without this package. */
export function accepts(token, secret) {
  if (!/^w\d+$/.test(Buffer.from(token.widgetId, "base64url"))) return false;
  // The account is found by the email, and one without @ is fatal.
  if (!token.userEmail.includes("@")) return false;
  if (token.userJWT === undefined) return token.widgetKey === hmac(secret, "").digest("hex").slice(0, 19);
  const [header, payload, signature] = token.userJWT.split(".");
  const parsed = (part) => JSON.parse(Buffer.from(part, "base64url"));
  if (parsed(header).alg !== "HS256") return false;
  if (signature !== hmac(secret, `${header}.${payload}`).digest("base64url")) return false;
  const claims = parsed(payload);
  if ("sub" in claims) return claims.sub === token.userId;
  return "userId" in claims && FIELDS.every((name) => claims[name] === undefined || claims[name] === token[name]);
}
