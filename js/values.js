import { failure } from "./error.js";

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
    throw failure("not_readable", name, `${name} could not be read: a getter, a toJSON or a Proxy of its own threw.`, cause);
  }
}

/** What `JSON.stringify` would take an object for. */
export const data = (name, object) => readable(name, () => (typeof object?.toJSON === "function" ? object.toJSON() : object));

/**
 * An object as JSON text. What JSON would drop or turn into something else (`undefined`, functions, `NaN`, …) stands in
 * it as an array with the name of its type, so that Rust can refuse it by name.
 * @param {string} name what the object is, for the error
 * @param {unknown} object
 */
export function jsonText(name, object) {
  const given = data(name, object);
  return readable(name, () => JSON.stringify(isPlain(given) ? given : described(given, 2)));
}

/** The same for options, where `undefined` says nothing. */
export const optionsText = (options) => (options === undefined ? "" : jsonText("options", options));

/** Whether JSON carries every member of an object as it is: the quick way, for what is right. */
function isPlain(object) {
  if (typeof object !== "object" || object === null || Array.isArray(object)) return false;
  for (const name of Object.keys(object)) {
    const value = object[name];
    if (typeof value !== "string" && !Number.isFinite(value) && typeof value !== "boolean") return false;
  }
  return true;
}

function described(value, depth) {
  switch (typeof value) {
    case "string":
      return isWellFormed(value) ? value : ["ill-formed"];
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : [String(value)];
    case "object": {
      if (value === null) return null;
      if (Array.isArray(value)) return ["array"];
      const entries = depth > 0 ? Object.entries(value) : [];
      return Object.fromEntries(entries.map(([name, member]) => [name, described(member, depth - 1)]));
    }
    default:
      return [typeof value];
  }
}
