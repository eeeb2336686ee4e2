import { failure, FogbenderTokenError } from "./error.js";

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether a text has a UTF-8 form, so that no two different texts become one on their way into wasm. */
export const isWellFormed = (text) => !LONE_SURROGATE.test(text);

/**
 * Runs `read`, which may run code of the caller's, and names what could not be read.
 * @template T
 * @param {string} name
 * @param {() => T} read
 */
export function readable(name, read) {
  try {
    return read();
  } catch (cause) {
    if (isOurs(cause)) throw cause;
    throw failure("not_readable", name, `${name} could not be read: a getter, a toJSON or a Proxy of its own threw.`, cause);
  }
}

/** Not everything that is thrown can be looked at: a revoked Proxy can't. */
function isOurs(thrown) {
  try {
    return thrown instanceof FogbenderTokenError;
  } catch {
    return false;
  }
}

/** Has nothing, so that what somebody else added to Object.prototype is nobody's option, claim or toJSON. */
const NOTHING = Object.freeze(Object.create(null));

export const bare = (members) => Object.assign(Object.create(NOTHING), members);

/**
 * A copy of an object's own members, taken once, so that what is checked is what is signed and what is sent. What has more
 * to it than own members is shown as an empty list or Map, which is refused as it is; what is no object, as it is.
 * @param {string} name what the object is, for the error
 * @param {unknown} object
 */
export const snapshot = (name, object) =>
  readable(name, () => {
    const hasToJSON = typeof object?.toJSON === "function" && object.toJSON !== Object.prototype.toJSON;
    const given = hasToJSON ? object.toJSON() : object;
    if (Array.isArray(given)) return [];
    if (!isObject(given)) return given;
    return isOrdinary(given) ? bare(given) : new Map();
  });

/** Whether an object's own members are all there is to it; a Map, a Date or a boxed string has more that no copy shows. */
const isOrdinary = (object) =>
  Object.getPrototypeOf(object) === Object.prototype || Object.prototype.toString.call(object) === "[object Object]";

/** Whether a snapshot is a copy. */
export const isCopy = (value) => isObject(value) && Object.getPrototypeOf(value) === NOTHING;

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Stands before text in which every array is the name of something that JSON cannot carry; no JSON begins so. */
const MARK = "\u0001";

/**
 * A snapshot as JSON text. What JSON would drop or turn into something else (`undefined`, functions, `NaN`, …) stands in
 * marked text as an array with the name of its type, so that Rust can refuse it by name.
 * @param {string} name what the object is, for the error
 * @param {unknown} copy
 */
export const jsonText = (name, copy) =>
  within(
    name,
    readable(name, () => (isPlain(copy) ? JSON.stringify(copy) : MARK + JSON.stringify(described(copy, 2)))),
  );

/** In UTF-16 code units: as MAX_CHARACTERS in src/jws.rs, which no right text need exceed. */
const MAX_LENGTH = 65_536;

/** The text, unless it is to be refused for its length alone, before anything is copied. */
export function within(name, text) {
  if (text.length <= MAX_LENGTH) return text;
  throw failure("too_large", name, `${name} is larger than a userJWT of 65,536 characters can be: leave out what does not identify the user.`);
}

/** What a JSON text says that Rust has found right. */
export const readBack = (text) => JSON.parse(text.replace(MARK, ""));

/** Options as JSON text; none at all is no text. */
export const optionsText = (options) => (options === undefined ? "" : jsonText("options", snapshot("options", options)));

/** Refuses options that do not exist, where Rust does not see them. */
export function refuseUnknown(options, known) {
  if (!isCopy(options)) throw failure("not_an_object", "options", `options must be an object with ${known.join(", ")}.`);
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    // A name as long as a secret is not repeated.
    const shown = unknown.length > 24 ? "(a long name)" : unknown;
    throw failure("option_unknown", shown, `${shown} is not an option here; these are: ${known.join(", ")}.`);
  }
}

/** Whether JSON carries every member of a copy as it is: the quick way, for what is right. */
function isPlain(copy) {
  if (!isCopy(copy)) return false;
  for (const name in copy) {
    const value = copy[name];
    if (typeof value !== "string" && !Number.isFinite(value) && typeof value !== "boolean") return false;
  }
  return true;
}

/** The name of something that JSON cannot carry; inherits nothing, not even a toJSON of somebody else's. */
const foreign = (name) => Object.setPrototypeOf([name], null);

function described(value, depth) {
  switch (typeof value) {
    case "string":
      return isWellFormed(value) ? value : foreign("ill-formed");
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : foreign(String(value));
    case "object": {
      if (value === null) return null;
      if (Array.isArray(value)) return foreign("array");
      if (depth === 0 || !isOrdinary(value)) return foreign("object");
      return bare(Object.fromEntries(Object.entries(value).map(([name, member]) => [name, described(member, depth - 1)])));
    }
    default:
      return foreign(typeof value);
  }
}
