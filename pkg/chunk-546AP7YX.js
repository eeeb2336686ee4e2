import {
  BODY_HEADERS,
  Signer,
  bodyText,
  textOf
} from "./chunk-L5VYZ3N3.js";
import {
  FogbenderTokenError,
  failure,
  readOptions,
  readable
} from "./chunk-JT2TJXBO.js";

// js/server/answer.js
var ALLOW = "GET, HEAD, POST, OPTIONS";
var SESSION_CODES = [
  "email_missing",
  "email_unverified",
  "organization_missing",
  "session_anonymous",
  "session_delegated",
  "session_impersonated",
  "session_mismatch"
];
function answering({ identify, sign, origins, onError }) {
  const logged = /* @__PURE__ */ new Set();
  return async function answer(asked) {
    const headers = headersFor(asked, origins);
    let made2;
    const args = () => made2 ??= [asked.request(), ...asked.rest];
    try {
      if (asked.method === "OPTIONS") return preflight(asked, headers);
      checkMethod(asked);
      checkSite(asked, origins);
      if (asked.method === "POST") await checkBody(asked);
      const identity = await identified(identify, args());
      return json(asked, 200, await sign(identity, args()), headers);
    } catch (thrown) {
      const { status, error } = thrown instanceof Refusal ? thrown : new Refusal(500, thrown);
      if (status >= 500 || error instanceof FogbenderTokenError && status === 403 && isFirst(logged, error.code))
        await tell(onError, error, args);
      if (status === 405) headers.allow = ALLOW;
      return json(asked, status, shown(error), headers);
    }
  };
}
var Refusal = class {
  /**
   * @param {number} status
   * @param {unknown} error
   */
  constructor(status, error) {
    this.status = status;
    this.error = error;
  }
};
var refuse = (status, code, field, message) => {
  throw new Refusal(status, failure(code, field, message));
};
function headersFor(asked, origins) {
  const headers = {
    "cache-control": "no-store",
    "cross-origin-resource-policy": "same-origin",
    vary: "Origin, Cookie, Authorization, Sec-Fetch-Site",
    "x-content-type-options": "nosniff"
  };
  const origin = asked.header("origin");
  if (origin && origins.includes(origin)) {
    headers["access-control-allow-origin"] = origin;
    headers["access-control-allow-credentials"] = "true";
  }
  return headers;
}
function preflight(asked, headers) {
  headers.allow = ALLOW;
  if (headers["access-control-allow-origin"] && asked.header("access-control-request-method")) {
    headers["access-control-allow-methods"] = "GET, HEAD, POST";
    headers["access-control-allow-headers"] = "authorization, content-type";
    headers["access-control-max-age"] = "600";
  }
  return { status: 204, headers };
}
function checkMethod({ method }) {
  if (!["GET", "HEAD", "POST"].includes(method))
    refuse(405, "method_not_allowed", void 0, `Only ${ALLOW} are answered here. Send a GET.`);
}
function checkSite(asked, origins) {
  if (asked.header("sec-fetch-site") !== "cross-site" || origins.includes(asked.header("origin") ?? "")) return;
  refuse(
    403,
    "cross_site_request",
    "origin",
    "The request comes from another site, which is not listed in origins. If the page is yours, add its origin to the option origins."
  );
}
async function checkBody(asked) {
  const type = asked.header("content-type");
  if (type && !/^application\/json\s*(;|$)/i.test(type)) {
    refuse(
      415,
      "content_type_not_json",
      "content-type",
      "The Content-Type must be application/json. Send it so, or send no body and no Content-Type."
    );
  }
  const body = await asked.body().catch((error) => {
    throw new Refusal(error.code === "too_large" ? 413 : 400, error);
  });
  if (!/^\s*(\{\s*\}\s*)?$/.test(body)) {
    refuse(400, "body_not_empty", "body", "The body must be empty or {}, because only the session says who is signed in. Send no fields.");
  }
}
async function identified(identify, args) {
  let identity;
  try {
    identity = await identify(...args);
  } catch (error) {
    if (error instanceof FogbenderTokenError && SESSION_CODES.includes(error.code)) throw new Refusal(403, error);
    throw failure(
      "identify_failed",
      void 0,
      "The function identify threw an error, so nobody knows who is signed in. Look for the error in the server's log.",
      error
    );
  }
  if (identity === void 0 || identity === null) refuse(401, "not_signed_in", void 0, "Nobody is signed in. Sign in, then ask again.");
  return identity;
}
var isFirst = (seen, code) => !seen.has(code) && seen.add(code);
async function tell(onError, error, args) {
  try {
    await onError(error, ...args());
  } catch (failed) {
    console.error(failed);
  }
}
function shown(error) {
  if (!(error instanceof FogbenderTokenError))
    return { error: { code: "internal", message: "The signature could not be made. Look for the error in the server's log." } };
  const { code, message, problems } = error;
  return { error: { code, message, problems } };
}
function json(asked, status, body, headers) {
  headers["content-type"] = "application/json; charset=utf-8";
  return { status, headers, body: asked.method === "HEAD" ? void 0 : JSON.stringify(body) };
}

