import { explainToken, FogbenderTokenError, type Explanation } from "fogbender-token";
import { byId, codeBlock, h } from "./dom.js";
import { claimsOf, decodedText, explanationLists, fieldTable, stepList } from "./fields.js";

const VERDICTS = {
  accepted: "Accepted",
  refused: "Fogbender would refuse it",
  crashes: "Fogbender’s login would crash, and the widget would show nothing",
  unknown: "Nothing speaks against it; only the secret can tell whether the signature is right",
};
const READ_AS = {
  token: "Read as a token.",
  answer: "Read as your endpoint’s answer, with the token in it.",
  init_token: "Read as the widget’s message to its frame, with the token in it.",
  user_jwt: "Read as a userJWT alone: its claims are taken as the token’s fields.",
};

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
  const help = "To check the signature too, run explainToken(token, secret) on your backend.";
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
    h("label", { for: "pasted-text" }, "Token, answer or userJWT"),
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
    const { explanation, note } = read(text.trim());
    const token = explanation === undefined ? {} : tokenIn(text, explanation);
    jwt.code.textContent = decodedText(token.userJWT);
    verdict.dataset.verdict = explanation?.verdict ?? "none";
    verdict.textContent = explanation ? VERDICTS[explanation.verdict] : note;
    details.replaceChildren();
    if (explanation === undefined) return;
    details.append(
      h("p", { class: "help" }, note),
      ...explanationLists(explanation),
      fieldTable(token, explanation, "The pasted token’s fields"),
      stepList(explanation),
    );
  }
}

/** What can be said of a text; or what to paste instead. */
function read(text: string): { explanation?: Explanation; note: string } {
  if (text === "") return { note: "Waiting for something to explain." };
  if (/^[A-Za-z0-9+/]{32}$/.test(text))
    return { note: "This may be a workspace secret. Clear it: a secret belongs on your backend alone." };
  try {
    const explanation = explainToken(text);
    return { explanation, note: READ_AS[explanation.input] };
  } catch (error) {
    if (!(error instanceof FogbenderTokenError)) throw error;
    return { note: error.problems.map(({ message }) => message).join(" ") };
  }
}

/** The fields' values, to show them beside the verdict: the token itself, or what its userJWT says. */
function tokenIn(text: string, { input }: Explanation): Record<string, unknown> {
  const whole = input === "user_jwt" && !text.includes("{") ? undefined : parsed(text);
  const token = { token: whole, answer: whole?.token ?? whole?.signatures, init_token: whole?.initToken, user_jwt: whole }[input];
  const userJWT = token?.userJWT ?? /[\w-]+\.[\w-]*\.[\w-]*/.exec(text.replace(/\s/g, "").replace(/^"?Bearer/, ""))?.[0];
  return token?.userId === undefined ? { ...claimsOf(userJWT), userJWT } : token;
}

/** An object in a text, also where the whole was made a JSON text once more. */
function parsed(text: string) {
  const value: unknown = JSON.parse(text);
  return typeof value === "string" ? JSON.parse(value) : value;
}
