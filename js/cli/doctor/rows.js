// The rows of the report.
/** @import { Answer, Row } from "./types.d.ts" */
import { hasSignature } from "./answer.js";

/** @type {(check: string, answer: Answer, cameBack?: string) => Row} */
export const ok = (check, answer, cameBack = back(answer)) => ({ check, result: "ok", sent: answer.sent, cameBack });
/** @type {(check: string, answer: Answer, fix: string, cameBack?: string) => Row} */
export const wrong = (check, answer, fix, cameBack = back(answer)) => ({ check, result: "wrong", sent: answer.sent, cameBack, fix });
/** @type {(check: string, answer: Answer, fix: string, cameBack?: string) => Row} */
export const note = (check, answer, fix, cameBack = back(answer)) => ({ check, result: "note", sent: answer.sent, cameBack, fix });
/** @type {(check: string, why: string) => Row} */
export const notRun = (check, why) => ({ check, result: "not run", sent: "-", cameBack: "-", fix: why });

/**
 * A row that is `ok` or `wrong`.
 * @type {(check: string, answer: Answer, isRight: boolean, fix: string, cameBack?: string) => Row}
 */
export const judged = (check, answer, isRight, fix, cameBack) =>
  isRight ? ok(check, answer, cameBack) : wrong(check, answer, fix, cameBack);

/**
 * What came back, in words, without anything of the body.
 * @param {Answer} answer
 */
function back(answer) {
  const { status, headers, failure } = answer;
  if (failure !== undefined) return status === 0 ? failure : `${status}, but ${failure}`;
  const location = headers.location === undefined || !isRedirect(answer) ? "" : ` to ${place(headers.location)}`;
  const type = headers["content-type"] === undefined ? "" : ` ${brief(headers["content-type"].split(";")[0])}`;
  return `${status}${location}${type}${hasSignature(answer) ? ", with a signature" : ""}`;
}

/**
 * Where a redirect leads, without its query, which may hold a token.
 * @param {string} location
 */
function place(location) {
  const base = "http://here.invalid";
  if (!URL.canParse(location, base)) return "no address";
  const { origin, pathname } = new URL(location, base);
  return brief(`${origin === base ? "" : origin}${pathname}`);
}

/**
 * A server's text, whole or not at all: a part of a secret would not be known as one.
 * @param {string} text
 */
export const brief = (text) => (text.length <= 80 ? text : "(a long value)");

/** @param {Answer} answer */
export const isRedirect = ({ status }) => status >= 300 && status < 400;
/** @param {Answer} answer */
export const isHTML = ({ headers }) => /^text\/html\b/i.test(headers["content-type"] ?? "");
