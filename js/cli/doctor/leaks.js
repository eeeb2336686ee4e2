// What no answer may show, whatever was asked.
/** @import { Answer, Row, Subject } from "./types.d.ts" */
import { formsOf } from "../audit/forms.js";
import { HARD_CODED_KEY } from "../audit/patterns.js";
import { searcher } from "../audit/search.js";
import { hasStackTrace, headersWithToken } from "./answer.js";
import { FIX } from "./fixes.js";
import { notRun } from "./rows.js";

const NAMED_SECRET = /"\w*secret\w*"\s*:\s*"[^"]{16,}"/i;

/**
 * Requests that break carelessly written endpoints; their error pages are looked at with the rest.
 * @param {Subject} subject
 */
export async function provoke({ ask, url, sessions: [session = {}] }) {
  await ask("POST, broken JSON", { method: "POST", headers: { ...session, "content-type": "application/json" }, body: '{"userId":' });
  await ask("GET, broken query", { path: `${url.pathname}?userId=%E0%A4%A&%5B%5D[=&=`, headers: session });
}

/**
 * @param {Answer[]} answers
 * @param {string[]} [secrets]
 * @returns {Row[]}
 */
export function leakRows(answers, secrets) {
  const search = secrets && searcher(secrets.flatMap((secret, index) => formsOf(secret, index === 0 ? "secret" : "previous secret")));
  const secretIn = (/** @type {Answer} */ answer) => {
    const bytes = Buffer.from(`${answer.text}\n${JSON.stringify(answer.headers)}`);
    return search?.(bytes, 0, bytes.length).map(({ kind }) => kind)[0];
  };
  /** @type {(test: (answer: Answer) => string | false | undefined) => { answer: Answer, what: string } | undefined} */
  const found = (test) => {
    for (const answer of answers) {
      const what = test(answer);
      if (what) return { answer, what };
    }
    return undefined;
  };
  return [
    secrets
      ? row("no secret in any answer", answers, found(secretIn), FIX.secretLeaks)
      : row(
          "no member named secret",
          answers,
          found(({ text }) => NAMED_SECRET.test(text) && "a member with a name such as secret"),
          FIX.namedSecret,
        ),
    ...(secrets ? [] : [notRun("no secret in any answer", FIX.setSecretToSearch)]),
    row(
      "no widgetKey in any answer",
      answers,
      found(({ text }) => text.search(HARD_CODED_KEY) !== -1 && "a widgetKey"),
      FIX.widgetKey,
    ),
    row(
      "no stack trace in any answer",
      answers,
      found(({ text }) => hasStackTrace(text) && "a stack trace"),
      FIX.stackTrace,
    ),
    row(
      "no token in a header",
      answers,
      found((answer) => headersWithToken(answer)[0]),
      FIX.tokenInHeader,
    ),
  ];
}

/**
 * @param {string} check
 * @param {Answer[]} answers
 * @param {{ answer: Answer, what: string } | undefined} found
 * @param {string} fix
 * @returns {Row}
 */
function row(check, answers, found, fix) {
  if (found === undefined) return { check, result: "ok", sent: "all requests", cameBack: `nothing in ${answers.length} answers` };
  const { answer, what } = found;
  return { check, result: "wrong", sent: answer.sent, cameBack: `${answer.status}, ${what}`, fix };
}
