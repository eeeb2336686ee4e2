import {
  FIELDS,
  Signer,
  bodyText
} from "./chunk-AKS7OEH3.js";
import {
  FogbenderTokenError,
  failure,
  readOptions
} from "./chunk-3SFH4B7Y.js";

// js/server/stand-in.js
var JSON_HEADERS = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };
var STATUS = { too_large: 413, bearer_invalid: 403 };
function createStandIn(options) {
  const { secret, allowShortSecret } = readOptions(options, ["secret", "allowShortSecret"]);
  const signer = new Signer(secret, { allowShortSecret });
  const bytes = typeof secret === "string" ? new TextEncoder().encode(secret) : Uint8Array.from(secret);
  const keyPromise = crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);
  bytes.fill(0);
  return async function standIn(request) {
    try {
      const { pathname } = new URL(request.url);
      if (!["/signatures", "/tokens", "/verify"].includes(pathname)) return refusal(404, "There is nothing here but /signatures, /tokens and /verify.");
      if (request.method !== "POST") return refusal(405, "Only POST is answered here.");
      if (pathname === "/verify") return answer(200, signer.explain(await bodyText(request)));
      const key = await keyPromise;
      await checkBearer(key, secret, request.headers.get("authorization"));
      const signatures = await signaturesOf(signer, key, await bodyText(request));
      return answer(200, { token: signatures, signatures });
    } catch (error) {
      if (!(error instanceof FogbenderTokenError)) throw error;
      return refusal(STATUS[error.code] ?? 400, error.message, error.problems);
    }
  };
}
async function signaturesOf(signer, key, text) {
  const body = parse(text);
  const claims = Object.fromEntries(Object.entries(body).filter(([name]) => !FIELDS.includes(name)));
  const userJWT = signer.sign(body, { claims, partial: true, issuedAt: false });
  const userHMAC = hex(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(body.userId)));
  return { ...body, userHMAC, userJWT };
}
function parse(text) {
  let body;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    throw failure("not_an_object", "body", "The body is not JSON. Send the identity as a JSON object.", cause);
  }
  if (typeof body === "object" && body !== null && !Array.isArray(body)) return body;
  throw failure("not_an_object", "body", "The body must be a JSON object: the identity.");
}
async function checkBearer(key, secret, authorization) {
  const [, given] = /^Bearer ([^\s,]+)$/.exec(authorization ?? "") ?? [];
  if (given === void 0) throw failure("bearer_invalid", "authorization", "The Authorization header must be: Bearer, one space, the secret.");
  const encoder = new TextEncoder();
  const own = typeof secret === "string" ? encoder.encode(secret) : secret;
  const isOwn = await crypto.subtle.verify("HMAC", key, await crypto.subtle.sign("HMAC", key, own), encoder.encode(given));
  if (!isOwn) throw failure("bearer_invalid", "authorization", "The Bearer secret is not this workspace's.");
}
var hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
var answer = (status, body) => new Response(JSON.stringify(body), { status, headers: JSON_HEADERS });
var refusal = (status, message, problems) => answer(status, { error: problems === void 0 ? { message } : { message, problems } });

export {
  createStandIn
};
