import { failure } from "../core/error.js";
import { explainUnverified, explainWith } from "../core/explain.js";
import { readOptions } from "../core/options.js";
import { forget, split, takeKey, takeKeyAsGiven, withKey } from "./secret.js";
import { sign, token, verify } from "./sign.js";

export class Signer {
  #key;

  constructor(secret, options) {
    this.#key = takeKey(secret, readOptions(options, ["allowShortSecret"]).allowShortSecret);
  }

  #live = () => {
    if (this.#key === undefined) throw failure("signer_freed", undefined, "The signer was freed. Make a new one from the secret.");
    return this.#key;
  };

  sign(identity, options) {
    return sign(this.#live, identity, options);
  }

  token(identity, options) {
    return token(this.#live, identity, options);
  }

  verify(userJWT, options) {
    return verify(this.#live, userJWT, options);
  }

  explain(input, options) {
    return explainWith(this.#live, input, options);
  }

  free() {
    if (this.#key === undefined) return;
    forget(this.#key);
    this.#key = undefined;
  }

  // Runtimes without explicit resource management have no such symbol yet.
  [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {
    this.free();
  }
}

export function signUserJWT(identity, secret, options) {
  const { allowShortSecret, rest } = split(options);
  return once(secret, allowShortSecret, (key) => sign(key, identity, rest));
}

export function createToken(identity, secret, options) {
  const { allowShortSecret, rest } = split(options);
  return once(secret, allowShortSecret, (key) => token(key, identity, rest));
}

export function verifyUserJWT(userJWT, secret, options) {
  const { allowShortSecret, rest } = split(options);
  const take = (one, before) => takeKey(one, allowShortSecret, before);
  return withKey(secret, take, (key) => verify(() => key, userJWT, rest));
}

export function explainToken(input, secret, options) {
  if (secret === undefined) return explainUnverified(input, options);
  return withKey(secret, takeKeyAsGiven, (key) => explainWith(() => key, input, options));
}

/** Does `work` with a key of its own. */
function once(secret, allowShortSecret, work) {
  const key = takeKey(secret, allowShortSecret);
  try {
    return work(() => key);
  } finally {
    forget(key);
  }
}
