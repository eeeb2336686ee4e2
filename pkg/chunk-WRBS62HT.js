import {
  FIELDS,
  Signer,
  bodyText
} from "./chunk-L5VYZ3N3.js";
import {
  FogbenderTokenError,
  failure,
  readOptions
} from "./chunk-JT2TJXBO.js";

// js/client/client.css
var client_default = ':root {\n  color-scheme: light dark;\n  --paper: light-dark(#ffffff, #1b1d1f);\n  --ink: light-dark(#1d1f21, #eceae6);\n  --quiet: light-dark(#5d6166, #a5a8ab);\n  --line: light-dark(#e4e1db, #34373a);\n  --accent: light-dark(#0b6b61, #5fd0bf);\n}\n\n* {\n  box-sizing: border-box;\n  margin: 0;\n}\n\nhtml,\nbody {\n  height: 100%;\n}\n\nbody {\n  display: flex;\n  flex-direction: column;\n  background: var(--paper);\n  color: var(--ink);\n  font:\n    15px/1.45 system-ui,\n    sans-serif;\n  text-align: center;\n  overflow-wrap: anywhere;\n}\n\n/* From the top down and at full width, so that nothing moves when the decision comes. */\nmain {\n  flex: 1;\n  display: flex;\n  flex-direction: column;\n  gap: 2px;\n  padding: 12vh 16px 10px;\n  overflow: auto;\n}\n\nh1 {\n  font-size: 15px;\n  font-weight: 600;\n  color: var(--quiet);\n}\n\n.who {\n  font-size: 19px;\n  font-weight: 650;\n  line-height: 1.3;\n}\n\n.why {\n  text-wrap: balance;\n  font-size: 13px;\n  line-height: 1.4;\n  color: var(--quiet);\n}\n\n.mark {\n  width: 36px;\n  height: 36px;\n  margin: 0 auto 6px;\n  flex: none;\n  border: 2px solid var(--line);\n  border-radius: 50%;\n  display: grid;\n  place-items: center;\n  font-size: 17px;\n  line-height: 1;\n}\n\n[data-state="accepted"] .mark {\n  border-color: var(--accent);\n  color: var(--accent);\n}\n\n[data-state="accepted"] .mark::before {\n  content: "\\2713";\n}\n\n[data-state="accepted"] h1 {\n  color: var(--accent);\n}\n\n[data-state="refused"] .mark,\n[data-state="crashes"] .mark {\n  border-color: var(--ink);\n}\n\n[data-state="refused"] .mark::before,\n[data-state="crashes"] .mark::before {\n  content: "\\2715";\n}\n\n[data-state="unknown"] .mark::before {\n  content: "?";\n}\n\n[data-state="refused"] h1,\n[data-state="crashes"] h1 {\n  color: var(--ink);\n}\n\n[data-state="refused"] .who,\n[data-state="crashes"] .who {\n  font:\n    600 14px/1.5 ui-monospace,\n    monospace;\n}\n\nfooter {\n  padding: 6px;\n  border-top: 1px solid var(--line);\n  font-size: 12px;\n  color: var(--quiet);\n}\n';

