// The client's part of the widget's handshake. It takes a token from the pages of one app only, and believes nothing in it:
// its own server says whom it is for.
const { app } = document.documentElement.dataset;
const main = document.querySelector("main");

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

async function receive({ origin, source, data }) {
  if (origin !== app || source !== window.parent || data?.initToken === undefined) return;
  tell({ received: data });
  show("checking", "Checking the signature");
  const explanation = await verified(data.initToken);
  decide(data.initToken, explanation);
  tell({ decided: explanation });
}

/** For a page that draws what happens here, such as the demo; Fogbender's own client tells nobody. */
function tell(what) {
  window.parent.postMessage({ type: "STAND_IN", ...what }, app);
}

/** The widget adds two fields to what the page gave it. An error is a refusal with its reason. */
async function verified({ visitUrl, visitorToken, ...token }) {
  try {
    const response = await fetch("/verify", { method: "POST", body: JSON.stringify(token) });
    const answer = await response.json();
    return response.ok ? answer : refused(answer.error.message, answer.error.problems?.[0].code);
  } catch {
    return refused("The stand-in does not answer. Was it stopped?", "unreachable");
  }
}

const refused = (message, code) => ({
  verdict: "refused",
  steps: [],
  reasons: [{ code, message }],
  fields: {},
  consequences: [],
  hints: [],
});

function decide(token, { verdict, reasons: [reason], steps, hints }) {
  if (verdict === "accepted") show(verdict, TITLES[verdict], ...nameOf(token));
  else show(verdict, TITLES[verdict], reason?.code, reason?.message ?? (steps.at(-1) ?? hints[0])?.message);
}

function nameOf({ userId, userName, customerId, customerName }) {
  return userId === undefined ? ["Somebody without a name"] : [`${userName} of ${customerName}`, `${userId} · ${customerId}`];
}

function show(state, title, who = "", why = "") {
  main.dataset.state = state;
  main.querySelector("h1").textContent = title;
  main.querySelector(".who").textContent = who;
  main.querySelector(".why").textContent = why;
}
