/**
 * @import { Problem } from "../entries/index.d.ts"
 * @import { ProviderIdentity, ProviderOptions } from "../entries/providers.d.ts"
 * @import { Facts } from "./rules.js"
 */
import { FogbenderTokenError } from "../core/error.js";
import { isPromise, isRecord, kindOf, shownName } from "../core/kinds.js";
import { readOptions } from "../core/options.js";
import { readable } from "../core/values.js";
import { identityOf, PERMISSIONS, problem } from "./rules.js";
import { isPicture, isText } from "./texts.js";

/** What the caller may know better than the provider. There is no userId: that comes from the session alone. */
const FIELDS = /** @type {const} */ (["customerId", "customerName", "userEmail", "userName", "userAvatarUrl"]);

/**
 * Makes the function that turns what a provider's SDK gives into an identity.
 * @template {object} Input
 * @template {ProviderOptions} Options
 * @template {keyof Input & string} Session
 * @param {Session} session the member of its input that says who is signed in
 * @param {Record<keyof NoInfer<Input> & string, string>} takes the members of its input, and what each is
 * @param {(input: Input & { [Name in Session]: NonNullable<Input[Name]> }, options: Partial<Options>) => Facts | undefined} read
 *   what the input says; nothing if nobody is signed in
 * @param {(keyof Options & string)[]} [keys] options that only this provider has
 * @returns {(input: Input, options?: Options) => ProviderIdentity | undefined}
 */
export function provider(session, takes, read, keys = []) {
  return (input, options) =>
    readable("input", () => {
      const problems = inputProblems(input, takes, session);
      const given = readGiven(options, keys, problems);
      if (problems.length > 0) throw new FogbenderTokenError(problems);
      const facts = input[session] == null ? undefined : read(/** @type {Parameters<typeof read>[0]} */ (input), given);
      if (facts === undefined) return undefined;
      // Without a prototype: what somebody added to Object.prototype is nobody's name.
      return identityOf(/** @type {Facts} */ ({ __proto__: null, ...facts }), given, noUser(input[session], session, takes[session]));
    });
}

/**
 * @param {unknown} input
 * @param {Record<string, string>} takes
 * @param {string} session
 */
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

/**
 * The options, each read once. What is wrong with them is added to the problems.
 * @template {ProviderOptions} Options
 * @param {Options | undefined} options
 * @param {readonly (keyof Options & string)[]} keys
 * @param {Problem[]} problems
 * @returns {Partial<Options>}
 */
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
  const values = /** @type {Record<string, unknown>} */ (given);
  for (const name of known) {
    const rule = PERMISSIONS.some((other) => other === name) ? PERMISSION : name === "userAvatarUrl" ? PICTURE : TEXT;
    if (values[name] === undefined || rule.holds(values[name])) continue;
    problems.push(problem("option_invalid", name, `${name} must be ${rule.words}, and it is ${rule.kind(values[name])}.`));
  }
  return given;
}

/** @typedef {{ holds: (value: unknown) => boolean, words: string, kind: (value: unknown) => string }} Rule */

/** @type {Rule} */
const PERMISSION = { holds: (value) => typeof value === "boolean", words: "true or false", kind: kindOf };
/** @type {Rule} */
const TEXT = { holds: isText, words: "text that is not empty", kind: kindOf };
/** @type {Rule} */
const PICTURE = {
  holds: isPicture,
  words: "a URL that begins with https:// or http://",
  kind: (value) => (isText(value) ? "a string that begins otherwise" : kindOf(value)),
};

/**
 * What to say if a session is there and no user is in it.
 * @param {unknown} value
 * @param {string} session
 * @param {string} what
 */
function noUser(value, session, what) {
  const deeper = isRecord(value) && isRecord(value[session]) ? ` It holds a member ${session}. Give that one.` : "";
  return `${session} names no user. It must be ${what}. Did you forget await?${deeper}`;
}

/** @param {unknown} value */
function hint(value) {
  if (isPromise(value)) return " Did you forget await?";
  return typeof value === "function" ? " Did you forget to call it?" : "";
}
