// The client's part of the widget's handshake. It takes a token from one page only, and believes nothing in it:
// its own server says whom it is for.
const { app } = document.documentElement.dataset;
const main = document.querySelector("main");

window.addEventListener("message", async ({ origin, source, data }) => {
  if (origin !== app || source !== window.parent || data.initToken === undefined) return;
  tell({ received: data });
  show("checking", "Checking the signature");
  const explanation = await verified(data.initToken);
  decide(data.initToken, explanation);
  tell({ decided: explanation });
});

// The widget waits for this, and answers with the token.
window.parent.postMessage({ type: "APP_IS_READY" }, app);

/** The demo's page draws what happens here; Fogbender's own client tells nobody. */
function tell(what) {
  window.parent.postMessage({ type: "STAND_IN", ...what }, app);
}

/** The widget adds two fields that are not of a user's token to what the page gave it. */
async function verified({ visitUrl, visitorToken, ...token }) {
  const response = await fetch("/verify", { method: "POST", body: JSON.stringify(token) });
  return response.json();
}

function decide({ userName, userId, customerName, customerId }, { verdict, reasons }) {
  if (verdict === "accepted") {
    show("accepted", "Verified, render away!", `${userName} of ${customerName}`, `${userId} · ${customerId}`);
  } else {
    show("refused", "Refused, nothing is rendered", reasons[0]?.code, reasons[0]?.message);
  }
}

function show(state, title, who = "", why = "") {
  main.dataset.state = state;
  main.querySelector("h1").textContent = title;
  main.querySelector(".who").textContent = who;
  main.querySelector(".why").textContent = why;
}
