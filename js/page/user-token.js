// A user's token, as far as a page can look at it without WebAssembly.
import { FogbenderTokenError } from "../core/error.js";

const REQUIRED = ["widgetId", "customerId", "customerName", "userId", "userEmail", "userName"];
const SIGNATURES = ["userJWT", "userHMAC", "userPaseto", "widgetKey"];

/**
 * The token, when it is whole and for whom the page expects; every problem at once, when it is not.
 * @param {Record<string, any>} token
 * @param {Record<string, unknown>} [expect]
 */
export function checkUserToken(token, expect = {}) {
  const problems = [];
  const add = (code, field, what, wayOut = "Correct your endpoint.") =>
    problems.push({ code, field, message: `${field} in the token of your endpoint ${what} ${wayOut}` });
  const check = (field) => isText(token[field]) || add("field_invalid", field, "must be a text that is not empty.");

  for (const field of REQUIRED) token[field] === undefined ? add("field_missing", field, "is missing.") : check(field);
  const signatures = SIGNATURES.filter((field) => token[field] != null);
  signatures.forEach(check);
  if (signatures.length === 0) add("signature_missing", "userJWT", "is missing.");
  for (const field in expect) {
    const isOther = expect[field] != null && token[field] !== String(expect[field]);
    if (isOther) add("token_mismatch", field, "is not what the page expects.", "Load the page again.");
  }
  if (problems.length > 0) throw new FogbenderTokenError(problems);
  return token;
}

const isText = (value) => typeof value === "string" && value !== "";

/**
 * What React takes as a key: another one for another user, company or widget, the same one for a fresh userJWT.
 * JSON keeps the ids apart, whatever is in them.
 */
export function tokenKey({ widgetId, customerId, userId }) {
  return JSON.stringify([widgetId, customerId, userId]);
}

/**
 * How many seconds the token's userJWT is good for; NaN when it does not say. Nobody has verified it: this is for a timer
 * alone. The difference to `iat` does not depend on the page's clock.
 */
export function lifetime({ userJWT }) {
  try {
    const payload = atob(userJWT.split(".")[1].replace(/-/g, "+").replace(/_/g, "/"));
    const { exp, iat = Date.now() / 1000 } = JSON.parse(payload);
    return exp - iat;
  } catch {
    return NaN;
  }
}
