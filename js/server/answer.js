// What the endpoint answers, in plain values: it knows neither Request nor Node, so that each of them costs only what it must.
/** @import { ErrorCode, Identity } from "../entries/index.d.ts" */
import { failure, FogbenderTokenError } from "../core/error.js";

/**
 * What was asked.
 * @typedef {object} Asked
 * @property {string} method
 * @property {(name: string) => string | null | undefined} header gives a header by its lower-case name
 * @property {() => Promise<string>} body reads the body, of a POST alone
 * @property {() => Request} request makes the request for `identify`, without a body; called once at most
 * @property {unknown[]} rest what the framework passed on with the request
 */

/** @typedef {{ status: number, headers: Record<string, string>, body?: string | undefined }} Answer */

const ALLOW = "GET, HEAD, POST, OPTIONS";

/** What a provider's session lacks: the user is told, and the developer once. @type {ErrorCode[]} */
const SESSION_CODES = [
  "email_missing",
  "email_unverified",
  "organization_missing",
  "session_anonymous",
  "session_delegated",
  "session_impersonated",
  "session_mismatch",
];

/**
 * Makes the function that answers.
 * @param {ReturnType<typeof import("./handler-options.js").readSettings>} settings
 * @returns {(asked: Asked) => Promise<Answer>}
 */
export function answering({ identify, sign, origins, onError }) {
  /** @type {Set<ErrorCode>} */
  const logged = new Set();

  return async function answer(asked) {
    const headers = headersFor(asked, origins);
    /** @type {Parameters<typeof identify>} */
    let made;
    const args = () => (made ??= [asked.request(), ...asked.rest]);
    try {
      if (asked.method === "OPTIONS") return preflight(asked, headers);
      checkMethod(asked);
      checkSite(asked, origins);
      if (asked.method === "POST") await checkBody(asked);
      const identity = await identified(identify, args());
      return json(asked, 200, await sign(identity, args()), headers);
    } catch (thrown) {
      const { status, error } = thrown instanceof Refusal ? thrown : new Refusal(500, thrown);
      if (status >= 500 || (error instanceof FogbenderTokenError && status === 403 && isFirst(logged, error.code)))
        await tell(onError, error, args);
      if (status === 405) headers.allow = ALLOW;
      return json(asked, status, shown(error), headers);
    }
  };
}

/** An answer that is not the signature. */
class Refusal {
  /**
   * @param {number} status
   * @param {unknown} error
   */
  constructor(status, error) {
    this.status = status;
    this.error = error;
  }
}

/** @type {(status: number, code: ErrorCode, field: string | undefined, message: string) => never} */
const refuse = (status, code, field, message) => {
  throw new Refusal(status, failure(code, field, message));
};

/**
 * For every answer: it is one user's, so nobody may keep it, and it depends on what tells users apart.
 * @param {Asked} asked
 * @param {readonly string[]} origins
 */
function headersFor(asked, origins) {
  /** @type {Record<string, string>} */
  const headers = {
    "cache-control": "no-store",
    "cross-origin-resource-policy": "same-origin",
    vary: "Origin, Cookie, Authorization, Sec-Fetch-Site",
    "x-content-type-options": "nosniff",
  };
  const origin = asked.header("origin");
  if (origin && origins.includes(origin)) {
    headers["access-control-allow-origin"] = origin;
    headers["access-control-allow-credentials"] = "true";
  }
  return headers;
}

/**
 * @param {Asked} asked
 * @param {Record<string, string>} headers
 */
function preflight(asked, headers) {
  headers.allow = ALLOW;
  if (headers["access-control-allow-origin"] && asked.header("access-control-request-method")) {
    headers["access-control-allow-methods"] = "GET, HEAD, POST";
    headers["access-control-allow-headers"] = "authorization, content-type";
    headers["access-control-max-age"] = "600";
  }
  return { status: 204, headers };
}

/** @param {Asked} asked */
function checkMethod({ method }) {
  if (!["GET", "HEAD", "POST"].includes(method))
    refuse(405, "method_not_allowed", undefined, `Only ${ALLOW} are answered here. Send a GET.`);
}

/**
 * Browsers say by themselves whether a page of another site asks, and pages cannot change what they say.
 * @param {Asked} asked
 * @param {readonly string[]} origins
 */
function checkSite(asked, origins) {
  if (asked.header("sec-fetch-site") !== "cross-site" || origins.includes(asked.header("origin") ?? "")) return;
  refuse(
    403,
    "cross_site_request",
    "origin",
    "The request comes from another site, which is not listed in origins. If the page is yours, add its origin to the option origins.",
  );
}

/**
 * A request may ask for a signature, and nothing more: whose it is, the session says.
 * @param {Asked} asked
 */
async function checkBody(asked) {
  const type = asked.header("content-type");
  if (type && !/^application\/json\s*(;|$)/i.test(type)) {
    refuse(
      415,
      "content_type_not_json",
      "content-type",
      "The Content-Type must be application/json. Send it so, or send no body and no Content-Type.",
    );
  }
  const body = await asked.body().catch((error) => {
    throw new Refusal(error.code === "too_large" ? 413 : 400, error);
  });
  if (!/^\s*(\{\s*\}\s*)?$/.test(body)) {
    refuse(400, "body_not_empty", "body", "The body must be empty or {}, because only the session says who is signed in. Send no fields.");
  }
}

/**
 * @template {unknown[]} Args
 * @param {(...args: Args) => Identity | null | undefined | Promise<Identity | null | undefined>} identify
 * @param {Args} args
 * @returns {Promise<Identity>}
 */
async function identified(identify, args) {
  let identity;
  try {
    identity = await identify(...args);
  } catch (error) {
    // What a provider's session lacks is told; what broke is not.
    if (error instanceof FogbenderTokenError && SESSION_CODES.includes(error.code)) throw new Refusal(403, error);
    throw failure(
      "identify_failed",
      undefined,
      "The function identify threw an error, so nobody knows who is signed in. Look for the error in the server's log.",
      error,
    );
  }
  if (identity === undefined || identity === null) refuse(401, "not_signed_in", undefined, "Nobody is signed in. Sign in, then ask again.");
  return identity;
}

/** @type {(seen: Set<ErrorCode>, code: ErrorCode) => unknown} */
const isFirst = (seen, code) => !seen.has(code) && seen.add(code);

/**
 * A log that fails must not take the answer with it.
 * @template {unknown[]} Args
 * @param {(error: unknown, ...args: Args) => unknown} onError
 * @param {unknown} error
 * @param {() => Args} args
 */
async function tell(onError, error, args) {
  try {
    await onError(error, ...args());
  } catch (failed) {
    console.error(failed);
  }
}

/** @param {unknown} error */
function shown(error) {
  if (!(error instanceof FogbenderTokenError))
    return { error: { code: "internal", message: "The signature could not be made. Look for the error in the server's log." } };
  const { code, message, problems } = error;
  return { error: { code, message, problems } };
}

/**
 * @param {Asked} asked
 * @param {number} status
 * @param {object} body
 * @param {Record<string, string>} headers
 */
function json(asked, status, body, headers) {
  headers["content-type"] = "application/json; charset=utf-8";
  return { status, headers, body: asked.method === "HEAD" ? undefined : JSON.stringify(body) };
}
