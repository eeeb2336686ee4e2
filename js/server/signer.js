/**
 * @import { ExplainOptions, Identity, PartialIdentity, Secret, SecretOptions, SignOptions, TokenOptions, VerifyOptions } from "../entries/index.d.ts"
 * @import { Key } from "rust"
 */
import { failure } from "../core/error.js";
import { explainUnverified, explainWith } from "../core/explain.js";
import { readOptions } from "../core/options.js";
import { forget, split, takeKey, takeKeyAsGiven, withKey } from "./secret.js";
import { sign, token, verify } from "./sign.js";

/** Runtimes without explicit resource management have no such symbol yet. @type {typeof Symbol.dispose} */
const DISPOSE = Symbol.dispose ?? Symbol.for("Symbol.dispose");

export class Signer {
  /** @type {Key | undefined} */
  #key;

  /**
   * @param {Secret} secret
   * @param {SecretOptions} [options]
   */
  constructor(secret, options) {
    this.#key = takeKey(secret, readOptions(options, ["allowShortSecret"]).allowShortSecret);
  }

  #live = () => {
    if (this.#key === undefined) throw failure("signer_freed", undefined, "The signer was freed. Make a new one from the secret.");
    return this.#key;
  };

  /**
   * @param {Identity | PartialIdentity} identity
   * @param {SignOptions} [options]
   */
  sign(identity, options) {
    return sign(this.#live, identity, options);
  }

  /**
   * @param {Identity} identity
   * @param {TokenOptions} options
   */
  token(identity, options) {
    return token(this.#live, identity, options);
  }

  /**
   * @param {string} userJWT
   * @param {VerifyOptions} [options]
   */
  verify(userJWT, options) {
    return verify(this.#live, userJWT, options);
  }

  /**
   * @param {object | string} input
   * @param {ExplainOptions} [options]
   */
  explain(input, options) {
    return explainWith(this.#live, input, options);
  }

  free() {
    if (this.#key === undefined) return;
    forget(this.#key);
    this.#key = undefined;
  }

  [DISPOSE]() {
    this.free();
  }
}

/**
 * @param {Identity | PartialIdentity} identity
 * @param {Secret} secret
 * @param {SignOptions & SecretOptions} [options]
 */
export function signUserJWT(identity, secret, options) {
  const { allowShortSecret, rest } = split(options);
  return once(secret, allowShortSecret, (key) => sign(key, identity, rest));
}

/** @type {typeof import("../entries/index.d.ts").createToken} */
export function createToken(identity, secret, options) {
  const { allowShortSecret, rest } = split(options);
  return once(secret, allowShortSecret, (key) => token(key, identity, rest));
}

/** @type {typeof import("../entries/index.d.ts").verifyUserJWT} */
export function verifyUserJWT(userJWT, secret, options) {
  const { allowShortSecret, rest } = split(options);
  const take = (/** @type {Secret} */ one, /** @type {Key | undefined} */ before) => takeKey(one, allowShortSecret, before);
  return withKey(secret, take, (key) => verify(() => key, userJWT, rest));
}

/** @type {typeof import("../entries/index.d.ts").explainToken} */
export function explainToken(input, secret, options) {
  if (secret === undefined) return explainUnverified(input, options);
  return withKey(secret, takeKeyAsGiven, (key) => explainWith(() => key, input, options));
}

/**
 * Does `work` with a key of its own.
 * @template T
 * @param {Secret} secret
 * @param {boolean | undefined} allowShortSecret
 * @param {(key: () => Key) => T} work
 */
function once(secret, allowShortSecret, work) {
  const key = takeKey(secret, allowShortSecret);
  try {
    return work(() => key);
  } finally {
    forget(key);
  }
}
