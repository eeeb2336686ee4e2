// js/core/error.js
var BRAND = /* @__PURE__ */ Symbol.for("fogbender-token.error");
var FogbenderTokenError = class extends Error {
  /**
   * @param {Problem[]} problems never empty
   * @param {ErrorOptions} [options]
   */
  constructor(problems, options) {
    super(problems.map((problem) => problem.message).join(" "), options);
    this.code = problems[0].code;
    if (problems[0].field !== void 0) this.field = problems[0].field;
    this.problems = problems;
  }
};
Object.defineProperty(FogbenderTokenError, Symbol.hasInstance, {
  value(value) {
    try {
      const isOurs = value instanceof Error && BRAND in value;
      return this === FogbenderTokenError ? isOurs : isOurs && this.prototype.isPrototypeOf(value);
    } catch {
      return false;
    }
  }
});
Object.defineProperty(FogbenderTokenError.prototype, BRAND, { value: true });
Object.defineProperty(FogbenderTokenError.prototype, "name", { value: "FogbenderTokenError", configurable: true, writable: true });
function failure(code, field, message, cause) {
  const problem = field === void 0 ? { code, message } : { code, field, message };
  return new FogbenderTokenError([problem], cause === void 0 ? void 0 : { cause });
}

// js/page/user-token.js
var REQUIRED = ["widgetId", "customerId", "customerName", "userId", "userEmail", "userName"];
var SIGNATURES = ["userJWT", "userHMAC", "userPaseto", "widgetKey"];
function checkUserToken(token, expect = {}) {
  const problems = [];
  const add = (code, field, what) => problems.push({ code, field, message: `${field} in the token of your endpoint ${what}` });
  const check = (field) => isText(token[field]) || add("field_invalid", field, "must be a non-empty text.");
  for (const field of REQUIRED) token[field] === void 0 ? add("field_missing", field, "is missing.") : check(field);
  const signatures = SIGNATURES.filter((field) => token[field] != null);
  signatures.forEach(check);
  if (signatures.length === 0) add("signature_missing", "userJWT", "is missing.");
  for (const field in expect) {
    const isOther = expect[field] != null && token[field] !== String(expect[field]);
    if (isOther) add("token_mismatch", field, "is not what the page expects. Load the page again.");
  }
  if (problems.length > 0) throw new FogbenderTokenError(problems);
  return token;
}
var isText = (value) => typeof value === "string" && value !== "";
function tokenKey({ widgetId, customerId, userId }) {
  return JSON.stringify([widgetId, customerId, userId]);
}
function lifetime({ userJWT }) {
  try {
    const payload = atob(userJWT.split(".")[1].replace(/-/g, "+").replace(/_/g, "/"));
    const { exp, iat = Date.now() / 1e3 } = JSON.parse(payload);
    return exp - iat;
  } catch {
    return NaN;
  }
}

// js/page/answer.js
function readAnswer({ status, ok }, text, expect) {
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
  }
  if (answer?.error) throw sentError(answer.error, status);
  if (!ok)
    refuse(/50[234]/.test(status) ? "endpoint_unreachable" : "endpoint_failed", `with status ${status}. Check its address and its log.`);
  if (answer === void 0) {
    const found = /^\s*</.test(text) ? "HTML" : text ? "text" : "nothing";
    refuse("endpoint_not_json", `with ${found} instead of JSON. Check its address; it must answer 401 when nobody is signed in.`);
  }
  if (typeof answer?.token !== "object" || !answer.token)
    refuse("token_missing", "without a token. Give createSignaturesHandler your widgetId.");
  return checkUserToken(answer.token, expect);
}
function refuse(code, what) {
  throw failure(code, void 0, `Your token endpoint answered ${what}`);
}
function sentError(sent, status) {
  const message = `Your token endpoint answered with status ${status} and the error ${JSON.stringify(sent)}. Check its log.`;
  const isGood = (problems) => problems?.[0] && problems.every?.(isProblem);
  return new FogbenderTokenError([sent.problems, [sent], [{ code: "endpoint_failed", message }]].find(isGood).map(shownProblem));
}
var isProblem = (given) => /^\w{1,40}$/.test(given?.code) && typeof given.message === "string";
function shownProblem({ code, field, message }) {
  return { code: String(code), ...typeof field === "string" && { field: shown(field) }, message: shown(message) };
}
var shown = (words) => words.replace(/[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, "(a JWT)").slice(0, 500);

// js/page/options.js
function checkOptions(options = {}, known) {
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== void 0) refuse2(unknown, `is not an option here. The options are: ${known.join(", ")}.`, "option_unknown");
  return options;
}
function refuse2(name, why, code = "option_invalid") {
  throw failure(code, name, `${name} ${why}`);
}

