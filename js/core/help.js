// Each code's cause and fix. error.help and docs/errors.md are made from these.
import { API } from "./help/api.js";
import { CALLS } from "./help/calls.js";
import { ENDPOINT } from "./help/endpoint.js";
import { FIELDS } from "./help/fields.js";
import { SECRET } from "./help/secret.js";
import { SESSION } from "./help/session.js";
import { USER_JWT } from "./help/user-jwt.js";

/** @type {Record<string, { cause: string, fix: string }>} */
export const HELP = { ...API, ...CALLS, ...ENDPOINT, ...FIELDS, ...SECRET, ...SESSION, ...USER_JWT };
