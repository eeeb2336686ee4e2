import { assembleToken, FogbenderTokenError, type Explanation, type Token, type UserToken } from "fogbender-token";
import { byId, codeBlock, h } from "./dom.js";
import { decodedText, explain, explanationLists, fieldTable } from "./fields.js";
import { FIELDS, KINDS, type Kind } from "./form-fields.js";
import type { Widget } from "./widget.js";

const BY_THE_PAGE = {
  accepted: "Complete",
  refused: "Refused here already",
  crashes: "Fogbender’s login would crash",
  unknown: "Signature not checked yet",
};
const BY_FOGBENDER = {
  accepted: "Fogbender accepts it",
  refused: "Fogbender refuses it",
  crashes: "Fogbender’s login crashes",
  unknown: "Fogbender cannot tell",
};

/** The form that assembles a token on every key stroke, and what can be said about the token beside it. */
export function createForm(widget: Widget | undefined, frame: HTMLElement) {
  const form = byId("form") as HTMLFormElement;
  const inputs = new Map<string, HTMLInputElement | HTMLTextAreaElement>();
  const kinds = KINDS.map(({ kind, label }) => {
    const radio = h("input", {
      type: "radio",
      name: "kind",
      value: kind,
      checked: kind === "user",
      onchange: () => update(),
    });
    return h("label", {}, radio, ` ${label}`);
  });
  const older = h("details", { class: "older" }, h("summary", {}, "More fields"));
  const grid = h("div", { class: "grid" });
  form.append(h("fieldset", { class: "choice" }, h("legend", {}, "Who it is for"), ...kinds), grid, older);
  const olderGrid = h("div", { class: "grid" });
  older.append(olderGrid);
  for (const { name, kinds, note, rows, yes, older: rare } of FIELDS) {
    const attributes = {
      id: `f-${name}`,
      name,
      autocomplete: "off",
      spellcheck: "false",
      "aria-describedby": `f-${name}-help`,
    };
    const input = rows
      ? h("textarea", { ...attributes, rows: String(rows) })
      : h("input", { ...attributes, type: yes ? "checkbox" : "text" });
    input.addEventListener("input", () => update());
    inputs.set(name, input);
    const help = h("p", { id: `f-${name}-help`, class: "help", "data-error": name }, note);
    const field = h(
      "div",
      { class: rows ? "field wide" : "field", "data-kinds": kinds.join(" ") },
      h("label", { for: `f-${name}` }, name),
      input,
      help,
    );
    (rare ? olderGrid : grid).append(field);
  }
  form.addEventListener("submit", (event) => event.preventDefault());

  const status = h("p", { class: "verdict", role: "status", id: "form-status" });
  const json = codeBlock("Token", "token-json");
  const jwt = codeBlock("In the userJWT, not verified", "token-decoded");
  const table = h("div");
  const hints = h("div");
  const decision = h("p", { class: "verdict", role: "status", id: "form-verdict" });
  const ask = h(
    "button",
    { type: "button", id: "ask", disabled: widget === undefined, onclick: () => void askFogbender().catch(failed) },
    "Ask Fogbender",
  );
  byId("assembled").append(h("div", { class: "card" }, status, json.element), h("div", { class: "card" }, jwt.element));
  byId("editable").append(
    h("div", {}, h("h3", {}, "What could be edited"), table, hints),
    h("div", {}, h("div", { class: "bar" }, decision, ask), frame),
  );
  let token: Token | undefined;

  const kind = () => (new FormData(form).get("kind") ?? "user") as Kind;

  function parts() {
    const told: Record<string, unknown> = kind() === "visitor" ? { visitor: true } : {};
    for (const { name, kinds, yes } of FIELDS) {
      const input = inputs.get(name);
      if (input === undefined || !kinds.includes(kind())) continue;
      if (yes && "checked" in input && input.checked) told[name] = true;
      if (!yes && input.value !== "") told[name] = name === "versions" ? versionsOf(input.value) : input.value;
    }
    // The key tells a user's token from the others, so it is there even when nothing is typed.
    if (kind() === "user" && !("userId" in told)) told.userId = "";
    return told;
  }

  function update() {
    for (const field of form.querySelectorAll<HTMLElement>("[data-kinds]")) {
      field.hidden = !field.dataset.kinds?.split(" ").includes(kind());
    }
    const told = parts();
    let problems: FogbenderTokenError["problems"] = [];
    try {
      token = assembleToken(told as Parameters<typeof assembleToken>[0]) as Token;
    } catch (error) {
      if (!(error instanceof FogbenderTokenError)) throw error;
      token = undefined;
      problems = error.problems;
    }
    showProblems(problems);
    json.code.textContent = token ? JSON.stringify(token, null, 2) : "There is no token while a field is wrong.";
    json.copy.disabled = token === undefined;
    ask.disabled = widget === undefined || token === undefined || kind() !== "user";
    jwt.code.textContent = decodedText(told.userJWT);
    frame.dataset.stale = "true";
    show(told, explain(told), "page");
  }

  function showProblems(problems: FogbenderTokenError["problems"]) {
    for (const { name, note } of FIELDS) {
      const own = problems.filter(({ field }) => field === name);
      const input = inputs.get(name);
      const help = byId(`f-${name}-help`);
      // The first problem is the one to fix first; the list below the table has them all.
      help.textContent = own[0]?.message ?? note;
      help.dataset.codes = own.map(({ code }) => code).join(" ");
      if (own.length > 0) input?.setAttribute("aria-invalid", "true");
      else input?.removeAttribute("aria-invalid");
      if (own.length > 0 && older.contains(help)) older.open = true;
    }
    const names = [...new Set(problems.map(({ field, code }) => field ?? code))];
    status.dataset.verdict = names.length > 0 ? "refused" : "complete";
    status.textContent = names.length > 0 ? `To fix: ${names.join(", ")}` : "The token is complete.";
  }

  function show(told: object, explanation: Explanation, judge: "page" | "fogbender") {
    const head = judge === "page" ? "The userJWT says" : "Fogbender says";
    table.replaceChildren(fieldTable(told, explanation, "The token’s fields", head));
    hints.replaceChildren(...explanationLists(explanation));
    decision.dataset.verdict = explanation.verdict;
    decision.dataset.judge = judge;
    decision.textContent = (judge === "page" ? BY_THE_PAGE : BY_FOGBENDER)[explanation.verdict];
  }

  function failed(error: Error) {
    decision.textContent = `This did not work (${error.message}). Is make demo still running?`;
  }

  async function askFogbender() {
    if (widget === undefined || token === undefined) return;
    const asked = token as UserToken;
    frame.dataset.stale = "false";
    const decided = await widget.mount(asked);
    if (asked === token) show(asked, decided, "fogbender");
  }

  return {
    /** Fills the form with a user's token; the widget of another one leaves. */
    load(next: UserToken) {
      widget?.clear("The widget with this token appears here.");
      const values = new Map<string, unknown>(Object.entries(next));
      for (const radio of form.querySelectorAll<HTMLInputElement>("[name=kind]")) radio.checked = radio.value === "user";
      for (const [name, input] of inputs) input.value = name === "versions" ? "" : String(values.get(name) ?? "");
      update();
    },
  };
}

/** `name=version`, one to a line. */
function versionsOf(text: string) {
  const pairs = text.split("\n").filter((line) => line.trim() !== "");
  return Object.fromEntries(pairs.map((pair) => pair.split("=", 2).map((part) => part.trim())));
}
