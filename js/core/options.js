/** @import { Problem } from "../entries/index.d.ts" */
import { failure, FogbenderTokenError } from "./error.js";
import { isPromise, kindOf, shownName } from "./kinds.js";
import { readable, unreadable } from "./values.js";

/**
 * The own members of an options object, each read once, in an object that inherits nothing: so what somebody added to
 * `Object.prototype` is no option. A name that is not known is an error, never ignored.
 * @template {object} T
 * @param {T | undefined} options what the caller gave; `undefined` is no options
 * @param {readonly (keyof T & string)[]} known the names of the options that exist here
 * @returns {Partial<T>}
 */
export function readOptions(options, known) {
  const copy = Object.create(null);
  if (options === undefined) return copy;
  return readable("options", () => {
    if (!isPlain(options)) throw notPlain(options, known);
    const unknown = Object.keys(options).filter((name) => !known.some((other) => other === name));
    if (unknown.length > 0) throw new FogbenderTokenError(unknown.map((name) => unknownOption(name, known)));
    return Object.assign(copy, options);
  });
}

/**
 * The same for a hot path: fills in `blank`, a literal that has a member for each option. What is wrong becomes a problem.
 * @template {object} T
 * @param {unknown} options
 * @param {T} blank
 * @param {Problem[]} problems
 * @returns {T}
 */
export function fill(options, blank, problems) {
  if (options === undefined) return blank;
  const filled = /** @type {Record<string, unknown>} */ (blank);
  try {
    if (!isPlain(options)) {
      problems.push(...notPlain(options, Object.keys(blank)).problems);
      return blank;
    }
    for (const name of Object.keys(options)) {
      if (Object.hasOwn(blank, name)) filled[name] = options[name];
      else problems.push(unknownOption(name, Object.keys(blank)));
    }
  } catch (cause) {
    throw unreadable("options", cause);
  }
  return blank;
}

/**
 * Whether an object was written as a literal: its own members are all there is to it.
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isPlain(value) {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * @param {string} name
 * @param {readonly string[]} known
 * @returns {Problem}
 */
function unknownOption(name, known) {
  const field = shownName(name);
  return { code: "option_unknown", field, message: `${field} is not an option here. The options are: ${known.join(", ")}.` };
}

/**
 * @param {unknown} options
 * @param {readonly string[]} known
 */
function notPlain(options, known) {
  const hint = isPromise(options) ? " Did you forget await?" : "";
  return failure(
    "not_an_object",
    "options",
    `options must be a plain object with ${known.join(", ")}, and it is ${kindOf(options)}.${hint}`,
  );
}

/**
 * A number of seconds, or NaN where it is not given: the form in which Rust takes it. What is no number becomes a problem.
 * @param {string} name
 * @param {unknown} value
 * @param {Problem[]} problems
 * @param {string} [other] what else it may be
 */
export function seconds(name, value, problems, other = "") {
  if (value === undefined) return NaN;
  if (typeof value === "number" && !Number.isNaN(value)) return value;
  const way = kindOf(value) === "a Date" ? ` ${/In|Before/.test(name) ? FROM_NOW : SINCE_1970}` : "";
  problems.push({
    code: "option_invalid",
    field: name,
    message: `${name} must be a number of seconds${other}, and it is ${kindOf(value)}.${way}`,
  });
  return NaN;
}

const SINCE_1970 = "Write Math.floor(date.getTime() / 1000).";
const FROM_NOW = "Write the seconds from now, Math.floor((date.getTime() - Date.now()) / 1000).";