// js/page/fetch-token.js
var REQUEST_OPTIONS = ["headers", "credentials", "fetch", "expect"];
async function fetchToken(url, options) {
  const { fetch = globalThis.fetch, expect, ...request } = checkRequest(url, options, ["signal"]);
  let response, text;
  try {
    const headers = new Headers(request.headers);
    headers.set("accept", "application/json");
    response = await fetch(url, { ...request, headers, cache: "no-store" });
    if (response.status === 401) return void 0;
    text = await response.text();
  } catch (cause) {
    if (request.signal?.aborted) throw failure("endpoint_aborted", void 0, "The request for the token was aborted.", cause);
    const message = "Your token endpoint did not answer. Check the network, its address, CORS and the page's CSP.";
    throw failure("endpoint_unreachable", void 0, message, cause);
  }
  return readAnswer(response, text, expect);
}
function checkRequest(url, options, more) {
  if (!url) refuse2("url", "must be the address of your token endpoint.");
  return checkOptions(options, [...REQUEST_OPTIONS, ...more]);
}

// js/page/tell.js
var told;
function tell(error) {
  if (error.message === told || !isDevelopment()) return;
  told = error.message;
  console.error(error);
}
function isDevelopment() {
  try {
    return process.env.NODE_ENV !== "production";
  } catch {
    return true;
  }
}

// js/page/store.js
var LOADING = { status: "loading" };
var SIGNED_OUT = { status: "signed-out" };
function createTokenStore(url, options) {
  const { refreshBeforeSeconds, ...request } = checkStore(url, options);
  return tokenStore((signal) => fetchToken(url, { ...request, signal }), refreshBeforeSeconds);
}
function checkStore(url, options, more = []) {
  const given = checkRequest(url, options, ["refreshBeforeSeconds", ...more]);
  if (!((given.refreshBeforeSeconds ?? 0) >= 0)) refuse2("refreshBeforeSeconds", "must be a number of seconds, 0 or more.");
  return given;
}
var LONGEST_WAIT = 36e5;
function tokenStore(ask, refreshBeforeSeconds) {
  const listeners = /* @__PURE__ */ new Set();
  let snapshot = LOADING;
  let request;
  let refreshAt = Infinity;
  let timer;
  function show(next) {
    if (next === snapshot) return;
    snapshot = next;
    for (const listener of [...listeners]) listener();
  }
  function abort() {
    clearTimeout(timer);
    request?.abort();
    request = void 0;
  }
  function clear() {
    abort();
    refreshAt = Infinity;
    show(SIGNED_OUT);
  }
  async function refresh() {
    abort();
    const own = new AbortController();
    request = own;
    if (snapshot.token === void 0) show(LOADING);
    const next = await ask(own.signal).then(
      (token) => token === void 0 ? SIGNED_OUT : { status: "ready", token },
      // The network is gone for a moment: that says nothing of the session.
      (error) => error.code === "endpoint_unreachable" && snapshot.token ? { ...snapshot, error } : { status: "error", error }
    );
    if (request !== own) return;
    request = void 0;
    if (next.error) tell(next.error);
    refreshAt = refreshTime(next, refreshBeforeSeconds);
    wait();
    show(next);
  }
  function wait() {
    clearTimeout(timer);
    if (refreshAt === Infinity || request !== void 0 || listeners.size === 0) return;
    const milliseconds = refreshAt - Date.now();
    if (milliseconds > 0) {
      timer = setTimeout(wait, Math.min(milliseconds, LONGEST_WAIT));
      timer.unref?.();
    } else if (!globalThis.document?.hidden) {
      refresh();
    }
  }
  function returned({ persisted }) {
    if (!persisted || snapshot === SIGNED_OUT) return;
    show(LOADING);
    refresh();
  }
  function watch(method) {
    globalThis[method]?.("visibilitychange", wait);
    globalThis[method]?.("pageshow", returned);
  }
  function subscribe(listener) {
    const own = () => listener();
    listeners.add(own);
    if (listeners.size === 1) {
      watch("addEventListener");
      queueMicrotask(() => snapshot === LOADING && request === void 0 && listeners.size > 0 ? refresh() : wait());
    }
    return () => {
      if (!listeners.delete(own) || listeners.size > 0) return;
      watch("removeEventListener");
      abort();
    };
  }
  return { get: () => snapshot, subscribe, refresh, clear };
}
function refreshTime({ token, error }, beforeSeconds) {
  const seconds = token && lifetime(token) - beforeSeconds;
  return Number.isFinite(seconds) ? Date.now() + 1e3 * Math.max(error ? 0 : seconds, 30) : Infinity;
}

export {
  FogbenderTokenError,
  tokenKey,
  refuse2 as refuse,
  fetchToken,
  tell,
  SIGNED_OUT,
  createTokenStore,
  checkStore,
  tokenStore
};