// js/client/client.js
var client_default2 = '// The client\'s part of the widget\'s handshake. It takes a token from the pages of one app only, and believes nothing in it:\n// its own server says whom it is for.\n/**\n * @import { Explanation } from "../entries/index.d.ts"\n * @typedef {Record<string, string>} Token\n * @typedef {Omit<Explanation, "input" | "reasons"> & { reasons: { code: string, message: string }[] }} Decision\n */\n\nconst app = String(document.documentElement.dataset.app);\nconst main = /** @type {HTMLElement} */ (document.querySelector("main"));\n\n/** @type {Record<string, string>} */\nconst TITLES = {\n  accepted: "Verified, render away!",\n  refused: "Refused, nothing is rendered",\n  crashes: "Fogbender\u2019s login crashes, nothing is rendered",\n  unknown: "Only Fogbender can tell",\n};\n\nif (window.parent === window) {\n  show("waiting", "This page belongs in the widget\u2019s frame", "", `Open your app at ${app}`);\n} else {\n  window.addEventListener("message", receive);\n  // The widget waits for this, and answers with the token.\n  window.parent.postMessage({ type: "APP_IS_READY" }, app);\n}\n\n/** @param {MessageEvent} event */\nasync function receive({ origin, source, data }) {\n  if (origin !== app || source !== window.parent || data?.initToken === undefined) return;\n  tell({ received: data });\n  show("checking", "Checking the signature");\n  const explanation = await verified(data.initToken);\n  decide(data.initToken, explanation);\n  tell({ decided: explanation });\n}\n\n/**\n * For a page that draws what happens here, such as the demo; Fogbender\'s own client tells nobody.\n * @param {object} what\n */\nfunction tell(what) {\n  window.parent.postMessage({ type: "STAND_IN", ...what }, app);\n}\n\n/**\n * The widget adds two fields to what the page gave it. An error is a refusal with its reason.\n * @param {Token} token\n * @returns {Promise<Decision>}\n */\nasync function verified({ visitUrl, visitorToken, ...token }) {\n  try {\n    const response = await fetch("/verify", { method: "POST", body: JSON.stringify(token) });\n    const answer = await response.json();\n    return response.ok ? answer : refused(answer.error.message, answer.error.problems?.[0].code);\n  } catch {\n    return refused("The stand-in does not answer. Was it stopped?", "unreachable");\n  }\n}\n\n/** @type {(message: string, code: string) => Decision} */\nconst refused = (message, code) => ({\n  verdict: "refused",\n  steps: [],\n  reasons: [{ code, message }],\n  fields: {},\n  consequences: [],\n  hints: [],\n});\n\n/**\n * @param {Token} token\n * @param {Decision} decision\n */\nfunction decide(token, { verdict, reasons: [reason], steps, hints }) {\n  if (verdict === "accepted") return show(verdict, TITLES[verdict], ...nameOf(token));\n  show(verdict, TITLES[verdict], reason?.code, reason?.message ?? (steps.at(-1) ?? hints[0])?.message);\n}\n\n/** @param {Token} token */\nfunction nameOf({ userId, userName, customerId, customerName }) {\n  return userId === undefined ? ["Somebody without a name"] : [`${userName} of ${customerName}`, `${userId} \xB7 ${customerId}`];\n}\n\n/**\n * @param {string} state\n * @param {string} title\n * @param {string} [who]\n * @param {string} [why]\n */\nfunction show(state, title, who = "", why = "") {\n  main.dataset.state = state;\n  for (const [selector, text] of Object.entries({ h1: title, ".who": who, ".why": why })) {\n    /** @type {Element} */ (main.querySelector(selector)).textContent = text;\n  }\n}\n';

// js/client/index.html
var client_default3 = '<!doctype html>\n<html lang="en" data-app="{{app}}">\n  <head>\n    <meta charset="utf-8" />\n    <meta name="viewport" content="width=device-width, initial-scale=1" />\n    <meta name="color-scheme" content="light dark" />\n    <title>Fogbender\u2019s messaging client (stand-in)</title>\n    <link rel="stylesheet" href="client.css" />\n    <script type="module" src="client.js"></script>\n  </head>\n  <body>\n    <main data-state="waiting" aria-live="polite">\n      <p class="mark" aria-hidden="true"></p>\n      <h1>Waiting for the token</h1>\n      <p class="who"></p>\n      <p class="why"></p>\n    </main>\n    <footer>Stand-in for Fogbender\u2019s client</footer>\n  </body>\n</html>\n';

// js/server/client-page.js
var POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";
function clientPage(app) {
  const wrong = wrongOrigin(app);
  if (wrong !== void 0) throw failure("option_invalid", "app", `app ${wrong}`);
  const headers = {
    "content-security-policy": `${POLICY}; frame-ancestors ${app}`,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store"
  };
  const file = (type, body) => ({ body, headers: { ...headers, "content-type": `text/${type}; charset=utf-8` } });
  return /* @__PURE__ */ new Map([
    ["/", file("html", client_default3.replace("{{app}}", app))],
    ["/client.css", file("css", client_default)],
    ["/client.js", file("javascript", client_default2)]
  ]);
}
function wrongOrigin(app) {
  const origin = typeof app === "string" && URL.canParse(app) ? new URL(app).origin : "";
  const isWeb = /^https?:\/\/[\w.:[\]-]+$/.test(origin);
  if (isWeb && origin === app) return void 0;
  const like = isWeb ? origin : "http://localhost:5173";
  return `must be the origin of your app's pages, without a path and without a slash at its end. Write it like ${like}.`;
}

