// What a value is, in words for an error. Never what it holds. Nothing here throws, whatever a Proxy or a getter does.

/**
 * What `look` gives, or `otherwise` where the value cannot be looked at.
 * @template T
 * @param {() => T} look
 * @param {T} otherwise
 */
function looked(look, otherwise) {
  try {
    return look();
  } catch {
    return otherwise;
  }
}

/**
 * The kind of a value, with its article: "a number", "an array", "a Promise".
 * @param {unknown} value
 * @returns {string}
 */
export function kindOf(value) {
  if (value === null || value === undefined) return String(value);
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (typeof value === "string") return value === "" ? "an empty string" : "a string";
  if (typeof value !== "object") return `a ${typeof value}`;
  if (isArray(value)) return "an array";
  if (isPromise(value)) return "a Promise";
  const tag = looked(() => Object.prototype.toString.call(value).slice(8, -1), "");
  return BUILT_IN.has(tag) ? `a ${tag}` : "an object";
}

const BUILT_IN = new Set([
  "Date",
  "Map",
  "RegExp",
  "Set",
  "WeakMap",
  "WeakSet",
  "Headers",
  "FormData",
  "Request",
  "Response",
  "Uint8Array",
]);

/**
 * Whether a value has a `then` method, as every Promise has.
 * @param {unknown} value
 */
export const isPromise = (value) =>
  typeof value === "object" &&
  value !== null &&
  looked(() => typeof (/** @type {{ then?: unknown }} */ (value).then) === "function", false);

/** @param {unknown} value */
const isArray = (value) => looked(() => Array.isArray(value), false);

/**
 * Whether a value is an object that holds named members: not null, not an array, not a Promise.
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export const isRecord = (value) => typeof value === "object" && value !== null && !isArray(value) && !isPromise(value);

/**
 * A name that a caller or a stranger chose, fit for a message: as it stands when it is plain printable text of at most 24
 * characters. A longer one could be a secret; another one could steer a terminal.
 * @param {string} name
 */
export const shownName = (name) => (/^[\x21-\x7e]{1,24}$/.test(name) ? name : name.length > 24 ? "(a long name)" : "(an unprintable name)");
