import { bodyText } from "./body.js";
import { failure, FogbenderTokenError } from "../core/error.js";
import { forget, splitOptions, takeKey } from "./secret.js";
import { signComplete, token } from "./signer.js";
import { bare, refuseUnknown } from "../core/values.js";

const ALLOW = "GET, HEAD, POST, OPTIONS";
const OWN_OPTIONS = ["identify", "origins", "onError"];
const SESSION_CODES = ["email_missing", "email_unverified", "organization_missing", "session_impersonated", "session_mismatch"];
const SIGN_OPTIONS = ["expiresInSeconds", "notBeforeSeconds", "issuedAt"];

/** Someone who could be signed in: signed once when the handler is made, so that wrong options are found then. */
const SOMEONE = { userId: "u", customerId: "c", customerName: "c", userEmail: "e", userName: "n" };

export function createSignaturesHandler(options) {
  const { allowShortSecret, rest } = splitOptions(options);
  refuseUnknown(rest, ["secret", "widgetId", "versions", ...OWN_OPTIONS, ...SIGN_OPTIONS]);
  const { secret, identify, origins = [], onError = (error) => console.error(error), ...others } = rest;
  const signing = bare(others);
  checkOwn(identify, origins, onError);
  if ("widgetId" in rest && rest.widgetId === undefined) {
    throw failure("field_missing", "widgetId", "widgetId is undefined: its environment variable is probably unset. Leave the option out for the userJWT alone.");
  }
  const key = takeKey(secret, allowShortSecret);
  const answer =
    signing.widgetId === undefined
      ? (identity) => ({ signatures: { userJWT: signComplete(() => key, identity, signing) } })
      : (identity) => {
          const assembled = token(() => key, identity, signing);
          return { signatures: { userJWT: assembled.userJWT }, token: assembled };
        };
  try {
    answer(SOMEONE);
  } catch (error) {
    forget(key);
    throw error;
  }

  return async function signatures(request) {
    const headers = responseHeaders(request, origins);
    try {
      if (request.method === "OPTIONS") return preflight(request, headers);
      await checkRequest(request);
      return respond(request, 200, answer(await identified(identify, request)), headers);
    } catch (thrown) {
      const { status, error } = thrown instanceof Refusal ? thrown : new Refusal(500, thrown);
      if (status >= 500) await tell(onError, error, request);
      if (status === 405) headers.set("allow", ALLOW);
      return respond(request, status, shown(error), headers);
    }
  };
}

/** An answer that is not the signature. */
class Refusal {
  constructor(status, error) {
    this.status = status;
    this.error = error;
  }
}

function checkOwn(identify, origins, onError) {
  if (typeof identify !== "function") {
    throw failure("option_invalid", "identify", "identify must be a function that gives the identity of the session's user, or nothing.");
  }
  if (typeof onError !== "function") throw failure("option_invalid", "onError", "onError must be a function.");
  const isOrigin = (origin) => typeof origin === "string" && URL.canParse(origin) && new URL(origin).origin === origin;
  if (!Array.isArray(origins) || !origins.every(isOrigin)) {
    throw failure("option_invalid", "origins", 'origins must be a list of origins such as "https://app.example.com", without a path or "*".');
  }
}

/** For every answer: it is one user's, so nobody may keep it, and it depends on what tells users apart. */
function responseHeaders(request, origins) {
  const headers = new Headers({ "cache-control": "no-store", vary: "Origin, Cookie, Authorization" });
  const origin = request.headers.get("origin");
  if (origins.includes(origin)) {
    headers.set("access-control-allow-origin", origin);
    headers.set("access-control-allow-credentials", "true");
  }
  return headers;
}

function preflight(request, headers) {
  headers.set("allow", ALLOW);
  if (headers.has("access-control-allow-origin") && request.headers.has("access-control-request-method")) {
    headers.set("access-control-allow-methods", "GET, HEAD, POST");
    headers.set("access-control-allow-headers", "authorization, content-type");
    headers.set("access-control-max-age", "600");
  }
  return new Response(null, { status: 204, headers });
}

/** A request may ask for a signature, and nothing more: whose it is, the session says. */
async function checkRequest(request) {
  if (!["GET", "HEAD", "POST"].includes(request.method)) {
    throw new Refusal(405, failure("method_not_allowed", undefined, `Only ${ALLOW} are answered here.`));
  }
  if (request.method !== "POST") return;
  const type = request.headers.get("content-type");
  if (type !== null && !/^application\/json\s*(;|$)/i.test(type)) {
    throw new Refusal(415, failure("content_type_not_json", "content-type", "The Content-Type must be application/json, or absent with the body."));
  }
  const body = await bodyText(request).catch((error) => {
    throw new Refusal(error.code === "too_large" ? 413 : 400, error);
  });
  if (!/^\s*(\{\s*\}\s*)?$/.test(body)) {
    throw new Refusal(400, failure("body_not_empty", "body", "The body must be empty or {}: who is signed in, the session alone says."));
  }
}

async function identified(identify, request) {
  let identity;
  try {
    identity = await identify(request);
  } catch (error) {
    // What a provider's session lacks is told; what broke is not.
    if (error instanceof FogbenderTokenError && SESSION_CODES.includes(error.code)) throw new Refusal(403, error);
    throw new Refusal(500, failure("identify_failed", undefined, "Who is signed in could not be found out.", error));
  }
  if (identity === undefined || identity === null) throw new Refusal(401, failure("not_signed_in", undefined, "Nobody is signed in."));
  return identity;
}

/** A log that fails must not take the answer with it. */
async function tell(onError, error, request) {
  try {
    await onError(error, request);
  } catch (failed) {
    console.error(failed);
  }
}

function shown(error) {
  if (!(error instanceof FogbenderTokenError)) return { error: { code: "internal", message: "The signature could not be made." } };
  const { code, message, problems } = error;
  return { error: { code, message, problems } };
}

function respond(request, status, body, headers) {
  headers.set("content-type", "application/json; charset=utf-8");
  return new Response(request.method === "HEAD" ? null : JSON.stringify(body), { status, headers });
}
