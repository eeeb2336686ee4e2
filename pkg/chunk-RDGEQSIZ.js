import {
  accepted,
  begin,
  bodyText,
  end,
  forget,
  refusal,
  rust,
  splitOptions,
  takeKey,
  takeKeyAsGiven,
  withKey,
  written
} from "./chunk-X3KPV6FI.js";
import {
  FogbenderTokenError,
  bare,
  failure,
  isCopy,
  jsonText,
  optionsText,
  readBack,
  readable,
  refuseUnknown,
  snapshot,
  within
} from "./chunk-QFNKGY4N.js";

// js/token.js
function assembleToken(parts) {
  const length = begin(tokenText(parts));
  return accepted(rust.assemble(length));
}
function checkToken(token2) {
  if (token2 === void 0) return void 0;
  let length;
  try {
    length = begin(tokenText(token2));
  } catch (error) {
    if (error.code !== "too_large") throw error;
    return { token: error.message };
  }
  if (end(rust.assemble(length)) !== void 0) return void 0;
  const messages = /* @__PURE__ */ new Map();
  for (const { field, message } of refusal().problems) {
    messages.set(field, messages.has(field) ? `${messages.get(field)} ${message}` : message);
  }
  return Object.fromEntries(messages);
}
function explainUnverified(token2, options) {
  const length = begin(tokenText(token2), optionsText(options));
  return accepted(rust.explain(length));
}
function tokenText(token2) {
  const copy = snapshot("token", token2);
  if (isCopy(copy)) {
    for (const key of ["userId", "visitor"]) {
      if (!(key in copy) && !(key in Object.prototype) && readable("token", () => key in token2)) copy[key] = void 0;
    }
  }
  return jsonText("token", copy);
}

// js/user-jwt.js
function jwtText(userJWT) {
  if (typeof userJWT === "string") return within("userJWT", userJWT);
  const kind = userJWT === null ? "null" : typeof userJWT;
  throw failure("jwt_not_string", "userJWT", `userJWT must be a string, and it is ${kind}.`);
}
function decodeUserJWT(userJWT) {
  const length = begin(jwtText(userJWT));
  return JSON.parse(written(rust.decode(length)));
}

