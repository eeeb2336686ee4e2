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
    "This user is anonymous: nobody knows who she is. Let her sign up, or give allowAnonymous: true.",
  ],
];

/** The options that permit such sessions. */
export const PERMISSIONS = NOT_IN_PERSON.map(([, , option]) => option);

/**
 * The identity, if nothing speaks against it. What the caller gives comes before what the session says.
 * @param {object} facts what the session says:
 *   userId, customerId, customerName, userEmail, userAvatarUrl: as they stand there; userNames: the best first;
 *   isVerified: the provider says that the email is hers; isMember: false if she is not in customerId any more;
 *   isImpersonated, isDelegated, isAnonymous; foreign: of each record, whether it is another user's or organization's;
 *   editable: what the user can write; trusted: what only the backend can; isMisplaced: her customer is in the former;
 *   hints: for a code, what to say in place of the usual
 * @param {object} options the caller's, checked
 * @param {string} noUser what to say if there is no userId
 */
export function identityOf(facts, options, noUser) {
  const problems = [];
  const add = (code, field, message) => problems.push({ code, field, message: facts.hints?.[code] ?? message });

  for (const [fact, code, option, message] of NOT_IN_PERSON) {
    if (facts[fact] && options[option] !== true) add(code, "userId", message);
  }
  if (facts.userId == null || facts.userId === "") {
    if (problems.length === 0) add("field_missing", "userId", noUser);
    throw new FogbenderTokenError(problems);
  }
  for (const [name, isForeign] of Object.entries(facts.foreign ?? {})) {
    if (isForeign) add("session_mismatch", name, `${name} does not belong to the session. Fetch it by the id that the session has.`);
  }

  const [customerId, customerName, userEmail] = ["customerId", "customerName", "userEmail"].map(
    (field) => options[field] ?? (facts[field] === "" ? undefined : (facts[field] ?? undefined)),
  );
  const identity = { userId: facts.userId, customerId, customerName, userEmail };
  for (const [field, value] of Object.entries(identity)) {
    if (value !== undefined && typeof value !== "string") add("field_not_string", field, `${field} must be text, and it is ${kindOf(value)}.`);
  }

  const trusted = [facts.userId, facts.customerId, facts.userEmail, facts.trusted];
  const isEditable = (field) => options[field] !== undefined && holds(facts.editable, options[field]) && !holds(trusted, options[field]);
  const addEditable = (field) => add("field_editable", field, `${field} stands where the user can write it. Take it from your own records, and keep no copy of it there.`);

  if (isEditable("customerId") || (customerId === undefined && facts.isMisplaced)) {
    addEditable("customerId");
  } else if (customerId === undefined) {
    add(
      "organization_missing",
      "customerId",
      "The session has no active organization. Let the user choose one, or give customerId and customerName in the options.",
    );
  } else if (customerId === facts.customerId && facts.isMember === false) {
    add("organization_missing", "customerId", "The user is not in the session's organization any more. Let her choose another one.");
  } else if (customerName === undefined) {
    add("field_missing", "customerName", "The organization's name is absent. Give its record in the input, or customerName in the options.");
  }
  if (isEditable("userEmail")) addEditable("userEmail");
  if (userEmail === undefined) {
    add("email_missing", "userEmail", "There is no email. Give the user's record in the input, or userEmail in the options.");
  } else if (options.userEmail === undefined && facts.isVerified !== true) {
    add(
      "email_unverified",
      "userEmail",
      "The email is not verified, so it may be another person's. Let the user verify it, or give userEmail from your own records.",
    );
  }
  if (problems.length > 0) throw new FogbenderTokenError(problems);

  // A name and a picture that are no good never keep the user from the widget.
  identity.userName = options.userName ?? (facts.userNames ?? []).find(isText) ?? userEmail;
  const picture = options.userAvatarUrl ?? facts.userAvatarUrl;
  if (isPicture(picture)) identity.userAvatarUrl = picture;
  return identity;
}
