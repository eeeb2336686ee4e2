/**
 * @import { Secret, SecretOptions } from "../entries/index.d.ts"
 * @import { Key } from "rust"
 */
import { failure } from "../core/error.js";
import { isPromise, kindOf } from "../core/kinds.js";
import { isPlain } from "../core/options.js";
import { isWellFormed, readable } from "../core/values.js";
import { accepted, encodeInto, room, rust, start, wipeStack, written } from "../core/wasm.js";

/** More than any secret has. Rust refuses what is longer, and does not see the rest of it. */
const MAX_BYTES = 5000;

const WHERE = "Copy the workspace secret from https://fogbender.com/admin/-/-/settings/embed.";

/**
 * Writes the secret into wasm's memory, where Rust wipes it as soon as it has read it. Gives its length in bytes.
 * @param {unknown} secret
 */
function write(secret) {
  if (secret === undefined || secret === null) {
    throw failure("secret_missing", "secret", `There is no secret. Its environment variable is probably unset. ${WHERE}`);
  }
  if (typeof secret === "string") {
    if (!isWellFormed(secret)) {
      throw failure(
        "secret_not_well_formed",
        "secret",
        "The secret holds half a character (a lone surrogate). Give its bytes as a Uint8Array.",
      );
    }
    return encodeInto(secret, room(MAX_BYTES));
  }
  if (!isBytes(secret)) {
    throw failure(
      "secret_not_text",
      "secret",
      `The secret must be a string or a Uint8Array, and it is ${kindOf(secret)}.${hint(secret)} ${WHERE}`,
    );
  }
  return readable("secret", () => {
    const bytes = new Uint8Array(secret.buffer, secret.byteOffset, Math.min(secret.byteLength, MAX_BYTES));
    room(MAX_BYTES).set(bytes);
    return bytes.length;
  });
}

/** @param {unknown} secret */
function hint(secret) {
  if (kindOf(secret) === "an array") return " Only verifyUserJWT and explainToken take a list.";
  return isPromise(secret) ? " Did you forget await?" : " Perhaps the arguments are swapped.";
}

/**
 * Not by `instanceof`: Jest and vm contexts have a Uint8Array of their own.
 * @param {unknown} value
 * @returns {value is Uint8Array}
 */
const isBytes = (value) => ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === "[object Uint8Array]";

/**
 * A key of Rust's, which must be freed. With a key `before`, that one, with this secret added.
 * @param {Secret} secret
 * @param {boolean} [allowShortSecret]
 * @param {Key} [before]
 */
export function takeKey(secret, allowShortSecret, before) {
  if (typeof (allowShortSecret ?? false) !== "boolean") {
    throw failure("option_invalid", "allowShortSecret", `allowShortSecret must be true or false, and it is ${kindOf(allowShortSecret)}.`);
  }
  const { Rules } = start();
  return take(secret, allowShortSecret ? Rules.ShortAllowed : Rules.All, before);
}

/**
 * A key of a secret that may be wrong: the explanation says how.
 * @type {(secret: Secret, before?: Key) => Key}
 */
export const takeKeyAsGiven = (secret, before) => take(secret, start().Rules.AsGiven, before);

/**
 * @param {Secret} secret
 * @param {number} rules
 * @param {Key} [before]
 */
function take(secret, rules, before) {
  const length = write(secret);
  if (before === undefined) return accepted(rust.Key.take(length, rules));
  accepted(before.add(length, rules) || undefined);
  return before;
}

/**
 * Does `work` with a key of one secret, or of several in their order, and frees it.
 * @template T
 * @param {Secret | readonly Secret[]} secrets
 * @param {(secret: Secret, before?: Key) => Key} take
 * @param {(key: Key) => T} work
 */
export function withKey(secrets, take, work) {
  const list = readable("secret", () => /** @type {Secret[]} */ (Array.isArray(secrets) ? [...secrets] : [secrets]));
  if (list.length === 0) throw failure("secret_missing", "secret", `The list of secrets is empty. ${WHERE}`);
  /** @type {Key | undefined} */
  let key;
  try {
    for (const secret of list) key = take(secret, key);
    return work(/** @type {Key} */ (key));
  } finally {
    forget(key);
  }
}

/**
 * Frees a key, if Rust has made one, and wipes what is left of it.
 * @param {Key} [key]
 */
export function forget(key) {
  key?.free();
  wipeStack();
}

/**
 * The options of one call: whether the secret may be short, and the rest.
 * @template {SecretOptions} T
 * @param {T} [options]
 * @returns {{ allowShortSecret?: boolean | undefined, rest: T }}
 */
export function split(options) {
  return readable("options", () => {
    if (!isPlain(options)) return { rest: /** @type {T} */ (options) };
    // A copy that inherits nothing, so that nothing of Object.prototype's is an option.
    const { allowShortSecret, ...rest } = Object.assign(Object.create(null), options);
    return { allowShortSecret, rest };
  });
}

/** @type {typeof import("../entries/index.d.ts").secretFingerprint} */
export function secretFingerprint(secret) {
  const { Rules } = start();
  try {
    return written(rust.fingerprint(write(secret), Rules.ShortAllowed));
  } finally {
    wipeStack();
  }
}
