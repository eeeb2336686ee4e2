import { failure, FogbenderTokenError } from "./error.js";
import { isPromise, kindOf } from "./kinds.js";
import { isPlain } from "./options.js";
import { readable, within } from "./values.js";
import { accepted, begin, end, refusal, rust } from "./wasm.js";

/**
 * Its declaration has an overload for each kind of token.
 * @param {object} parts
 */
export function assembleToken(parts) {
  const token = copyOf(parts);
  const length = begin(textOf(token));
  accepted(rust.check(length) || undefined);
  const members = Object.entries(token).filter(([, value]) => value !== null);
  return Object.fromEntries(members.map(([name, value]) => [name, name === "versions" ? Object.assign({}, value) : value]));
}

/** @type {typeof import("../entries/index.d.ts").checkToken} */
export function checkToken(token) {
  if (token === undefined) return undefined;
  const problems = problemsOf(token);
  if (problems.length === 0) return undefined;
  const messages = new Map();
  for (const { field, message } of problems) {
    messages.set(field, messages.has(field) ? `${messages.get(field)} ${message}` : message);
  }
  return Object.fromEntries(messages);
}

/** @param {unknown} token */
function problemsOf(token) {
  try {
    const length = begin(textOf(copyOf(token)));
    return end(rust.check(length)) ? [] : refusal().problems;
  } catch (error) {
    // Like all that is wrong with a token, these are told and not thrown.
    if (error instanceof FogbenderTokenError && (error.code === "too_large" || error.code === "not_an_object")) return error.problems;
    throw error;
  }
}

/**
 * A token as JSON text.
 * @param {object} copy
 */
const textOf = (copy) => within("token", JSON.stringify(copy));

/**
 * What was pasted, as text: a text as it stands, an object as JSON.
 * @param {unknown} input
 */
export const pastedText = (input) => (typeof input === "string" ? within("input", input) : textOf(copyOf(input, "input")));

/**
 * A copy of a token, read once, so that what is checked is what is sent. The widget tells a user and a visitor by a key that
 * may be inherited or undefined; such a key is shown as null.
 * @param {unknown} token
 */
function copyOf(token, what = "token") {
  return readable(what, () => {
    if (typeof token !== "object" || token === null || kindOf(token) !== "an object") throw notAToken(token, what);
    const copy = carried(token, 3);
    for (const key of ["userId", "visitor"]) {
      if (!Object.hasOwn(copy, key) && !(key in Object.prototype) && key in token) copy[key] = null;
    }
    return copy;
  });
}

/**
 * @param {unknown} token
 * @param {string} what
 */
function notAToken(token, what) {
  const hint = isPromise(token) ? " Did you forget await?" : typeof token === "string" ? wayOut(token.trim()) : "";
  const right = what === "input" ? "an object or a string" : "an object";
  return failure("not_an_object", what, `${what} must be ${right}, and it is ${kindOf(token)}.${hint}`);
}

/** @param {string} text */
function wayOut(text) {
  if (text.startsWith("{")) return " It is JSON text. Give JSON.parse(text).";
  return text.split(".").length === 3 ? " It is a userJWT. Give the token that carries it." : "";
}

/**
 * An object's own members, in an object that inherits nothing, not even a toJSON of somebody else's.
 * @param {object} object
 * @param {number} depth
 * @returns {Record<string, unknown>}
 */
function carried(object, depth) {
  const copy = Object.create(null);
  for (const [name, value] of Object.entries(object)) {
    if (value !== undefined) copy[name] = inJson(value, depth - 1);
  }
  return copy;
}

/** Stands for an object or a function that JSON has no form for. No field may be an object, and no version a number. */
const NO_JSON = Object.freeze({ "": 0 });

/**
 * A value as JSON carries it. What JSON has no form for becomes a value of the nearest kind, which no field may be.
 * @param {unknown} value
 * @param {number} depth
 */
function inJson(value, depth) {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : 0;
    case "bigint":
      return 0;
    case "object":
      if (value === null) return null;
      if (Array.isArray(value)) return [];
      return depth > 0 && isPlain(value) ? carried(value, depth) : NO_JSON;
    default:
      return NO_JSON;
  }
}
