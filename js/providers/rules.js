import { FogbenderTokenError } from "../core/error.js";
import { kindOf } from "../core/kinds.js";
import { holds, isPicture, isText } from "./texts.js";

/** Sessions that are not the user's own, in person: the fact, the code, the option that permits it, and what to say. */
const NOT_IN_PERSON = [
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
];

/** The options that permit such sessions. */
export const PERMISSIONS = NOT_IN_PERSON.map(([, , option]) => option);

/**
 * The identity, if nothing speaks against it. What the caller gives comes before what the session says.
 * @param {object} facts what the session says:
 *   userId, customerId, customerName, userEmail, userAvatarUrl: as they stand there; userNames: the best first;
 *   isVerified: the provider says that the email is hers; emailHint: what to say if not, in place of the usual;
 *   isMember: false if she is not in customerId any more; organizationHint: what to say then, or if there is none;
 *   isImpersonated, isDelegated, isAnonymous; foreign: of each record, whether it is another user's or organization's;
 *   editable: what the user can write; trusted: what only the backend can; isMisplaced: her customer is in the former
 * @param {object} options the caller's, checked
 * @param {string} noUser what to say if there is no userId
 */
export function identityOf(facts, options, noUser) {
  const person = personProblems(facts, options);
  if (isNothing(facts.userId)) refuse(person.length > 0 ? person : [problem("field_missing", "userId", noUser)]);

  const known = (field) => options[field] ?? (isNothing(facts[field]) ? undefined : facts[field]);
  const identity = {
    userId: facts.userId,
    customerId: known("customerId"),
    customerName: known("customerName"),
    userEmail: known("userEmail"),
  };
  refuse([
    ...person,
    ...recordProblems(facts),
    ...textProblems(identity),
    ...companyProblems(identity, facts, options),
    ...emailProblems(identity, facts, options),
  ]);

  // A name and a picture that are no good never keep the user from the widget.
  identity.userName = options.userName ?? (facts.userNames ?? []).find(isText) ?? identity.userEmail;
  const picture = options.userAvatarUrl ?? facts.userAvatarUrl;
  if (isPicture(picture)) identity.userAvatarUrl = picture;
  return identity;
}

const personProblems = (facts, options) =>
  NOT_IN_PERSON.flatMap(([fact, code, option, message]) =>
    facts[fact] && options[option] !== true ? [problem(code, "userId", message)] : [],
  );

const recordProblems = (facts) =>
  Object.entries(facts.foreign ?? {})
    .filter(([, isForeign]) => isForeign)
    .map(([name]) => problem("session_mismatch", name, `${name} does not belong to the session. Fetch it by the id that the session has.`));

const textProblems = (identity) =>
  Object.entries(identity)
    .filter(([, value]) => value !== undefined && typeof value !== "string")
    .map(([field, value]) => problem("field_not_string", field, `${field} must be text, and it is ${kindOf(value)}.`));

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

function emailProblems({ userEmail }, facts, options) {
  if (userEmail === undefined) {
    return [problem("email_missing", "userEmail", "There is no email. Give the user's record in the input, or userEmail in the options.")];
  }
  if (options.userEmail !== undefined) return isEditable("userEmail", facts, options) ? [editable("userEmail")] : [];
  if (facts.isVerified === true) return [];
  const usual = "The email is not verified, so it may be another person's. Let her verify it, or give userEmail from your own records.";
  return [problem("email_unverified", "userEmail", facts.emailHint ?? usual)];
}

/** Whether the caller took what the user can write, and nobody but her says so. */
function isEditable(field, facts, options) {
  const trusted = [facts.userId, facts.customerId, facts.userEmail, facts.trusted];
  return options[field] !== undefined && holds(facts.editable, options[field]) && !holds(trusted, options[field]);
}

const editable = (field) =>
  problem("field_editable", field, `${field} stands where the user can write it. Take it from your own records, and keep no copy there.`);

const isNothing = (value) => value === undefined || value === null || value === "";

const problem = (code, field, message) => ({ code, field, message });

function refuse(problems) {
  if (problems.length > 0) throw new FogbenderTokenError(problems);
}