// js/server/signing.js
var FOR_EACH = (
  /** @type {const} */
  ["widgetId", "versions", "expiresInSeconds", "notBeforeSeconds", "issuedAt"]
);
var SIGNING_OPTIONS = (
  /** @type {const} */
  ["secret", "allowShortSecret", ...FOR_EACH]
);
var SOMEBODY = { userId: "u", customerId: "c", customerName: "c", userEmail: "u@c", userName: "u" };
var SOME_SECRET = "x".repeat(32);
var SOME_WIDGET_ID = "dzAwMDAwMDAwMDAwMDAwMDAwMDAw";
var isFunction = (value) => typeof value === "function";
function checkSigning(options) {
  const { secret, widgetId, allowShortSecret } = options;
  const signing = optionsForEach(options);
  if ("widgetId" in options && (isFunction(widgetId) || widgetId === void 0)) signing.widgetId = SOME_WIDGET_ID;
  const tryOut = (secret2) => {
    const signer = new Signer(secret2, { allowShortSecret });
    try {
      answerFor(signer, SOMEBODY, signing);
    } finally {
      signer.free();
    }
  };
  let known = SOME_SECRET;
  all(
    () => {
      if (isFunction(secret)) return;
      new Signer(
        /** @type {Secret} */
        secret,
        { allowShortSecret }
      ).free();
      known = /** @type {Secret} */
      secret;
    },
    () => "widgetId" in options && given(widgetId),
    () => tryOut(known)
  );
}
function signingWith(options) {
  const { secret, widgetId, allowShortSecret } = options;
  const hasWidgetId = "widgetId" in options;
  const signing = optionsForEach(options);
  const signerOf = isFunction(secret) ? keptSigner({ allowShortSecret }) : always(new Signer(secret, { allowShortSecret }));
  if (!isFunction(secret) && !isFunction(widgetId)) return (identity) => answerFor(signerOf(secret), identity, signing);
  return async function sign(identity, args) {
    const [secretNow, idNow] = await Promise.allSettled([valueFor("secret", secret, args), valueFor("widgetId", widgetId, args)]);
    const [signer, id] = all(
      () => signerOf(
        /** @type {Secret} */
        settled(secretNow)
      ),
      () => hasWidgetId ? given(
        /** @type {string | undefined} */
        settled(idNow)
      ) : void 0
    );
    return answerFor(signer, identity, hasWidgetId ? { ...signing, widgetId: id } : signing);
  };
}
var optionsForEach = (options) => Object.fromEntries(FOR_EACH.filter((name) => name in options).map((name) => [name, options[name]]));
function answerFor(signer, identity, signing) {
  if (!Object.hasOwn(signing, "widgetId")) return { signatures: { userJWT: signer.sign(identity, signing) } };
  const token = signer.token(
    identity,
    /** @type {TokenOptions} */
    signing
  );
  return { signatures: { userJWT: token.userJWT }, token };
}
var always = (signer) => () => signer;
function keptSigner(options) {
  let last;
  let signer;
  return (secret) => {
    if (signer === void 0 || secret !== last || typeof secret !== "string") {
      const made2 = new Signer(secret, options);
      signer?.free();
      [last, signer] = [secret, made2];
    }
    return signer;
  };
}
async function valueFor(name, value, args) {
  if (!isFunction(value)) return value;
  try {
    return await value(...args);
  } catch (cause) {
    throw failure(
      "not_readable",
      name,
      `The function ${name} threw an error, so there is no ${name}. Look for the error in the server's log.`,
      cause
    );
  }
}
function settled(result) {
  if (result.status === "rejected") throw result.reason;
  return result.value;
}
function given(widgetId) {
  if (widgetId !== void 0) return widgetId;
  throw failure(
    "field_missing",
    "widgetId",
    "widgetId is undefined, so its environment variable is probably unset. Set it, or leave the option out to get only the userJWT."
  );
}
function all(...steps) {
  const failed = [];
  const results = steps.map((step) => {
    try {
      return step();
    } catch (error) {
      if (!(error instanceof FogbenderTokenError)) throw error;
      failed.push(error);
      return void 0;
    }
  });
  if (failed.length === 1) throw failed[0];
  if (failed.length > 1) throw new FogbenderTokenError(distinct(failed.flatMap(({ problems }) => problems)));
  return (
    /** @type {T} */
    results
  );
}
var distinct = (problems) => problems.filter(({ message }, at) => problems.findIndex((other) => other.message === message) === at);

