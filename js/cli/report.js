// Results for people: aligned plain text.
import { columns, json, paragraph } from "./terminal.js";

/** An object's members, a line each. */
export const members = (object, indent) => {
  const rows = Object.entries(object).map(([name, value]) => [name, typeof value === "string" ? value : json(value)]);
  return columns(rows, { indent });
};

/** What `explainToken` gave. */
export function explanation({ verdict, input, steps = [], reasons = [], fields = {}, consequences = [], hints = [] }) {
  const head = [["Verdict", verdict]];
  if (input !== undefined) head.push(["Read as", input]);
  return [
    ...columns(head),
    ...part("Reasons", reasons.flatMap(problem)),
    ...part("Steps", columns(steps.map(({ step, result, message = "" }) => [step, result, message]), { indent: 2 })),
    ...part("Fields", members(fields, 2)),
    ...part("Consequences", consequences.flatMap(problem)),
    ...part("Hints", hints.flatMap(problem)),
  ];
}

const part = (title, lines) => (lines.length === 0 ? [] : ["", title, ...lines]);

const problem = ({ code, field, message }) => [...paragraph(field === undefined ? code : `${code} ${field}`, 2), ...paragraph(message, 6)];
