// What no answer may show, whatever was asked.
import { formsOf } from "../audit/forms.js";
import { HARD_CODED_KEY } from "../audit/patterns.js";
import { searcher } from "../audit/search.js";
import { hasStackTrace, headersWithToken } from "./answer.js";
import { notRun } from "./rows.js";

const NAMED_SECRET = /"\w*secret\w*"\s*:\s*"[^"]{16,}"/i;

/** Requests that break carelessly written endpoints; their error pages are looked at with the rest. */
export async function provoke({ ask, url, session = {} }) {
  await ask("POST, broken JSON", { method: "POST", headers: { ...session, "content-type": "application/json" }, body: '{"userId":' });
  await ask("GET, broken query", { path: `${url.pathname}?userId=%E0%A4%A&%5B%5D[=&=`, headers: session });
}

/** @returns {import("./rows.js").Row[]} */
export function leakRows(answers, secrets) {
  const search = secrets && searcher(secrets.flatMap((secret, index) => formsOf(secret, index === 0 ? "secret" : "previous secret")));
  const secretIn = (answer) => {
    const bytes = Buffer.from(`${answer.text}\n${JSON.stringify(answer.headers)}`);
    return search && search(bytes, 0, bytes.length).map(({ kind }) => kind)[0];
  };
  const found = (test) => answers.map((answer) => [answer, test(answer)]).find(([, what]) => what);
  return [
    secrets
      ? row("no secret in any answer", answers, found(secretIn), "Whoever reads it can sign for everybody: reset the secret in Fogbender's settings, and take it out of the answer.")
      : row("no member named secret", answers, found(({ text }) => NAMED_SECRET.test(text) && "a member with a name such as secret"), "Take it out of the answer, and reset what it shows."),
    ...(secrets ? [] : [notRun("no secret in any answer", "Set FOGBENDER_SECRET to search for the secret in every encoding.")]),
    row("no widgetKey in any answer", answers, found(({ text }) => text.search(HARD_CODED_KEY) !== -1 && "a widgetKey"), "Whoever reads it can be any user: take it out, and reset the secret."),
    row("no stack trace in any answer", answers, found(({ text }) => hasStackTrace(text) && "a stack trace"), "Answer errors with a code, and keep the trace in your log."),
    row("no token in a header", answers, found((answer) => headersWithToken(answer)[0]), "Headers and redirects end up in logs and other sites' hands: send the token in the body alone."),
  ];
}

function row(check, answers, found, fix) {
  if (found === undefined) return { check, result: "ok", sent: "all requests", cameBack: `nothing in ${answers.length} answers` };
  const [answer, what] = found;
  return { check, result: "wrong", sent: answer.sent, cameBack: `${answer.status}, ${what}`, fix };
}