// js/server/handler-options.js
var OPTIONS = [...SIGNING_OPTIONS, "identify", "origins", "onError"];
function readSettings(options) {
  if (options === void 0)
    throw failure(
      "not_an_object",
      "options",
      `options must be an object with ${OPTIONS.join(", ")}, and it is undefined. Give secret and identify.`
    );
  const given2 = readOptions(options, OPTIONS);
  const { identify, origins = [], onError = (error) => console.error(error) } = given2;
  all(
    () => checkSigning(given2),
    () => checkFunction("identify", identify, "that gives the identity of the session's user, or nothing"),
    () => checkFunction("onError", onError, "that is given an error"),
    () => checkOrigins(origins)
  );
  const right = (
    /** @type {HandlerOptions} */
    given2
  );
  return { identify: right.identify, onError, origins: [...origins], sign: signingWith(right) };
}
function checkFunction(name, value, does) {
  if (typeof value !== "function") throw failure("option_invalid", name, `${name} must be a function ${does}.`);
}
function checkOrigins(origins) {
  const isOrigin = (origin) => typeof origin === "string" && URL.canParse(origin) && new URL(origin).origin === origin;
  if (Array.isArray(origins) && origins.every(isOrigin)) return;
  throw failure("option_invalid", "origins", 'origins must be a list of origins such as "https://app.example.com", without a path or "*".');
}

// js/server/handler.js
var ANSWER = /* @__PURE__ */ Symbol.for("fogbender-token.answer");
var answerOf = (handler) => (
  /** @type {{ [ANSWER]?: (asked: Asked) => Promise<Answer> }} */
  handler[ANSWER]
);
function createSignaturesHandler(options) {
  const answer = answering(readSettings(options));
  async function signatures(request, ...rest) {
    const { status, headers, body } = await answer(askedBy(request, rest));
    return new Response(body, { status, headers });
  }
  return Object.defineProperty(signatures, ANSWER, { value: answer });
}
var askedBy = (request, rest) => ({
  method: request.method,
  header: (name) => request.headers.get(name),
  body: () => bodyText(request),
  request: () => request.method === "POST" && request.body ? withoutBody(request) : request,
  rest
});
function withoutBody({ url, method, headers: given2, signal }) {
  const headers = new Headers(given2);
  for (const name of BODY_HEADERS) headers.delete(name);
  return new Request(url, { method, headers, signal });
}

