import { decodeUserJWT } from "fogbender-token";
import { widgetId } from "../people.js";
import { byId, codeBlock, h } from "./dom.js";
import { decodedText, explain, explanationLists, fieldTable } from "./fields.js";

const VERDICTS = {
  accepted: "Accepted",
  refused: "Fogbender would refuse it",
  unknown: "Nothing speaks against it; only the secret can tell whether the signature is right",
};
const REQUIRED = ["customerId", "customerName", "userId", "userEmail", "userName"];

/** Explains what is pasted, in this page alone: nothing here makes a request. */
export function createPaste(examples: { label: string; text: string }[]) {
  const input = h("textarea", {
    id: "pasted-text",
    rows: "12",
    spellcheck: "false",
    autocomplete: "off",
    "aria-describedby": "paste-help",
    oninput: () => show(input.value),
  });
  const help =
    "A token as JSON, or a userJWT. To check the signature too, run explainToken(token, secret) on your backend.";
  const buttons = examples.map(({ label, text }, index) =>
    h(
      "button",
      {
        type: "button",
        class: "quiet",
        "data-example": String(index),
        onclick: () => {
          input.value = text;
          show(text);
        },
      },
      label,
    ),
  );
  byId("paste-box").append(
    h("label", { for: "pasted-text" }, "Token or userJWT"),
    input,
    h("p", { class: "help", id: "paste-help" }, help),
    h("div", { class: "bar start" }, ...buttons),
  );
  const verdict = h("p", { class: "verdict", id: "paste-verdict", role: "status" });
  const details = h("div", { id: "paste-details" });
  const jwt = codeBlock("In the userJWT, not verified", "paste-decoded");
  byId("pasted").append(h("div", { class: "card" }, verdict, details), h("div", { class: "card" }, jwt.element));
  show("");

  function show(text: string) {
    const { token, note } = read(text.trim());
    jwt.code.textContent = decodedText(token && "userJWT" in token ? token.userJWT : undefined);
    if (token === undefined) {
      verdict.dataset.verdict = "none";
      verdict.textContent = note;
      details.replaceChildren();
      return;
    }
    const explanation = explain(token);
    verdict.dataset.verdict = explanation.verdict;
    verdict.textContent = VERDICTS[explanation.verdict];
    details.replaceChildren(
      h("p", { class: "help" }, note),
      ...explanationLists(explanation),
      fieldTable(token, explanation, "The pasted token’s fields"),
    );
  }
}

/** What was pasted, as a token; or what to paste instead. */
function read(text: string): { token?: object; note: string } {
  if (text === "") return { note: "Waiting for something to explain." };
  if (/^[A-Za-z0-9+/]{32}$/.test(text))
    return { note: "This may be a workspace secret. Clear it: a secret belongs on your backend alone." };
  if (/^"?[\w-]+\.[\w-]*\.[\w-]*"?$/.test(text))
    return {
      token: tokenOf(text.replaceAll('"', "")),
      note: "A userJWT alone: its claims are taken as the token’s fields.",
    };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return { token: value, note: "Read as a token." };
  } catch {
    return { note: "This is neither JSON nor a userJWT: names and texts need double quotes." };
  }
  return { note: "This is JSON, but not a token: a token is an object." };
}

/** The token that its page would make of a userJWT. What was not signed is unknown here, and so anybody's to write. */
function tokenOf(userJWT: string) {
  const fields: Record<string, string> = Object.fromEntries(REQUIRED.map((name) => [name, "anything"]));
  try {
    for (const [name, claim] of Object.entries(decodeUserJWT(userJWT).claims)) {
      const known = Object.hasOwn(fields, name) || name === "userAvatarUrl";
      if (known && claim !== null) fields[name] = String(claim);
    }
  } catch {
    // Why it cannot be taken apart, explainToken says.
  }
  return { widgetId, ...fields, userJWT };
}
