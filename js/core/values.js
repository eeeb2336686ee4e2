import { failure, FogbenderTokenError } from "./error.js";

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Whether a text has a UTF-8 form, so that no two different texts become one on their way into wasm.
 * @param {string} text
 */
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
    throw cause instanceof FogbenderTokenError ? cause : unreadable(name, cause);
  }
}

/**
 * The error for something whose own code threw while it was read.
 * @param {string} name
 * @param {unknown} cause
 */
export const unreadable = (name, cause) =>
  failure("not_readable", name, `${name} could not be read, because its own code threw an error. That error is in error.cause.`, cause);

/** The most UTF-16 code units of an input. A test compares it with MAX_CHARACTERS of src/jws. */
const MAX_LENGTH = 65_536;

/**
 * The text, unless it is too long. Nothing of a longer one is copied.
 * @param {string} name
 * @param {string} text
 */
export function within(name, text) {
  if (text.length <= MAX_LENGTH) return text;
  throw failure(
    "too_large",
    name,
    `${name} is too long, because a userJWT has at most 65,536 characters. Leave out what does not identify the user.`,
  );
}
