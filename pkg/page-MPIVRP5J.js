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
  /** @param {unknown} value */
  value(value) {
    try {
      return value instanceof Error && BRAND in value && (this === FogbenderTokenError || this.prototype.isPrototypeOf(value));
    } catch {
      return false;
    }
  }
});
Object.defineProperty(FogbenderTokenError.prototype, BRAND, { value: true });
Object.defineProperty(FogbenderTokenError.prototype, "name", { value: "FogbenderTokenError", configurable: true, writable: true });
function failure(code, field, message, cause) {
  const problem = field === void 0 ? { code, message } : { code, field, message };
  return new FogbenderTokenError([problem], cause === void 0 ? {} : { cause });
}

// js/page/user-token.js
var REQUIRED = "widgetId customerId customerName userId userEmail userName".split(" ");
var SIGNATURES = "userJWT userHMAC userPaseto widgetKey".split(" ");
function checkUserToken(token, expect = {}) {
  const problems = [];
  const add = (code, field, what) => problems.push({ code, field, message: `${field} in the token of your endpoint ${what}` });
  const signatures = SIGNATURES.filter((field) => token[field] != null);
  for (const field of [...REQUIRED, ...signatures]) {
    if (token[field] === void 0) add("field_missing", field, "is missing. Correct your endpoint.");
    else if (typeof token[field] !== "string" || !token[field])
      add("field_invalid", field, "must be a text that is not empty. Correct your endpoint.");
  }
  if (!signatures[0]) add("signature_missing", "userJWT", "is missing. Correct your endpoint.");
  for (const field in expect) {
    const isOther = expect[field] !== void 0 && token[field] !== String(expect[field]);
    if (isOther) add("token_mismatch", field, "is not what the page expects. Load the page again.");
  }
  if (problems[0]) throw new FogbenderTokenError(problems);
  return (
    /** @type {UserToken} */
    /** @type {unknown} */
    token
  );
}
function tokenKey({ widgetId, customerId, userId }) {
  return JSON.stringify([widgetId, customerId, userId]);
}
function lifetime(token) {
  try {
    const payload = atob(
      /** @type {{ userJWT: string }} */
      token.userJWT.split(".")[1].replace(/-/g, "+").replace(/_/g, "/")
    );
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
    refuse(
      status > 501 && status < 505 ? "endpoint_unreachable" : "endpoint_failed",
      `with status ${status}. Check its address and its log.`
    );
  if (answer === void 0) {
    const found = /^\s*</.test(text) ? "HTML" : text ? "text" : "nothing";
    refuse("endpoint_not_json", `with ${found} instead of JSON. Check its address. It must answer 401 when nobody is signed in.`);
  }
  if (!(answer?.token instanceof Object)) refuse("token_missing", "without a token. Give createSignaturesHandler your widgetId.");
  return checkUserToken(answer.token, expect);
}
function refuse(code, what) {
  throw failure(code, void 0, `Your token endpoint answered ${what}`);
}
function sentError(sent, status) {
  const message = `Your token endpoint answered with status ${status} and the error ${JSON.stringify(sent)}. Check its log.`;
  const isGood = (given) => given?.[0] && given.every?.(isProblem);
  const itself = { code: "endpoint_failed", message };
  const problems = (
    /** @type {Problem[]} */
    [sent.problems, [sent], [itself]].find(isGood)
  );
  return new FogbenderTokenError(problems.map(shownProblem));
}
var isProblem = (given) => /^\w{1,40}$/.test(given?.code ?? "") && typeof given?.message === "string";
function shownProblem({ code, field, message }) {
  return {
    code: (
      /** @type {ErrorCode} */
      String(code)
    ),
    ...typeof field === "string" && { field: shown(field) },
    message: shown(message)
  };
}
var shown = (words) => words.replace(/[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, "(a JWT)").slice(0, 500);

// js/page/options.js
function checkOptions(url, options = (
  /** @type {T} */
  {}
), more) {
  if (typeof (Object(url).href ?? url) !== "string" || !url) refuse2("url", "must be the address of your endpoint.");
  const names = `headers, credentials, fetch, expect, ${more}`;
  if (!isPlain(options)) refuse2("options", `must be a plain object with ${names}.`, "not_an_object");
  for (const [name, value] of Object.entries(options)) {
    if (!names.split(", ").includes(name)) refuse2(name, `is not an option. The options are: ${names}.`, "option_unknown");
    if (value === void 0) continue;
    if (name === "fetch" && typeof value !== "function") refuse2(name, "must be a function.");
    if (name === "expect" && !isPlain(value)) refuse2(name, "must be a plain object.");
    if (name === "refreshBeforeSeconds" && !(typeof value === "number" && value >= 0))
      refuse2(name, "must be a number of seconds, 0 or more.");
  }
  return options;
}
var isPlain = (value) => ({}).toString.call(value) === "[object Object]";
function refuse2(name, why, code = "option_invalid") {
  throw failure(code, name, `${name} ${why}`);
}

// js/page/fetch-token.js
async function fetchToken(url, options) {
  const { fetch = globalThis.fetch, expect, ...request } = checkOptions(url, options, "signal");
  for (const [name, value] of Object.entries(request)) {
    try {
      new Request("http://a", { [name]: value });
    } catch {
      refuse2(name, "must be what fetch takes.");
    }
  }
  let response, text;
  try {
    const headers = new Headers(request.headers);
    headers.set("accept", "application/json");
    response = await fetch(url, { ...request, headers, cache: "no-store" });
    if (response.status === 401) return void 0;
    text = await response.text();
  } catch (cause) {
    if (request.signal?.aborted) throw failure("endpoint_aborted", void 0, "The request was aborted. Ask again.", cause);
    const message = "Your token endpoint did not answer. Check the network, its address, CORS and CSP.";
    throw failure("endpoint_unreachable", void 0, message, cause);
  }
  return readAnswer(response, text, expect);
}

// js/page/tell.js
var told;
function tell(error) {
  try {
    if (process.env.NODE_ENV === "production") return;
  } catch {
  }
  if (error.message === told) return;
  told = error.message;
  console.error(error);
}

// js/page/store.js
var LOADING = { status: "loading" };
var STORE_OPTIONS = "refreshBeforeSeconds";
var SIGNED_OUT = { status: "signed-out" };
function createTokenStore(url, options) {
  const { refreshBeforeSeconds, ...request } = checkOptions(url, options, STORE_OPTIONS);
  return tokenStore((signal) => fetchToken(url, { ...request, signal }), refreshBeforeSeconds);
}
var LONGEST_WAIT = 36e5;
function tokenStore(ask, refreshBeforeSeconds) {
  const listeners = /* @__PURE__ */ new Set();
  let snapshot = LOADING;
  let request;
  let refreshAt = NaN;
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
    refreshAt = NaN;
    show(SIGNED_OUT);
  }
  async function refresh() {
    abort();
    const own = new AbortController();
    request = own;
    if (!snapshot.token) show(LOADING);
    const next = await ask(own.signal).then(
      (token) => token ? { status: "ready", token } : SIGNED_OUT,
      // The network is gone for a moment: that says nothing of the session.
      (error) => error.code === "endpoint_unreachable" && snapshot.token ? { ...snapshot, error } : { status: "error", error }
    );
    if (request !== own) return;
    request = void 0;
    if (next.error) tell(next.error);
    refreshAt = refreshTime(
      next,
      /** @type {number} */
      refreshBeforeSeconds
    );
    wait();
    show(next);
  }
  function wait() {
    clearTimeout(timer);
    if (request || !listeners.size) return;
    const milliseconds = refreshAt - Date.now();
    if (milliseconds > 0) {
      timer = setTimeout(wait, Math.min(milliseconds, LONGEST_WAIT));
      timer.unref?.();
    } else if (milliseconds <= 0 && !globalThis.document?.hidden) {
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
    globalThis[method]?.(
      "pageshow",
      /** @type {EventListener} */
      returned
    );
  }
  function subscribe(listener) {
    const own = () => listener();
    listeners.add(own);
    if (listeners.size === 1) {
      watch("addEventListener");
      queueMicrotask(() => snapshot === LOADING && !request && listeners.size ? refresh() : wait());
    }
    return () => {
      if (!listeners.delete(own) || listeners.size) return;
      watch("removeEventListener");
      abort();
    };
  }
  return { get: () => snapshot, subscribe, refresh, clear };
}
function refreshTime({ token, error }, beforeSeconds) {
  const seconds = lifetime(token) - beforeSeconds;
  return Date.now() + 1e3 * Math.max(error ? 0 * seconds : seconds, 30);
}

export {
  FogbenderTokenError,
  tokenKey,
  checkOptions,
  refuse2 as refuse,
  fetchToken,
  tell,
  STORE_OPTIONS,
  SIGNED_OUT,
  createTokenStore,
  tokenStore
};
