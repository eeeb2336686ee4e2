// What Alice can do in her browser's console, without the secret.
const encoder = new TextEncoder();

/** `alg: none`: a JWT with nothing behind its second dot. */
export function unsignedJWT(claims: object) {
  return `${part({ alg: "none", typ: "JWT" })}.${part(claims)}.`;
}

/** A JWT that is right in everything but the secret. */
export async function guessedJWT(claims: object, guess: string) {
  const input = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
  const key = await crypto.subtle.importKey("raw", encoder.encode(guess), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return `${input}.${base64url(new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(input))))}`;
}

const part = (value: object) => base64url(encoder.encode(JSON.stringify(value)));

function base64url(bytes: Uint8Array) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
