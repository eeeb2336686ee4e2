// A user's token, as far as a page can look at it without WebAssembly.
/** @import { ErrorCode, Problem, UserToken } from "../entries/index.d.ts" */
import { FogbenderTokenError } from "../core/error.js";

// Written so because every byte of the page's module counts.
const REQUIRED = "widgetId customerId customerName userId userEmail userName".split(" ");
const SIGNATURES = "userJWT userHMAC userPaseto widgetKey".split(" ");

/**
 * The token, when it is whole and for whom the page expects; every problem at once, when it is not.
 * @param {Record<string, unknown>} token
 * @param {Record<string, unknown>} [expect]
 * @returns {UserToken}
 */
export function checkUserToken(token, expect = {}) {
  /** @type {Problem[]} */
  const problems = [];
  /** @type {(code: ErrorCode, field: string, what: string) => void} */
  const add = (code, field, what) => problems.push({ code, field, message: `${field} in the token of your endpoint ${what}` });
  const signatures = SIGNATURES.filter((field) => token[field] != null);

  for (const field of [...REQUIRED, ...signatures]) {
    if (token[field] === undefined) add("field_missing", field, "is missing. Correct your endpoint.");
    else if (typeof token[field] !== "string" || !token[field])
      add("field_invalid", field, "must be a text that is not empty. Correct your endpoint.");
  }
  if (!signatures[0]) add("signature_missing", "userJWT", "is missing. Correct your endpoint.");
  for (const field in expect) {
    const isOther = expect[field] !== undefined && token[field] !== String(expect[field]);
    if (isOther) add("token_mismatch", field, "is not what the page expects. Load the page again.");
  }
  if (problems[0]) throw new FogbenderTokenError(problems);
  return /** @type {UserToken} */ (/** @type {unknown} */ (token));
}

/**
 * What React takes as a key: another one for another user, company or widget, the same one for a fresh userJWT.
 * JSON keeps the ids apart, whatever is in them.
 * @type {typeof import("../entries/page.d.ts").tokenKey}
 */
export function tokenKey({ widgetId, customerId, userId }) {
  return JSON.stringify([widgetId, customerId, userId]);
}

/**
 * How many seconds the token's userJWT is good for; NaN when it does not say. Nobody has verified it: this is for a timer
 * alone. The difference to `iat` does not depend on the page's clock.
 * @param {UserToken | undefined} token
 * @returns {number}
 */
export function lifetime(token) {
  try {
    const payload = atob(/** @type {{ userJWT: string }} */ (token).userJWT.split(".")[1].replace(/-/g, "+").replace(/_/g, "/"));
    const { exp, iat = Date.now() / 1000 } = JSON.parse(payload);
    return exp - iat;
  } catch {
    return NaN;
  }
}
