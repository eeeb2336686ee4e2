import { failure } from "./error.js";
import { splitOptions, takeKey, takeKeyAsGiven, takeKeys } from "./secret.js";
import { explainUnverified } from "./token.js";
import { jwtText } from "./user-jwt.js";
import { data, jsonText, optionsText, readable } from "./values.js";
import { accepted, call, start, written } from "./wasm.js";

export class Signer {
  #key;

  constructor(secret, options) {
    const { allowShortSecret, secret: _, rest } = splitOptions(options);
    const unknown = Object.keys(rest ?? {});
    if (unknown.length > 0) {
      throw failure("option_unknown", unknown[0], `${unknown[0]} is not an option of new Signer; there is allowShortSecret.`);
    }
    this.#key = takeKey(secret, allowShortSecret);
  }

  get #live() {
    if (this.#key === undefined) throw failure("signer_freed", undefined, "The signer was freed: make a new one from the secret.");
    return this.#key;
  }

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
    const key = this.#live;
    return accepted(call((given, rest) => key.explain(given, rest), jsonText("token", token), optionsText(options)));
  }

  free() {
    this.#key?.free();
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
  const { secret, allowShortSecret, rest } = splitOptions(options);
  return once(secret, allowShortSecret, (key) => token(key, identity, rest));
}

export function verifyUserJWT(userJWT, secret, options) {
  const { allowShortSecret, rest } = splitOptions(options);
  const jwt = jwtText(userJWT);
  const given = optionsText(rest);
  const keys = takeKeys(secret, (one) => takeKey(one, allowShortSecret));
  return JSON.parse(written(call((jwt, rest) => start().verify_any(keys, jwt, rest), jwt, given)));
}

export function explainToken(token, secret, options) {
  if (secret === undefined) return explainUnverified(token, options);
  const text = jsonText("token", token);
  const given = optionsText(options);
  const keys = takeKeys(secret, takeKeyAsGiven);
  return accepted(call((token, rest) => start().explain_any(keys, token, rest), text, given));
}

function once(secret, allowShortSecret, work) {
  const key = takeKey(secret, allowShortSecret);
  try {
    return work(key);
  } finally {
    key.free();
  }
}

export function sign(key, identity, options) {
  const claims = jsonText("identity", identity);
  return written(call((given, rest) => key.sign(given, rest), claims, optionsText(options)));
}

export function verify(key, userJWT, options) {
  return JSON.parse(written(call((jwt, rest) => key.verify(jwt, rest), jwtText(userJWT), optionsText(options))));
}

function token(key, given, options) {
  const identity = data("identity", given);
  const claims = jsonText("identity", identity);
  const userJWT = written(call((length, rest) => key.sign_for_token(length, rest), claims, optionsText(options)));
  return readable("identity", () => {
    const { customerId, customerName, userId, userEmail, userName, userAvatarUrl } = identity;
    const token = { widgetId: options.widgetId, customerId, customerName, userId, userEmail, userName, userJWT };
    if (userAvatarUrl !== undefined) token.userAvatarUrl = userAvatarUrl;
    if (options.versions != null) token.versions = { ...options.versions };
    return token;
  });
}
