/**
 * @import { Problem } from "../entries/index.d.ts"
 * @import { ProviderIdentity, ProviderOptions } from "../entries/providers.d.ts"
 * @typedef {{ [Field in "userId" | "customerId" | "customerName" | "userEmail"]?: unknown }} Found
 */
import { FogbenderTokenError } from "../core/error.js";
import { kindOf } from "../core/kinds.js";
import { holds, isPicture, isText } from "./texts.js";

/**
 * What a session says, before anything is checked.
 * @typedef {object} Facts
 * @property {unknown} [userId]
 * @property {unknown} [customerId]
 * @property {unknown} [customerName]
 * @property {unknown} [userEmail]
 * @property {unknown} [userAvatarUrl]
 * @property {unknown[]} [userNames] the best first
 * @property {boolean} [isVerified] the provider says that the email is hers
 * @property {string} [emailHint] what to say if not, in place of the usual
 * @property {boolean} [isMember] false if she is not in customerId any more
 * @property {string} [organizationHint] what to say then, or if there is none
 * @property {boolean} [isImpersonated]
 * @property {boolean} [isDelegated]
 * @property {boolean} [isAnonymous]
 * @property {Record<string, unknown>} [foreign] of each record, whether it is another user's or organization's
 * @property {unknown} [editable] what the user can write
 * @property {unknown} [trusted] what only the backend can
 * @property {boolean} [isMisplaced] her customer is in the former
 */

/** Sessions that are not the user's own, in person: the fact, the code, the option that permits it, and what to say. */
const NOT_IN_PERSON = /** @type {const} */ ([
  [
    "isImpersonated",
    "session_impersonated",
    "allowImpersonation",
    "Somebody of your staff is signed in as this user. Show no widget, or give allowImpersonation: true.",
  ],
  [
    "isDelegated",
    "session_delegated",
    "allowDelegation",
    "An app or a machine acts for this user, and she is not there herself. Take her own session, or give allowDelegation: true.",
  ],
  [
    "isAnonymous",
    "session_anonymous",
    "allowAnonymous",
    "This user is anonymous, so nobody knows who she is. Let her sign up, or give allowAnonymous: true.",
  ],
]);

/** The options that permit such sessions. */
export const PERMISSIONS = NOT_IN_PERSON.map(([, , option]) => option);

/**
 * The identity, if nothing speaks against it. What the caller gives comes before what the session says.
 * @param {Facts} facts
 * @param {ProviderOptions} options the caller's, checked
 * @param {string} noUser what to say if there is no userId
 * @returns {ProviderIdentity}
 */
export function identityOf(facts, options, noUser) {
  const person = personProblems(facts, options);
  if (isNothing(facts.userId)) refuse(person.length > 0 ? person : [problem("field_missing", "userId", noUser)]);

  const known = (/** @type {"customerId" | "customerName" | "userEmail"} */ field) =>
    options[field] ?? (isNothing(facts[field]) ? undefined : facts[field]);
  const found = {
    userId: facts.userId,
    customerId: known("customerId"),
    customerName: known("customerName"),
    userEmail: known("userEmail"),
  };
  refuse([
    ...person,
    ...recordProblems(facts),
    ...textProblems(found),
    ...companyProblems(found, facts, options),
    ...emailProblems(found, facts, options),
  ]);

  // A name and a picture that are no good never keep the user from the widget.
  const identity = /** @type {ProviderIdentity} */ (found);
  identity.userName = options.userName ?? (facts.userNames ?? []).find(isText) ?? identity.userEmail;
  const picture = options.userAvatarUrl ?? facts.userAvatarUrl;
  if (isPicture(picture)) identity.userAvatarUrl = picture;
  return identity;
}

/** @type {(facts: Facts, options: ProviderOptions) => Problem[]} */
const personProblems = (facts, options) =>
  NOT_IN_PERSON.flatMap(([fact, code, option, message]) =>
    facts[fact] && options[option] !== true ? [problem(code, "userId", message)] : [],
  );

/** @type {(facts: Facts) => Problem[]} */
const recordProblems = (facts) =>
  Object.entries(facts.foreign ?? {})
    .filter(([, isForeign]) => isForeign)
    .map(([name]) => problem("session_mismatch", name, `${name} does not belong to the session. Fetch it by the id that the session has.`));

/** @type {(found: Found) => Problem[]} */
const textProblems = (found) =>
  Object.entries(found)
    .filter(([, value]) => value !== undefined && typeof value !== "string")
    .map(([field, value]) => problem("field_not_string", field, `${field} must be text, and it is ${kindOf(value)}.`));

/**
 * @param {Found} found
 * @param {Facts} facts
 * @param {ProviderOptions} options
 */
function companyProblems({ customerId, customerName }, facts, options) {
  if (isEditable("customerId", facts, options) || (customerId === undefined && facts.isMisplaced)) return [editable("customerId")];
  if (customerId === undefined) {
    const usual = "The session has no active organization. Let the user choose one, or give customerId and customerName in the options.";
    return [problem("organization_missing", "customerId", facts.organizationHint ?? usual)];
  }
  if (customerId === facts.customerId && facts.isMember === false) {
    const usual = "The user is not in the session's organization any more. Let her choose another one.";
    return [problem("organization_missing", "customerId", facts.organizationHint ?? usual)];
  }
  if (customerName !== undefined) return [];
  return [
    problem(
      "field_missing",
      "customerName",
      "The company's name is absent. Give the organization's record, or customerName in the options.",
    ),
  ];
}

/**
 * @param {Found} found
 * @param {Facts} facts
 * @param {ProviderOptions} options
 */
function emailProblems({ userEmail }, facts, options) {
  if (userEmail === undefined) {
    return [problem("email_missing", "userEmail", "There is no email. Give the user's record in the input, or userEmail in the options.")];
  }
  if (options.userEmail !== undefined) return isEditable("userEmail", facts, options) ? [editable("userEmail")] : [];
  if (facts.isVerified === true) return [];
  const usual = "The email is not verified, so it may be another person's. Let her verify it, or give userEmail from your own records.";
  return [problem("email_unverified", "userEmail", facts.emailHint ?? usual)];
}

/**
 * Whether the caller took what the user can write, and nobody but her says so.
 * @param {"customerId" | "userEmail"} field
 * @param {Facts} facts
 * @param {ProviderOptions} options
 */
function isEditable(field, facts, options) {
  const trusted = [facts.userId, facts.customerId, facts.userEmail, facts.trusted];
  const given = options[field];
  return given !== undefined && holds(facts.editable, given) && !holds(trusted, given);
}

/** @param {string} field */
const editable = (field) =>
  problem("field_editable", field, `${field} stands where the user can write it. Take it from your own records, and keep no copy there.`);

/** @param {unknown} value */
const isNothing = (value) => value === undefined || value === null || value === "";

/** @type {(code: Problem["code"], field: string, message: string) => Problem} */
export const problem = (code, field, message) => ({ code, field, message });

/** @param {Problem[]} problems */
function refuse(problems) {
  if (problems.length > 0) throw new FogbenderTokenError(problems);
}
