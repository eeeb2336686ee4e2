import { failure } from "./error.js";
import { isWellFormed, readable } from "./values.js";
import { accepted, room, start } from "./wasm.js";

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
  if (!(secret instanceof Uint8Array)) {
    throw failure("secret_not_text", "secret", `The secret must be a string or a Uint8Array. ${WHERE}`);
  }
  const bytes = secret.subarray(0, MAX_BYTES);
  room(MAX_BYTES).set(bytes);
  return bytes.length;
}

/**
 * A key of Rust's, to be freed.
 * @param {string | Uint8Array} secret
 * @param {boolean} [allowShortSecret]
 */
export function takeKey(secret, allowShortSecret = false) {
  if (typeof allowShortSecret !== "boolean") {
    throw failure("option_invalid", "allowShortSecret", "allowShortSecret must be true or false.");
  }
  return accepted(start().Key.take(write(secret), allowShortSecret));
}

/** A key of a secret that may be wrong, because it is to be explained how. */
export const takeKeyAsGiven = (secret) => accepted(start().Key.take_as_given(write(secret)));

/**
 * The keys of one secret, or of several in their order.
 * @param {string | Uint8Array | (string | Uint8Array)[]} secrets
 * @param {(secret: string | Uint8Array) => T} take
 * @template T
 */
export function takeKeys(secrets, take) {
  const list = Array.isArray(secrets) ? secrets : [secrets];
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

/**
 * Options without those that are about the secret; what is no object is left for Rust to refuse.
 * @returns {{ secret?: unknown, allowShortSecret?: boolean, rest: unknown }}
 */
export function splitOptions(options) {
  if (typeof options !== "object" || options === null || Array.isArray(options)) return { rest: options };
  return readable("options", () => {
    const { secret, allowShortSecret, ...rest } = options;
    return { secret, allowShortSecret, rest };
  });
}
