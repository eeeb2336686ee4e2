// Results for people: aligned plain text.
/** @import { Explanation } from "../entries/index.d.ts" */
import { columns, json, paragraph } from "./terminal.js";

/**
 * An object's members, a line each.
 * @type {(object: object, indent: number) => string[]}
 */
export const members = (object, indent) => {
  const rows = Object.entries(object).map(([name, value]) => [name, typeof value === "string" ? value : json(value)]);
  return columns(rows, { indent });
};

/** What `explainToken` took its input for. */
const INPUTS = {
  token: "a token",
  answer: "an endpoint's answer, with the token in it",
  init_token: "the message to the widget's frame, with the token in it",
  user_jwt: "a userJWT alone",
};

/**
 * What `explainToken` gave.
 * @param {Explanation} explanation
 */
export function explanation({ verdict, input, steps, reasons, fields, consequences, hints }) {
  return [
    ...columns([
      ["Verdict", verdict],
      ["Read as", INPUTS[input]],
    ]),
    ...part("Reasons", reasons.flatMap(problem)),
    ...part(
      "Steps",
      columns(
        steps.map(({ step, outcome, message }) => [step, outcome, message].map(spoken)),
        { indent: 2 },
      ),
    ),
    ...part("Fields", members(fields, 2)),
    ...part("Consequences", consequences.flatMap(problem)),
    ...part("Hints", hints.flatMap(problem)),
  ];
}

/**
 * A name as words: goes_on, signature_kind.
 * @param {string} name
 */
const spoken = (name) => (/^[a-z]+(_[a-z]+)+$/.test(name) ? name.replaceAll("_", " ") : name);

/** @type {(title: string, lines: string[]) => string[]} */
const part = (title, lines) => (lines.length === 0 ? [] : ["", title, ...lines]);

/** @type {(problem: { code: string, field?: string, message: string }) => string[]} */
const problem = ({ code, field, message }) => [...paragraph(field === undefined ? code : `${code} ${field}`, 2), ...paragraph(message, 6)];
