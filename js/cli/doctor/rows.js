// The rows of the report.
import { hasSignature } from "./answer.js";

/**
 * One question that was asked. `wrong` must be mended, `note` is worth a look, `not run` could not be asked.
 * @typedef {{ check: string, result: "ok" | "wrong" | "note" | "not run", sent: string, cameBack: string, fix?: string }} Row
 */

/** @returns {Row} */
export const ok = (check, answer, cameBack = back(answer)) => ({ check, result: "ok", sent: answer.sent, cameBack });
export const wrong = (check, answer, fix, cameBack = back(answer)) => ({ check, result: "wrong", sent: answer.sent, cameBack, fix });
export const note = (check, answer, fix, cameBack = back(answer)) => ({ check, result: "note", sent: answer.sent, cameBack, fix });
export const notRun = (check, why) => ({ check, result: "not run", sent: "-", cameBack: "-", fix: why });

/** A row that is `ok` or `wrong`. */
export const judged = (check, answer, isRight, fix, cameBack) =>
  isRight ? ok(check, answer, cameBack) : wrong(check, answer, fix, cameBack);

/** What came back, in words, without anything of the body. */
export function back(answer) {
  const { status, headers, failure } = answer;
  if (failure !== undefined) return status === 0 ? failure : `${status}, but ${failure}`;
  const location = headers.location === undefined || !isRedirect(answer) ? "" : ` to ${place(headers.location)}`;
  const type = headers["content-type"] === undefined ? "" : ` ${brief(headers["content-type"].split(";")[0])}`;
  return `${status}${location}${type}${hasSignature(answer) ? ", with a signature" : ""}`;
}

/** Where a redirect leads, without its query, which may hold a token. */
function place(location) {
  const base = "http://here.invalid";
  if (!URL.canParse(location, base)) return "no address";
  const { origin, pathname } = new URL(location, base);
  return brief(`${origin === base ? "" : origin}${pathname}`);
}

/** A server's text, whole or not at all: a part of a secret would not be known as one. */
export const brief = (text) => (text.length <= 80 ? text : "(a long value)");

export const isRedirect = ({ status }) => status >= 300 && status < 400;
export const isHTML = ({ headers }) => /^text\/html\b/i.test(headers["content-type"] ?? "");