// js/server/stand-in.js
var JSON_HEADERS = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };
var API = ["/signatures", "/tokens", "/verify"];
var FROM_ELSEWHERE = "A page of another origin asks. Call this from your backend, without the header Origin.";
var STATUS = { too_large: 413, bearer_invalid: 403 };
function createStandIn(options) {
  const given = readOptions(options, ["secret", "allowShortSecret", "app", "onDecision"]);
  const { secret, allowShortSecret, app, onDecision = () => {
  } } = (
    /** @type {StandInOptions} */
    given
  );
  if (typeof onDecision !== "function") {
    throw failure("option_invalid", "onDecision", "onDecision must be a function. Leave it out, or give one.");
  }
  const page = app === void 0 ? /* @__PURE__ */ new Map() : clientPage(app);
  const signer = new Signer(secret, { allowShortSecret });
  const bytes = typeof secret === "string" ? new TextEncoder().encode(secret) : Uint8Array.from(secret);
  const keyPromise = crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);
  bytes.fill(0);
  function decide(text) {
    const explanation = signer.explain(text);
    onDecision(explanation, text);
    return explanation;
  }
  return async function standIn(request) {
    try {
      const { host, pathname } = new URL(request.url);
      const file = page.get(pathname);
      if (file !== void 0) return fileOf(file, request.method);
      if (!API.includes(pathname)) return refusal(404, "This path does not exist. Use /signatures, /tokens or /verify.");
      if (request.method !== "POST") return refusal(405, "Only POST is answered here. Send a POST.");
      if (isFromElsewhere(request, host)) return refusal(403, FROM_ELSEWHERE);
      if (pathname === "/verify") return answer(200, decide(await bodyText(request)));
      const key = await keyPromise;
      await checkBearer(key, secret, request.headers.get("authorization"));
      const signatures = await signaturesOf(signer, key, await bodyText(request));
      return answer(200, { token: signatures, signatures });
    } catch (error) {
      if (!(error instanceof FogbenderTokenError)) throw error;
      return refusal(STATUS[error.code] ?? 400, error.message, error.problems);
    }
  };
}
function fileOf({ body, headers }, method) {
  if (method !== "GET" && method !== "HEAD") return refusal(405, "Only GET is answered here. Send a GET.");
  return new Response(method === "GET" ? body : null, { headers });
}
function isFromElsewhere(request, host) {
  const origin = request.headers.get("origin");
  return origin !== null && !origin.endsWith(`://${host}`);
}
async function signaturesOf(signer, key, text) {
  const body = parse(text);
  const claims = Object.fromEntries(Object.entries(body).filter(([name]) => !FIELDS.some((field) => field === name)));
  const userJWT = signer.sign(body, { claims, partial: true, issuedAt: false });
  const userHMAC = hex(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(body.userId)));
  return { ...body, userHMAC, userJWT };
}
function parse(text) {
  let body;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    throw failure("not_an_object", "body", "The body is not JSON. Send the identity as a JSON object.", cause);
  }
  if (typeof body === "object" && body !== null && !Array.isArray(body)) return body;
  throw failure("not_an_object", "body", "The body must be a JSON object. Send the identity as one.");
}
async function checkBearer(key, secret, authorization) {
  const [, given] = /^Bearer ([^\s,]+)$/.exec(authorization ?? "") ?? [];
  if (given === void 0)
    throw failure(
      "bearer_invalid",
      "authorization",
      "The Authorization header must be the word Bearer, one space and the secret. Send it so."
    );
  const encoder = new TextEncoder();
  const own = typeof secret === "string" ? encoder.encode(secret) : (
    /** @type {Uint8Array<ArrayBuffer>} */
    secret
  );
  const isOwn = await crypto.subtle.verify("HMAC", key, await crypto.subtle.sign("HMAC", key, own), encoder.encode(given));
  if (!isOwn)
    throw failure(
      "bearer_invalid",
      "authorization",
      "The secret behind Bearer is not the stand-in's. Give your backend the secret that the stand-in has."
    );
}
var hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
var answer = (status, body) => new Response(JSON.stringify(body), { status, headers: JSON_HEADERS });
var refusal = (status, message, problems) => answer(status, { error: problems === void 0 ? { message } : { message, problems } });

export {
  wrongOrigin,
  createStandIn
};
