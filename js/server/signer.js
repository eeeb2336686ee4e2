import { failure } from "../core/error.js";
import { forget, splitOptions, takeKey, takeKeyAsGiven, withKey } from "./secret.js";
import { explainUnverified, tokenText } from "../core/token.js";
import { jwtText } from "../core/user-jwt.js";
import { bare, isCopy, jsonText, optionsText, readBack, refuseUnknown, snapshot } from "../core/values.js";
import { accepted, begin, written } from "../core/wasm.js";

export class Signer {
  #key;

  constructor(secret, options = {}) {
    const copy = snapshot("options", options);
    refuseUnknown(copy, ["allowShortSecret"]);
    this.#key = takeKey(secret, copy.allowShortSecret);
  }

  /** Asked for only when the arguments have been read, because reading them may run code that frees the signer. */
  #live = () => {
    if (this.#key === undefined) throw failure("signer_freed", undefined, "The signer was freed: make a new one from the secret.");
    return this.#key;
  };

  sign(identity, options) {
    return sign(this.#live, identity, options);
  }

  verify(userJWT, options) {
    return verify(this.#live, userJWT, options);
  }

  token(identity, options) {
    return token(this.#live, identity, options);
  }

  explain(token, options) {
    const length = begin(tokenText(token), optionsText(options));
    return accepted(this.#live().explain(length));
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
  const { allowShortSecret, rest } = splitOptions(options);
  return once(secret, allowShortSecret, (key) => sign(key, identity, rest));
}

export function createToken(identity, options) {
  const { allowShortSecret, rest } = splitOptions(options);
  const { secret, ...given } = isCopy(rest) ? rest : bare();
  return once(secret, allowShortSecret, (key) => token(key, identity, given));
}

export function verifyUserJWT(userJWT, secret, options) {
  const { allowShortSecret, rest } = splitOptions(options);
  const jwt = jwtText(userJWT);
  const given = optionsText(rest);
  const take = (one, before) => takeKey(one, allowShortSecret, before);
  return withKey(secret, take, (key) => JSON.parse(written(key.verify(begin(jwt, given)))));
}

export function explainToken(token, secret, options) {
  if (secret === undefined) return explainUnverified(token, options);
  const text = tokenText(token);
  const given = optionsText(options);
  return withKey(secret, takeKeyAsGiven, (key) => accepted(key.explain(begin(text, given))));
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

export function sign(key, identity, options) {
  const claims = jsonText("identity", snapshot("identity", identity));
  const length = begin(claims, optionsText(options));
  return written(key().sign(length));
}

/** For an identity that a token is to be assembled from elsewhere, so that nothing in that token is left unsigned. */
export function signComplete(key, identity, options) {
  const claims = jsonText("identity", snapshot("identity", identity));
  const length = begin(claims, optionsText(options));
  return written(key().sign_complete(length));
}

export function verify(key, userJWT, options) {
  const length = begin(jwtText(userJWT), optionsText(options));
  return JSON.parse(written(key().verify(length)));
}

export function token(key, identity, options) {
  const claims = snapshot("identity", identity);
  const given = snapshot("options", options);
  const text = given === undefined ? "" : jsonText("options", given);
  const length = begin(jsonText("identity", claims), text);
  const userJWT = written(key().sign_for_token(length));
  const { customerId, customerName, userId, userEmail, userName, userAvatarUrl } = claims;
  const token = { widgetId: given.widgetId, customerId, customerName, userId, userEmail, userName, userJWT };
  if (userAvatarUrl !== undefined) token.userAvatarUrl = userAvatarUrl;
  if (given.versions != null) token.versions = readBack(text).versions;
  return token;
}