// js/signer.js
var Signer = class {
  #key;
  constructor(secret, options = {}) {
    const copy = snapshot("options", options);
    refuseUnknown(copy, ["allowShortSecret"]);
    this.#key = takeKey(secret, copy.allowShortSecret);
  }
  /** Asked for only when the arguments have been read, because reading them may run code that frees the signer. */
  #live = () => {
    if (this.#key === void 0) throw failure("signer_freed", void 0, "The signer was freed: make a new one from the secret.");
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
  explain(token2, options) {
    const length = begin(tokenText(token2), optionsText(options));
    return accepted(this.#live().explain(length));
  }
  free() {
    if (this.#key === void 0) return;
    forget(this.#key);
    this.#key = void 0;
  }
  // Runtimes without explicit resource management have no such symbol yet.
  [Symbol.dispose ?? /* @__PURE__ */ Symbol.for("Symbol.dispose")]() {
    this.free();
  }
};
function signUserJWT(identity, secret, options) {
  const { allowShortSecret, rest } = splitOptions(options);
  return once(secret, allowShortSecret, (key) => sign(key, identity, rest));
}
function createToken(identity, options) {
  const { allowShortSecret, rest } = splitOptions(options);
  const { secret, ...given } = isCopy(rest) ? rest : bare();
  return once(secret, allowShortSecret, (key) => token(key, identity, given));
}
function verifyUserJWT(userJWT, secret, options) {
  const { allowShortSecret, rest } = splitOptions(options);
  const jwt = jwtText(userJWT);
  const given = optionsText(rest);
  const take = (one, before) => takeKey(one, allowShortSecret, before);
  return withKey(secret, take, (key) => JSON.parse(written(key.verify(begin(jwt, given)))));
}
function explainToken(token2, secret, options) {
  if (secret === void 0) return explainUnverified(token2, options);
  const text = tokenText(token2);
  const given = optionsText(options);
  return withKey(secret, takeKeyAsGiven, (key) => accepted(key.explain(begin(text, given))));
}
function once(secret, allowShortSecret, work) {
  const key = takeKey(secret, allowShortSecret);
  try {
    return work(() => key);
  } finally {
    forget(key);
  }
}
function sign(key, identity, options) {
  const claims = jsonText("identity", snapshot("identity", identity));
  const length = begin(claims, optionsText(options));
  return written(key().sign(length));
}
function signComplete(key, identity, options) {
  const claims = jsonText("identity", snapshot("identity", identity));
  const length = begin(claims, optionsText(options));
  return written(key().sign_complete(length));
}
function verify(key, userJWT, options) {
  const length = begin(jwtText(userJWT), optionsText(options));
  return JSON.parse(written(key().verify(length)));
}
function token(key, identity, options) {
  const claims = snapshot("identity", identity);
  const given = snapshot("options", options);
  const text = given === void 0 ? "" : jsonText("options", given);
  const length = begin(jsonText("identity", claims), text);
  const userJWT = written(key().sign_for_token(length));
  const { customerId, customerName, userId, userEmail, userName, userAvatarUrl } = claims;
  const token2 = { widgetId: given.widgetId, customerId, customerName, userId, userEmail, userName, userJWT };
  if (userAvatarUrl !== void 0) token2.userAvatarUrl = userAvatarUrl;
  if (given.versions != null) token2.versions = readBack(text).versions;
  return token2;
}

// js/handler.js
var ALLOW = "GET, HEAD, POST, OPTIONS";
var OWN_OPTIONS = ["identify", "origins", "onError"];
var SESSION_CODES = ["email_missing", "email_unverified", "organization_missing", "session_impersonated", "session_mismatch"];
var SIGN_OPTIONS = ["expiresInSeconds", "notBeforeSeconds", "issuedAt"];
var SOMEONE = { userId: "u", customerId: "c", customerName: "c", userEmail: "e", userName: "n" };
function createSignaturesHandler(options) {
  const { allowShortSecret, rest } = splitOptions(options);
  refuseUnknown(rest, ["secret", "widgetId", "versions", ...OWN_OPTIONS, ...SIGN_OPTIONS]);
  const { secret, identify, origins = [], onError = (error) => console.error(error), ...others } = rest;
  const signing = bare(others);
  checkOwn(identify, origins, onError);
  if ("widgetId" in rest && rest.widgetId === void 0) {
    throw failure("field_missing", "widgetId", "widgetId is undefined: its environment variable is probably unset. Leave the option out for the userJWT alone.");
  }
  const key = takeKey(secret, allowShortSecret);
  const answer = signing.widgetId === void 0 ? (identity) => ({ signatures: { userJWT: signComplete(() => key, identity, signing) } }) : (identity) => {
    const assembled = token(() => key, identity, signing);
    return { signatures: { userJWT: assembled.userJWT }, token: assembled };
  };
  try {
    answer(SOMEONE);
  } catch (error) {
    forget(key);
    throw error;
  }
  return async function signatures(request) {
    const headers = responseHeaders(request, origins);
    try {
      if (request.method === "OPTIONS") return preflight(request, headers);
      await checkRequest(request);
      return respond(request, 200, answer(await identified(identify, request)), headers);
    } catch (thrown) {
      const { status, error } = thrown instanceof Refusal ? thrown : new Refusal(500, thrown);
      if (status >= 500) await tell(onError, error, request);
      if (status === 405) headers.set("allow", ALLOW);
      return respond(request, status, shown(error), headers);
    }
  };
}
var Refusal = class {
  constructor(status, error) {
    this.status = status;
    this.error = error;
  }
};
function checkOwn(identify, origins, onError) {
  if (typeof identify !== "function") {
    throw failure("option_invalid", "identify", "identify must be a function that gives the identity of the session's user, or nothing.");
  }
  if (typeof onError !== "function") throw failure("option_invalid", "onError", "onError must be a function.");
  const isOrigin = (origin) => typeof origin === "string" && URL.canParse(origin) && new URL(origin).origin === origin;
  if (!Array.isArray(origins) || !origins.every(isOrigin)) {
    throw failure("option_invalid", "origins", 'origins must be a list of origins such as "https://app.example.com", without a path or "*".');
  }
}
function responseHeaders(request, origins) {
  const headers = new Headers({ "cache-control": "no-store", vary: "Origin, Cookie, Authorization" });
  const origin = request.headers.get("origin");
  if (origins.includes(origin)) {
    headers.set("access-control-allow-origin", origin);
    headers.set("access-control-allow-credentials", "true");
  }
  return headers;
}
function preflight(request, headers) {
  headers.set("allow", ALLOW);
  if (headers.has("access-control-allow-origin") && request.headers.has("access-control-request-method")) {
    headers.set("access-control-allow-methods", "GET, HEAD, POST");
    headers.set("access-control-allow-headers", "authorization, content-type");
    headers.set("access-control-max-age", "600");
  }
  return new Response(null, { status: 204, headers });
}
async function checkRequest(request) {
  if (!["GET", "HEAD", "POST"].includes(request.method)) {
    throw new Refusal(405, failure("method_not_allowed", void 0, `Only ${ALLOW} are answered here.`));
  }
  if (request.method !== "POST") return;
  const type = request.headers.get("content-type");
  if (type !== null && !/^application\/json\s*(;|$)/i.test(type)) {
    throw new Refusal(415, failure("content_type_not_json", "content-type", "The Content-Type must be application/json, or absent with the body."));
  }
  const body = await bodyText(request).catch((error) => {
    throw new Refusal(error.code === "too_large" ? 413 : 400, error);
  });
  if (!/^\s*(\{\s*\}\s*)?$/.test(body)) {
    throw new Refusal(400, failure("body_not_empty", "body", "The body must be empty or {}: who is signed in, the session alone says."));
  }
}
async function identified(identify, request) {
  let identity;
  try {
    identity = await identify(request);
  } catch (error) {
    if (error instanceof FogbenderTokenError && SESSION_CODES.includes(error.code)) throw new Refusal(403, error);
    throw new Refusal(500, failure("identify_failed", void 0, "Who is signed in could not be found out.", error));
  }
  if (identity === void 0 || identity === null) throw new Refusal(401, failure("not_signed_in", void 0, "Nobody is signed in."));
  return identity;
}
async function tell(onError, error, request) {
  try {
    await onError(error, request);
  } catch (failed) {
    console.error(failed);
  }
}
function shown(error) {
  if (!(error instanceof FogbenderTokenError)) return { error: { code: "internal", message: "The signature could not be made." } };
  const { code, message, problems } = error;
  return { error: { code, message, problems } };
}
function respond(request, status, body, headers) {
  headers.set("content-type", "application/json; charset=utf-8");
  return new Response(request.method === "HEAD" ? null : JSON.stringify(body), { status, headers });
}

// js/node-handler.js
function toNodeHandler(handler) {
  if (typeof handler !== "function") throw failure("option_invalid", "handler", "The handler must be a function of a Request.");
  return async function listener(message, reply) {
    try {
      if (message.method === "TRACE") return refuse(reply, 405, "method_not_allowed", "TRACE is not answered here.");
      await send(await handler(requestOf(message, reply)), reply);
      message.resume?.();
    } catch (error) {
      console.error(error);
      if (reply.headersSent) reply.destroy();
      else refuse(reply, 500, "internal", "Internal error.");
    }
  };
}
function refuse(reply, status, code, message) {
  reply.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  reply.end(JSON.stringify({ error: { code, message } }));
}
function requestOf(message, reply) {
  const gone = new AbortController();
  reply.on("close", () => reply.writableFinished || gone.abort());
  const headers = new Headers();
  for (let index = 0; index < message.rawHeaders.length; index += 2) {
    headers.append(message.rawHeaders[index], message.rawHeaders[index + 1]);
  }
  const hasBody = message.method !== "GET" && message.method !== "HEAD";
  const body = hasBody ? bodyOf(message) : void 0;
  return new Request(addressOf(message), { method: message.method, headers, body, duplex: "half", signal: gone.signal });
}
function addressOf(message) {
  const origin = `${message.socket?.encrypted ? "https" : "http"}://${message.headers.host}`;
  const base = message.headers.host !== void 0 && URL.canParse(origin) ? origin : "http://localhost";
  const path = (message.originalUrl ?? message.url).replace(/^[\\/]{2,}/, "/");
  const url = new URL(URL.canParse(path, base) ? path : "/", base);
  url.username = "";
  url.password = "";
  return url;
}
function bodyOf(message) {
  if (message.body === void 0 || !message.readableEnded) return ReadableStream.from(chunksOf(message));
  return typeof message.body === "string" || message.body instanceof Uint8Array ? message.body : JSON.stringify(message.body);
}
var chunksOf = (message) => message.iterator?.({ destroyOnReturn: false }) ?? message;
async function send(response, reply) {
  const body = response.body === null ? void 0 : new Uint8Array(await response.arrayBuffer());
  reply.writeHead(response.status, { ...Object.fromEntries(response.headers), "set-cookie": response.headers.getSetCookie() });
  reply.end(body);
}

// js/signatures.js
var DEFAULT_URL = "https://api.fogbender.com/signatures";
var DEFAULT_TIMEOUT_SECONDS = 10;
var MAX_ANSWER_CHARACTERS = 262144;
var OPTIONS = ["secret", "allowShortSecret", "url", "fetch", "signal", "timeoutSeconds"];
async function requestSignatures(identity, options) {
  const request = readOptions(options);
  const claims = snapshot("identity", identity);
  const key = takeKey(request.secret, request.allowShortSecret);
  try {
    sign(() => key, claims);
    const userJWT = await post(request, sendable(request.secret), jsonText("identity", claims));
    checkAnswer(key, userJWT, claims);
    return { userJWT };
  } finally {
    forget(key);
  }
}
function readOptions(options) {
  const given = snapshot("options", options);
  refuseUnknown(given, OPTIONS);
  const { fetch = globalThis.fetch, signal, timeoutSeconds = DEFAULT_TIMEOUT_SECONDS } = given;
  if (typeof fetch !== "function") throw failure("option_invalid", "fetch", "fetch must be a function like the global one.");
  if (signal !== void 0 && !(signal instanceof AbortSignal)) {
    throw failure("option_invalid", "signal", "signal must be an AbortSignal.");
  }
  if (typeof timeoutSeconds !== "number" || !(timeoutSeconds > 0 && timeoutSeconds <= 3600)) {
    throw failure("option_invalid", "timeoutSeconds", "timeoutSeconds must be a number from more than 0 to 3600.");
  }
  return bare({ ...given, fetch, timeoutSeconds, url: secureUrl(given.url ?? DEFAULT_URL) });
}
function sendable(secret) {
  const text = typeof secret === "string" ? secret : new TextDecoder().decode(secret);
  if (/^[\x21-\x7e]+$/.test(text)) return text;
  throw failure("secret_unsendable", "secret", "The secret has characters that no header can carry: copy the workspace secret as it stands.");
}
function secureUrl(given) {
  const text = readable("url", () => String(given));
  const url = URL.canParse(text) ? new URL(text) : void 0;
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url?.hostname);
  const isSafe = url?.protocol === "https:" || url?.protocol === "http:" && isLoopback;
  if (isSafe && url.username === "" && url.password === "") return url.href;
  throw failure("option_invalid", "url", "url must be https, or http on this machine, without a password: the secret is sent to it.");
}
async function post({ url, fetch, signal, timeoutSeconds }, secret, body) {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), timeoutSeconds * 1e3);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { authorization: `Bearer ${secret}`, "content-type": "application/json", accept: "application/json" },
      body,
      // Followed, a redirect could carry the secret elsewhere.
      redirect: "manual",
      signal: signal === void 0 ? timeout.signal : AbortSignal.any([signal, timeout.signal])
    });
    if (response.status === 401 || response.status === 403) {
      throw failure("signatures_unauthorized", void 0, `Fogbender refused the secret (${response.status}): copy it anew from its settings.`);
    }
    if (response.status !== 200) {
      const status = response.status === 0 ? "a redirect" : `status ${response.status}`;
      throw failure("signatures_bad_response", void 0, `The signatures API answered with ${status} instead of 200.`);
    }
    return signatureIn(await textOf(response));
  } catch (cause) {
    if (cause instanceof FogbenderTokenError) throw cause;
    const why = timeout.signal.aborted ? `in ${timeoutSeconds} s` : signal?.aborted ? "before the request was aborted" : "at all";
    const told = signal?.aborted ? cause : withoutSecret(cause, secret);
    throw failure("signatures_unreachable", void 0, `The signatures API did not answer ${why}: sign locally, or try again.`, told);
  } finally {
    clearTimeout(timer);
    timeout.abort();
  }
}
function withoutSecret(thrown, secret) {
  const words = [];
  for (let error = thrown; error instanceof Error && words.length < 4; error = error.cause) words.push(error.message);
  return new Error(words.join(": ").replaceAll(secret, "(the secret)"));
}
async function textOf(response) {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_ANSWER_CHARACTERS) return "";
  }
  return text + decoder.decode();
}
function signatureIn(text) {
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    answer = void 0;
  }
  const userJWT = answer?.signatures?.userJWT;
  if (typeof userJWT === "string") return userJWT;
  throw failure("signatures_bad_response", void 0, 'The signatures API answered without {"signatures":{"userJWT":\u2026}}.');
}
function checkAnswer(key, userJWT, identity) {
  let claims;
  try {
    claims = verify(() => key, userJWT);
  } catch (cause) {
    throw failure("signatures_bad_response", "userJWT", "The signatures API answered with a userJWT that does not verify with this secret.", cause);
  }
  const { iat, nbf, exp, ...signed } = claims;
  const names = /* @__PURE__ */ new Set([...Object.keys(signed), ...Object.keys(identity)]);
  for (const name of names) {
    if (signed[name] !== identity[name]) {
      throw failure("signatures_bad_response", name, "The signatures API answered with a userJWT for another identity.");
    }
  }
}

export {
  assembleToken,
  checkToken,
  decodeUserJWT,
  Signer,
  signUserJWT,
  createToken,
  verifyUserJWT,
  explainToken,
  createSignaturesHandler,
  toNodeHandler,
  requestSignatures
};