// js/server/node-request.js
var askedOver = (message, reply) => ({
  method: message.method,
  header: (name) => (
    /** @type {string | undefined} */
    message.headers[name]
  ),
  body: async () => textOf(bodyOf(message)),
  request: () => requestOf(message, reply, {}, BODY_HEADERS),
  rest: [message, reply]
});
function wholeRequest(message, reply) {
  const hasBody2 = message.method !== "GET" && message.method !== "HEAD";
  return requestOf(message, reply, hasBody2 ? { body: streamOf(bodyOf(message)), duplex: "half" } : {}, []);
}
var made;
function nodeRequest() {
  made ??= class NodeRequest extends Request {
    #reply;
    /** @type {AbortController | undefined} */
    #gone;
    /**
     * @param {string} address
     * @param {RequestInit | undefined} init
     * @param {Reply} reply
     */
    constructor(address, init, reply) {
      super(address, init);
      this.#reply = reply;
    }
    /** Aborts when the client goes before the answer has left. */
    get signal() {
      if (this.#gone === void 0) {
        const gone = new AbortController();
        this.#gone = gone;
        const reply = this.#reply;
        if (reply.destroyed) gone.abort();
        else reply.on("close", () => reply.writableFinished || gone.abort());
      }
      return this.#gone.signal;
    }
  };
  return made;
}
function requestOf(message, reply, init, without) {
  const { method, headers: given2 } = message;
  const options = method === "GET" ? void 0 : { ...init, method };
  const request = new (nodeRequest())(addressOf(message), options, reply);
  const { headers } = request;
  for (const name of Object.keys(given2)) {
    if (name.startsWith(":") || without.includes(name)) continue;
    const value = name === "authorization" ? authorizationsOf(message) : given2[name];
    if (typeof value === "string") headers.append(name, value);
    else for (const one of [value].flat()) if (one !== void 0) headers.append(name, one);
  }
  if (given2.host === void 0 && given2[":authority"]) headers.set("host", String(given2[":authority"]));
  return request;
}
function authorizationsOf({ headers: { authorization }, rawHeaders = [] }) {
  const sent = rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1].toLowerCase() === "authorization");
  return sent[0] === authorization ? sent : authorization;
}
function addressOf({ socket, headers, originalUrl, url }) {
  const origin = originOf(socket?.encrypted ? "https" : "http", headers.host ?? headers[":authority"]);
  const path = (originalUrl ?? url).replace(/^[\\/]{2,}/, "/");
  if (path.startsWith("/")) return origin + path;
  return URL.canParse(path) ? origin + new URL(path).pathname + new URL(path).search : origin;
}
var rightOrigin;
function originOf(scheme, host) {
  const origin = `${scheme}://${host}`;
  if (origin === rightOrigin) return origin;
  if (host === void 0 || !URL.canParse(origin)) return "http://localhost";
  const right = new URL(origin).origin;
  if (right === origin) rightOrigin = origin;
  return right;
}
function bodyOf(message) {
  const isRead = message.readableEnded !== false;
  if (message.body !== void 0 && isRead) return [bytesOf(message.body)];
  if (isRead && hasBody(message.headers)) {
    throw failure(
      "body_unreadable",
      "body",
      "The body was read before the handler could check it. Set req.body to what was read, on the request that the handler gets."
    );
  }
  return message.iterator?.({ destroyOnReturn: false }) ?? message;
}
var hasBody = (headers) => Number(headers["content-length"] ?? 0) > 0 || headers["transfer-encoding"] !== void 0;
function bytesOf(body) {
  if (body instanceof Uint8Array) return (
    /** @type {Uint8Array<ArrayBuffer>} */
    body
  );
  return new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body ?? {}));
}
function streamOf(chunks) {
  const iterator = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    }
  });
}

