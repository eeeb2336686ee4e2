import { FogbenderTokenError } from "../core/error.js";
import { isPromise, isRecord, kindOf, shownName } from "../core/kinds.js";
import { readOptions } from "../core/options.js";
import { readable } from "../core/values.js";
import { identityOf, PERMISSIONS } from "./rules.js";
import { isPicture, isText } from "./texts.js";

/** What the caller may know better than the provider. There is no userId: that comes from the session alone. */
const FIELDS = ["customerId", "customerName", "userEmail", "userName", "userAvatarUrl"];

/**
 * Makes the function that turns what a provider's SDK gives into an identity.
 * @param {Record<string, string>} takes the members of its input, and what each is; the first is the session
 * @param {(input, options) => object | undefined} read what the input says, in the words of rules.js; nothing if nobody is signed in
 * @param {string[]} [keys] options that only this provider has
 */
export function provider(takes, read, keys = []) {
  const [session] = Object.keys(takes);
  return (input, options) =>
    readable("input", () => {
      const problems = inputProblems(input, takes, session);
      const given = readGiven(options, keys, problems);
      if (problems.length > 0) throw new FogbenderTokenError(problems);
      const facts = input[session] == null ? undefined : read(input, given);
      if (facts === undefined) return undefined;
      // Without a prototype: what somebody added to Object.prototype is nobody's name.
      return identityOf({ __proto__: null, ...facts }, given, noUser(input[session], session, takes[session]));
    });
}

function inputProblems(input, takes, session) {
  const names = Object.keys(takes).join(", ");
  if (!isRecord(input)) {
    return [problem("not_an_object", "input", `The input must be { ${names} }, and it is ${kindOf(input)}.${hint(input)}`)];
  }
  if (!(session in input)) {
    return [problem("field_missing", session, `The input has no ${session}. Give { ${names} }, where ${session} is ${takes[session]}.`)];
  }
  const wrong = Object.keys(takes).filter((name) => input[name] != null && !isRecord(input[name]));
  const unknown = Object.keys(input).filter((name) => !Object.hasOwn(takes, name));
  return [
    ...wrong.map((name) =>
      problem("not_an_object", name, `${name} must be ${takes[name]}, and it is ${kindOf(input[name])}.${hint(input[name])}`),
    ),
    ...unknown.map((name) => problem("field_unknown", shownName(name), `${shownName(name)} is not known here. The input is { ${names} }.`)),
  ];
}

/** The options, each read once. What is wrong with them is added to the problems. */
function readGiven(options, keys, problems) {
  const known = [...FIELDS, ...keys, ...PERMISSIONS];
  let given;
  try {
    given = readOptions(options, known);
  } catch (error) {
    if (!(error instanceof FogbenderTokenError)) throw error;
    problems.push(...error.problems);
    given = isRecord(options) ? options : {};
  }
  for (const name of known) {
    const rule = PERMISSIONS.includes(name) ? PERMISSION : name === "userAvatarUrl" ? PICTURE : TEXT;
    if (given[name] === undefined || rule.holds(given[name])) continue;
    problems.push(problem("option_invalid", name, `${name} must be ${rule.words}, and it is ${rule.kind(given[name])}.`));
  }
  return given;
}

const PERMISSION = { holds: (value) => typeof value === "boolean", words: "true or false", kind: kindOf };
const TEXT = { holds: isText, words: "text that is not empty", kind: kindOf };
const PICTURE = {
  holds: isPicture,
  words: "a URL that begins with https:// or http://",
  kind: (value) => (isText(value) ? "a string that begins otherwise" : kindOf(value)),
};

/** What to say if a session is there and no user is in it. */
function noUser(value, session, what) {
  const deeper = isRecord(value[session]) ? ` It holds a member ${session}. Give that one.` : "";
  return `${session} names no user. It must be ${what}. Did you forget await?${deeper}`;
}

function hint(value) {
  if (isPromise(value)) return " Did you forget await?";
  return typeof value === "function" ? " Did you forget to call it?" : "";
}

const problem = (code, field, message) => ({ code, field, message });
