import { failure } from "../core/error.js";
import { bare, isCopy, isWellFormed, readable, snapshot } from "../core/values.js";
import { accepted, encodeInto, room, rust, start, wipeStack } from "../core/wasm.js";

/** More than any secret has; Rust refuses what is longer without seeing the rest of it. */
const MAX_BYTES = 5000;

const WHERE = "Copy the workspace secret from https://fogbender.com/admin/-/-/settings/embed.";

/** Writes the secret into Rust's input, which Rust wipes as soon as it has read it; gives its length in bytes. */
function write(secret) {
  if (secret === undefined || secret === null) {
    throw failure("secret_missing", "secret", `There is no secret: the environment variable is probably unset. ${WHERE}`);
  }
  if (typeof secret === "string") {
    if (!isWellFormed(secret)) {
      throw failure("secret_not_well_formed", "secret", "The secret holds a lone surrogate: give its bytes as a Uint8Array.");
    }
    return encodeInto(secret, room(MAX_BYTES));
  }
  if (!isBytes(secret)) {
    const isList = readable("secret", () => Array.isArray(secret));
    const kind = isList ? "a list, which only verifyUserJWT and explainToken take." : `of type ${typeof secret}: were the arguments swapped?`;
    throw failure("secret_not_text", "secret", `The secret must be a string or a Uint8Array, and it is ${kind} ${WHERE}`);
  }
  return readable("secret", () => {
    const bytes = new Uint8Array(secret.buffer, secret.byteOffset, Math.min(secret.byteLength, MAX_BYTES));
    room(MAX_BYTES).set(bytes);
    return bytes.length;
  });
}

/** Not by `instanceof`: Jest and vm contexts have a Uint8Array of their own. */
export const isBytes = (value) => ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === "[object Uint8Array]";

/**
 * A key of Rust's, to be freed; the one `before`, where there is one, with this secret added.
 * @param {string | Uint8Array} secret
 * @param {boolean} [allowShortSecret]
 * @param {Key} [before]
 */
export function takeKey(secret, allowShortSecret, before) {
  if (typeof (allowShortSecret ?? false) !== "boolean") {
    throw failure("option_invalid", "allowShortSecret", "allowShortSecret must be true or false.");
  }
  const { Rules } = start();
  return take(secret, allowShortSecret ? Rules.ShortAllowed : Rules.All, before);
}

/** A key of a secret that may be wrong, because it is to be explained how. */
export const takeKeyAsGiven = (secret, before) => take(secret, start().Rules.AsGiven, before);

function take(secret, rules, before) {
  const length = write(secret);
  if (before === undefined) return accepted(rust.Key.take(length, rules));
  accepted(before.add(length, rules) || undefined);
  return before;
}

/**
 * Does `work` with a key of one secret, or of several in their order, and frees it.
 * @param {string | Uint8Array | (string | Uint8Array)[]} secrets
 * @param {(secret: string | Uint8Array, before?: Key) => Key} take
 * @param {(key: Key) => T} work
 * @template T
 */
export function withKey(secrets, take, work) {
  const list = readable("secret", () => (Array.isArray(secrets) ? [...secrets] : [secrets]));
  if (list.length === 0) throw failure("secret_missing", "secret", `The list of secrets is empty. ${WHERE}`);
  let key;
  try {
    for (const secret of list) key = take(secret, key);
    return work(key);
  } finally {
    forget(key);
  }
}

/** Frees a key, if Rust has made one, and wipes what is left of it. */
export function forget(key) {
  key?.free();
  wipeStack();
}

/** Options for one call: whether the secret may be short, and the rest; what is no object is left for Rust to refuse. */
export function splitOptions(options) {
  const copy = snapshot("options", options);
  if (!isCopy(copy)) return { rest: copy };
  const { allowShortSecret, ...rest } = copy;
  return { allowShortSecret, rest: bare(rest) };
}
