// Each code's cause and fix: error.help and docs/errors.md are made from these. What the message says, with … for what varies,
// is for the page alone. A test finds it in the sources.
import { API } from "./help/api.js";
import { CALLS } from "./help/calls.js";
import { ENDPOINT } from "./help/endpoint.js";
import { FIELDS } from "./help/fields.js";
import { PAGE } from "./help/page.js";
import { SECRET } from "./help/secret.js";
import { SESSION } from "./help/session.js";
import { USER_JWT } from "./help/user-jwt.js";

/** @typedef {{ says: string, cause: string, fix: string }} Help */

/** The codes, by where they are met. @type {Record<string, Record<string, Help>>} */
export const GROUPS = {
  "The secret": SECRET,
  "The user's fields and the token": FIELDS,
  "The userJWT": USER_JWT,
  "Options, times and WebAssembly": CALLS,
  "Your endpoint": ENDPOINT,
  "The page": PAGE,
  "The session, as a provider function reads it": SESSION,
  "Fogbender's /signatures API, and the local one": API,
};

/** @type {Record<string, Help>} */
export const HELP = Object.assign({}, ...Object.values(GROUPS));
