import { failure } from "./error.js";
import { isWellFormed, readable, snapshot } from "./values.js";
import { accepted, enter, room, start } from "./wasm.js";

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
    return new TextEncoder().encodeInto(secret, room(MAX_BYTES)).written;
  }
  if (!isBytes(secret)) throw failure("secret_not_text", "secret", `The secret must be a string or a Uint8Array. ${WHERE}`);
  return readable("secret", () => {
    const bytes = new Uint8Array(secret.buffer, secret.byteOffset, Math.min(secret.byteLength, MAX_BYTES));
    room(MAX_BYTES).set(bytes);
    return bytes.length;
  });
}

/** Not by `instanceof`: Jest and vm contexts have a Uint8Array of their own. */
export const isBytes = (value) => ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === "[object Uint8Array]";

/**
 * A key of Rust's, to be freed.
 * @param {string | Uint8Array} secret
 * @param {boolean} [allowShortSecret]
 */
export function takeKey(secret, allowShortSecret) {
  if (typeof (allowShortSecret ?? false) !== "boolean") {
    throw failure("option_invalid", "allowShortSecret", "allowShortSecret must be true or false.");
  }
  return accepted(enter(start().Key.take, write(secret), allowShortSecret ?? false));
}

/** A key of a secret that may be wrong, because it is to be explained how. */
export const takeKeyAsGiven = (secret) => accepted(enter(start().Key.take_as_given, write(secret)));

/**
 * The keys of one secret, or of several in their order.
 * @param {string | Uint8Array | (string | Uint8Array)[]} secrets
 * @param {(secret: string | Uint8Array) => T} take
 * @template T
 */
export function takeKeys(secrets, take) {
  const list = readable("secret", () => (Array.isArray(secrets) ? [...secrets] : [secrets]));
  if (list.length === 0) throw failure("secret_missing", "secret", `The list of secrets is empty. ${WHERE}`);
  const keys = [];
  try {
    for (const secret of list) keys.push(take(secret));
    return keys;
  } catch (error) {
    for (const key of keys) key.free();
    throw error;
  }
}

/** Options for one call: whether the secret may be short, and the rest; what is no object is left for Rust to refuse. */
export function splitOptions(options) {
  const copy = snapshot("options", options);
  if (typeof copy !== "object" || copy === null || Array.isArray(copy)) return { rest: copy };
  const { allowShortSecret, ...rest } = copy;
  return { allowShortSecret, rest };
}
