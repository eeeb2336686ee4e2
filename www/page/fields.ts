import { decodeUserJWT, explainToken, FogbenderTokenError, type Explanation, type IdentityField, type Json } from "fogbender-token";
import { h } from "./dom.js";

const FIELDS: IdentityField[] = ["customerId", "customerName", "userId", "userEmail", "userName", "userAvatarUrl"];
const WORDS = { signed: "Signed", unsigned: "Editable", mismatch: "Differs" };

/** What can be said of a token without the secret; of one that is too large to look at, that it is. */
export function explain(token: object): Explanation {
  try {
    return explainToken(token);
  } catch (error) {
    if (!(error instanceof FogbenderTokenError)) throw error;
    return { input: "token", verdict: "refused", steps: [], reasons: [...error.problems], fields: {}, consequences: [], hints: [] };
  }
}

/** Field by field: what the token says, what was signed, and so what Alice could edit. */
export function fieldTable(token: object, { fields }: Explanation, caption: string, judge = "The userJWT says") {
  const values = new Map(Object.entries(token));
  const claims = claimsOf(values.get("userJWT"));
  const rows = FIELDS.filter((field) => values.has(field) || fields[field] !== undefined).map((field) => {
    const state = fields[field] ?? "unsigned";
    const value = shown(values.get(field));
    const claim = state === "mismatch" && claims ? shown(claims[field] ?? claims.sub) : undefined;
    return h(
      "tr",
      { "data-field": field, "data-coverage": state },
      h("th", { scope: "row" }, field),
      h("td", {}, value, claim !== undefined && h("span", { class: "claim" }, `signed: ${claim}`)),
      h("td", {}, h("span", { class: "pill", "data-kind": state }, WORDS[state])),
    );
  });
  return h(
    "div",
    { class: "scroll", tabindex: "0", role: "group", "aria-label": caption },
    h(
      "table",
      { class: "fields" },
      h("caption", { class: "hidden" }, caption),
      h("thead", {}, h("tr", {}, ...["Field", "Value", judge].map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, ...rows),
    ),
  );
}

/** Why it is refused, what it lets somebody do, and what else is worth knowing; a browser never has the secret. */
export function explanationLists({ reasons, consequences, hints }: Explanation) {
  return [
    problemList("reasons", reasons),
    problemList("consequences", consequences),
    problemList(
      "hints",
      hints.filter(({ code }) => code !== "signature_not_checked"),
    ),
  ];
}

const OUTCOMES = { goes_on: "goes on", refused: "refused", crashes: "crashes", unknown: "unknown" };

/** The login, step by step, as far as it came. */
export function stepList({ steps }: Explanation) {
  const rows = steps.map(({ step, outcome, message }) =>
    h(
      "li",
      { "data-login-step": step, "data-outcome": outcome },
      h("span", { class: "step" }, h("code", {}, step), h("span", { class: "pill", "data-kind": outcome }, OUTCOMES[outcome])),
      message,
    ),
  );
  return h("ol", { class: "login", "aria-label": "Fogbender’s login, step by step" }, ...rows);
}

/** Codes and what they mean. */
export function problemList(kind: "reasons" | "consequences" | "hints", list: { code: string; field?: string; message: string }[]) {
  return h(
    "ul",
    { class: "problems", "data-list": kind },
    ...list.map(({ code, field, message }) => h("li", { "data-code": code, "data-field": field }, h("code", {}, code), ` ${message}`)),
  );
}

/** The claims, or nothing when the userJWT cannot be taken apart. */
export function claimsOf(userJWT: unknown): { [claim: string]: Json } | undefined {
  return decoded(userJWT)?.claims;
}

/** Header and claims as text, or why there are none. */
export function decodedText(userJWT: unknown) {
  const parts = decoded(userJWT);
  if (parts === undefined) return typeof userJWT === "string" && userJWT !== "" ? "Not a JWT." : "No userJWT.";
  return `header ${JSON.stringify(parts.header, null, 2)}\n\nclaims ${JSON.stringify(parts.claims, null, 2)}`;
}

function decoded(userJWT: unknown) {
  try {
    return decodeUserJWT(userJWT as string);
  } catch {
    return undefined;
  }
}

const shown = (value: unknown) => (value === "" ? "empty" : typeof value === "string" ? value : (JSON.stringify(value) ?? "absent"));
