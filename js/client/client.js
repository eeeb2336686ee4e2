// The client's part of the widget's handshake. It takes a token from the pages of one app only, and believes nothing in it:
// its own server says whom it is for.
/**
 * @import { Explanation } from "../entries/index.d.ts"
 * @typedef {Record<string, string>} Token
 * @typedef {Omit<Explanation, "input" | "reasons"> & { reasons: { code: string, message: string }[] }} Decision
 */

const app = String(document.documentElement.dataset.app);
const main = /** @type {HTMLElement} */ (document.querySelector("main"));

/** @type {Record<string, string>} */
const TITLES = {
  accepted: "Verified, render away!",
  refused: "Refused, nothing is rendered",
  crashes: "Fogbender’s login crashes, nothing is rendered",
  unknown: "Only Fogbender can tell",
};

if (window.parent === window) {
  show("waiting", "This page belongs in the widget’s frame", "", `Open your app at ${app}`);
} else {
  window.addEventListener("message", receive);
  // The widget waits for this, and answers with the token.
  window.parent.postMessage({ type: "APP_IS_READY" }, app);
}

/** @param {MessageEvent} event */
async function receive({ origin, source, data }) {
  if (origin !== app || source !== window.parent || data?.initToken === undefined) return;
  tell({ received: data });
  show("checking", "Checking the signature");
  const explanation = await verified(data.initToken);
  decide(data.initToken, explanation);
  tell({ decided: explanation });
}

/**
 * For a page that draws what happens here, such as the demo; Fogbender's own client tells nobody.
 * @param {object} what
 */
function tell(what) {
  window.parent.postMessage({ type: "STAND_IN", ...what }, app);
}

/**
 * The widget adds two fields to what the page gave it. An error is a refusal with its reason.
 * @param {Token} token
 * @returns {Promise<Decision>}
 */
async function verified({ visitUrl, visitorToken, ...token }) {
  try {
    const response = await fetch("/verify", { method: "POST", body: JSON.stringify(token) });
    const answer = await response.json();
    return response.ok ? answer : refused(answer.error.message, answer.error.problems?.[0].code);
  } catch {
    return refused("The stand-in does not answer. Was it stopped?", "unreachable");
  }
}

/** @type {(message: string, code: string) => Decision} */
const refused = (message, code) => ({
  verdict: "refused",
  steps: [],
  reasons: [{ code, message }],
  fields: {},
  consequences: [],
  hints: [],
});

/**
 * @param {Token} token
 * @param {Decision} decision
 */
function decide(token, { verdict, reasons: [reason], steps, hints }) {
  if (verdict === "accepted") return show(verdict, TITLES[verdict], ...nameOf(token));
  show(verdict, TITLES[verdict], reason?.code, reason?.message ?? (steps.at(-1) ?? hints[0])?.message);
}

/** @param {Token} token */
function nameOf({ userId, userName, customerId, customerName }) {
  return userId === undefined ? ["Somebody without a name"] : [`${userName} of ${customerName}`, `${userId} · ${customerId}`];
}

/**
 * @param {string} state
 * @param {string} title
 * @param {string} [who]
 * @param {string} [why]
 */
function show(state, title, who = "", why = "") {
  main.dataset.state = state;
  for (const [selector, text] of Object.entries({ h1: title, ".who": who, ".why": why })) {
    /** @type {Element} */ (main.querySelector(selector)).textContent = text;
  }
}