// js/server/node-handler.js
function toNodeHandler(handler) {
  if (typeof handler !== "function")
    throw failure(
      "option_invalid",
      "handler",
      "handler must be a function that takes a Request. Give what createSignaturesHandler returns."
    );
  const answer = answerOf(handler);
  return async function listener(given2, reply) {
    const message = (
      /** @type {Message} */
      given2
    );
    try {
      send(reply, await (answer ? answer(askedOver(message, reply)) : answerBy(handler, message, reply)));
      message.resume?.();
    } catch (error) {
      console.error(error);
      if (reply.headersSent) reply.destroy();
      else send(reply, refusal(500, "internal", "The handler broke. Look for the error in the server's log."));
    }
  };
}
async function answerBy(handler, message, reply) {
  if (message.method === "TRACE") return refusal(405, "method_not_allowed", "TRACE is not answered here. Send a GET.");
  const response = await handler(wholeRequest(message, reply), message, reply);
  const headers = Object.fromEntries(response.headers);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers["set-cookie"] = cookies;
  return { status: response.status, headers, body: response.body === null ? void 0 : new Uint8Array(await response.arrayBuffer()) };
}
var refusal = (status, code, message) => ({
  status,
  headers: { "content-type": "application/json", "cache-control": "no-store" },
  body: JSON.stringify({ error: { code, message } })
});
function send(reply, { status, headers, body }) {
  if (reply.headersSent) return;
  for (const [name, merge] of Object.entries(MERGED)) {
    const before = reply.getHeader(name);
    if (before !== void 0 && headers[name] !== void 0) headers[name] = merge([before].flat(), [headers[name]].flat().map(String));
  }
  if (body !== void 0) headers["content-length"] = Buffer.byteLength(body);
  reply.writeHead(status, headers);
  reply.end(body);
}
var MERGED = {
  "set-cookie": (before, added) => [...before, ...added],
  vary(before, added) {
    const names = [...before, ...added].flatMap((list) => list.split(/\s*,\s*/));
    return names.filter((name, at) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === at).join(", ");
  }
};

