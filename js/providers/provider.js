import { failure, FogbenderTokenError } from "../core/error.js";
import { bare } from "../core/values.js";

const TEXTS = ["customerId", "customerName", "userEmail", "userName", "userAvatarUrl"];

/**
 * The function that makes an identity of what a provider's SDK gives.
 * @param {Record<string, string>} takes the members of its input and what they are; without the first, nobody is signed in
 * @param {(input, options) => object | undefined} read what the input says; nothing if nobody is signed in
 * @param {string[]} [keys] options of this provider alone
 */
export function provider(takes, read, keys = []) {
  const [session] = Object.keys(takes);
  const checked = (input, options) => {
    refuse([...inputProblems(input, takes, session), ...optionProblems(options, [...TEXTS, ...keys])]);
    const facts = input[session] == null ? undefined : read(input, options);
    if (facts === undefined) return undefined;
    if (facts.userId == null || facts.userId === "") {
      refuse([problem("field_missing", "userId", `${session} names no user. It must be ${takes[session]}: did you forget await?`)]);
    }
    return identity(bare(facts), options);
  };
  return (input, options = {}) => {
    try {
      return checked(input, isRecord(options) ? bare(options) : options);
    } catch (cause) {
      if (isOurs(cause)) throw cause;
      throw failure("not_readable", "input", "The input could not be read: a getter, a method or a Proxy of its own threw, or it is not what the SDK gives.", cause);
    }
  };
}

/** Not everything that is thrown can be looked at. */
function isOurs(thrown) {
  try {
    return thrown instanceof FogbenderTokenError;
  } catch {
    return false;
  }
}

function inputProblems(input, takes, session) {
  const shape = `The input must be { ${Object.keys(takes).join(", ")} }`;
  if (!isRecord(input)) return [problem("not_an_object", "input", `${shape}, and it is ${kind(input)}`)];
  if (!(session in input)) {
    return [problem("field_missing", session, `${shape}, and ${session} is absent. It must be ${takes[session]}: did you forget await?`)];
  }
  const misspelt = Object.keys(input).find((name) => !Object.hasOwn(takes, name));
  return [
    ...Object.entries(takes)
      .filter(([name]) => input[name] != null && !isRecord(input[name]))
      .map(([name, what]) => problem("not_an_object", name, `${name} must be ${what}, and it is ${kind(input[name])}`)),
    ...(misspelt === undefined ? [] : [problem("field_unknown", shown(misspelt), `${shape}, and it has ${shown(misspelt)}.`)]),
  ];
}

function optionProblems(options, texts) {
  if (!isRecord(options)) return [problem("not_an_object", "options", `options must be an object, and it is ${kind(options)}`)];
  return Object.entries(options).flatMap(([name, value]) => {
    if (name !== "allowImpersonation" && !texts.includes(name)) {
      return problem("option_unknown", shown(name), `${shown(name)} is not an option here; these are: ${texts.join(", ")}, allowImpersonation.`);
    }
    if (value === undefined) return [];
    if (name === "allowImpersonation") {
      return typeof value === "boolean" ? [] : problem("option_invalid", name, `${name} must be true or false.`);
    }
    return typeof value === "string" && value !== "" ? [] : problem("option_invalid", name, `${name} must be a string that is not empty.`);
  });
}

/** What is known of the user, if nothing speaks against it. What the caller gives comes before what the session says. */
function identity(facts, options) {
  const [customerId, customerName, userEmail, userName = userEmail, userAvatarUrl] = TEXTS.map(
    (field) => options[field] ?? (facts[field] === "" ? undefined : (facts[field] ?? undefined)),
  );
  const result = { userId: facts.userId, customerId, customerName, userEmail, userName };
  if (userAvatarUrl !== undefined) result.userAvatarUrl = userAvatarUrl;

  const problems = [];
  const add = (code, field, message) => problems.push(problem(code, field, message));
  for (const [field, value] of Object.entries(result)) {
    if (value !== undefined && typeof value !== "string") add("field_not_string", field, `${field} must be a string, and it is ${kind(value)}`);
  }
  for (const [name, isForeign] of Object.entries(facts.foreign ?? {})) {
    if (isForeign) add("session_mismatch", name, `${name} is not the session's: fetch it by the id that the session has.`);
  }
  if (facts.isImpersonated && options.allowImpersonation !== true) {
    add(
      "session_impersonated",
      "userId",
      "Somebody else is signed in as this user and would write in her name: show no widget, or give allowImpersonation: true.",
    );
  }
  if (facts.isEditable) {
    add(
      "field_editable",
      "customerId",
      "customerId is from metadata that the user can edit: take it from metadata that only your backend writes, or from your own records.",
    );
  } else if (customerId === undefined) {
    add(
      "organization_missing",
      "customerId",
      "The session has no active organization: let the user choose one, or give customerId and customerName in the options.",
    );
  } else if (customerName === undefined) {
    add("field_missing", "customerName", "The organization's name is absent: give its record in the input, or customerName in the options.");
  }
  if (userEmail === undefined) {
    add("email_missing", "userEmail", "There is no email: give the user's record in the input, or userEmail in the options.");
  } else if (facts.isUnverified && options.userEmail === undefined) {
    add(
      "email_unverified",
      "userEmail",
      "The email is not verified, so it may be somebody else's: let the user verify it, or give one that you vouch for as userEmail in the options.",
    );
  }
  refuse(problems);
  return result;
}

/** Whether an id stands in what the user can edit, and in nothing that she cannot. */
export const isIn = (id, editable, trusted) => id != null && holds(editable, id) && !holds(trusted, id);

const holds = (value, id) =>
  value === id || (typeof value === "object" && value !== null && Object.values(value).some((member) => holds(member, id)));

export const fullName = ({ firstName, lastName }) => [firstName, lastName].filter(Boolean).join(" ");

const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value) && typeof value.then !== "function";

function kind(value) {
  if (typeof value?.then === "function") return "a Promise: did you forget await?";
  if (typeof value === "function") return "a function: did you forget to call it?";
  if (Array.isArray(value)) return "an array.";
  return value === null || value === undefined ? `${value}.` : `of type ${typeof value}.`;
}

/** A name as long as a secret is not repeated. */
const shown = (name) => (name.length > 24 ? "(a long name)" : name);

const problem = (code, field, message) => ({ code, field, message });

function refuse(problems) {
  if (problems.length > 0) throw new FogbenderTokenError(problems);
}