// js/server/words.js
var PIECE = 8;
function wordsOf(thrown, secret) {
  const words = [];
  try {
    for (let error = thrown; error instanceof Error && words.length < 4; error = error.cause) words.push(String(error.message));
  } catch {
  }
  const pieces = piecesOf(secret);
  const told = words.map((message) => holds(message, pieces) ? "(a message that held a part of the secret)" : message);
  return new Error(told.join(": ") || "What was thrown is not an Error.");
}
function holds(message, pieces) {
  const text = message.toLowerCase();
  return pieces.some((piece) => text.includes(piece));
}
function piecesOf(secret) {
  return formsOf(secret).flatMap(
    (form) => Array.from({ length: Math.max(1, form.length - PIECE + 1) }, (_, at) => form.slice(at, at + PIECE).toLowerCase())
  );
}
function formsOf(secret) {
  const hex = Array.from(secret, (letter) => letter.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  const base64 = ["", " ", "  "].map((before) => btoa(before + secret).slice(before === "" ? 0 : 4, -4));
  const base64url = base64.map((form) => form.replaceAll("+", "-").replaceAll("/", "_"));
  return [secret, encodeURIComponent(secret), secret.replaceAll("/", "\\/"), hex, ...base64, ...base64url].filter((form) => form !== "");
}

// js/server/signatures.js
var DEFAULT_URL = "https://api.fogbender.com/signatures";
var DEFAULT_TIMEOUT_SECONDS = 10;
var MAX_ANSWER_CHARACTERS = 262144;
async function requestSignatures(identity, secret, options) {
  const request = readRequest(options);
  const signer = new Signer(secret, { allowShortSecret: request.allowShortSecret });
  try {
    const claims = signer.verify(signer.sign(identity, { ...request.signing, issuedAt: false }));
    const userJWT = await post(request, sendable(secret), JSON.stringify(claims));
    checkAnswer(signer, userJWT, claims);
    return { userJWT };
  } finally {
    signer.free();
  }
}
function readRequest(options) {
  const given2 = readOptions(options, ["url", "fetch", "signal", "timeoutSeconds", "allowShortSecret", "claims", "partial"]);
  const { allowShortSecret, fetch = globalThis.fetch, signal, timeoutSeconds = DEFAULT_TIMEOUT_SECONDS } = given2;
  if (typeof fetch !== "function")
    throw failure("option_invalid", "fetch", "fetch must be a function that works like the global fetch. Give one, or leave it out.");
  if (signal !== void 0 && !(signal instanceof AbortSignal)) {
    throw failure("option_invalid", "signal", "signal must be an AbortSignal. Give one, or leave it out.");
  }
  if (typeof timeoutSeconds !== "number" || !(timeoutSeconds > 0 && timeoutSeconds <= 3600)) {
    throw failure("option_invalid", "timeoutSeconds", "timeoutSeconds must be a number above 0, and 3600 at most.");
  }
  const signing = { claims: given2.claims, partial: given2.partial };
  return { allowShortSecret, fetch, signal, timeoutSeconds, signing, url: secureUrl(given2.url ?? DEFAULT_URL) };
}
function sendable(secret) {
  const text = typeof secret === "string" ? secret : new TextDecoder().decode(secret);
  if (/^[\x21-\x7e]+$/.test(text)) return text;
  throw failure(
    "secret_unsendable",
    "secret",
    "The secret has characters that an HTTP header cannot carry. Copy the workspace secret again from Fogbender's settings."
  );
}
function secureUrl(given2) {
  const text = readable("url", () => String(given2));
  const url = URL.canParse(text) ? new URL(text) : void 0;
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url?.hostname ?? "");
  const isSafe = url?.protocol === "https:" || url?.protocol === "http:" && isLoopback;
  if (url && isSafe && url.username === "" && url.password === "") return url.href;
  throw failure(
    "option_invalid",
    "url",
    "The secret is sent to url, so url must be https, or http on this machine, and have no password. Give another url."
  );
}
async function post({ url, fetch, signal, timeoutSeconds }, secret, body) {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), timeoutSeconds * 1e3);
  const ended = signal === void 0 ? timeout.signal : AbortSignal.any([signal, timeout.signal]);
  const init = {
    method: "POST",
    headers: { authorization: `Bearer ${secret}`, "content-type": "application/json", accept: "application/json" },
    body,
    // Followed, a redirect could carry the secret elsewhere.
    redirect: "manual",
    signal: ended
  };
  try {
    return await Promise.race([answerTo(() => fetch(url, init)), aborted(ended)]);
  } catch (cause) {
    if (cause instanceof FogbenderTokenError) throw cause;
    const why = timeout.signal.aborted ? `in ${timeoutSeconds} s` : signal?.aborted ? "before the request was aborted" : "at all";
    const told = signal?.aborted ? signal.reason : wordsOf(cause, secret);
    throw failure("signatures_unreachable", void 0, `The signatures API did not answer ${why}. Try again, or sign with Signer.`, told);
  } finally {
    clearTimeout(timer);
    timeout.abort();
  }
}
function aborted(signal) {
  return new Promise((_, reject) => {
    const end = () => reject(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
  });
}
async function answerTo(ask) {
  const response = await ask();
  const { status } = response;
  if (status === 401 || status === 403) {
    throw failure(
      "signatures_unauthorized",
      void 0,
      `The signatures API refused the secret (status ${status}). Copy it again from Fogbender's settings.`
    );
  }
  if (status !== 200) {
    const answered = status === 0 ? "a redirect" : `status ${Number(status)}`;
    throw failure("signatures_bad_response", void 0, `The signatures API answered with ${answered} instead of 200. Check the url.`);
  }
  return signatureIn(await textOf2(response));
}
async function textOf2(response) {
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
  throw failure("signatures_bad_response", void 0, 'The signatures API answered without {"signatures":{"userJWT":\u2026}}. Check the url.');
}
function checkAnswer(signer, userJWT, identity) {
  let claims;
  try {
    claims = signer.verify(userJWT);
  } catch (cause) {
    throw failure(
      "signatures_bad_response",
      "userJWT",
      "The signatures API answered with a userJWT that does not verify with this secret. Check the url, or sign with Signer.",
      cause
    );
  }
  const { iat, nbf, exp, ...signed } = claims;
  const names = /* @__PURE__ */ new Set([...Object.keys(signed), ...Object.keys(identity)]);
  for (const name of names) {
    if (signed[name] !== identity[name]) {
      throw failure(
        "signatures_bad_response",
        name,
        "The signatures API answered with a userJWT for another identity. Check the url, or sign with Signer."
      );
    }
  }
}

export {
  createSignaturesHandler,
  toNodeHandler,
  requestSignatures
};
