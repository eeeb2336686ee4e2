// What your endpoint answered: a whole token, or an error that says why there is none.
import { failure, FogbenderTokenError } from "../core/error.js";
import { checkUserToken } from "./user-token.js";

/**
 * The token in an answer.
 * @param {Response} response
 * @param {string} text its body
 * @param {Record<string, unknown>} [expect] what the token must say
 */
export function readAnswer({ status, ok }, text, expect) {
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    // Said below, when nothing else is worse.
  }
  if (answer?.error) throw sentError(answer.error, status);
  // These statuses are of a server that stands before the endpoint.
  if (!ok)
    refuse(/50[234]/.test(status) ? "endpoint_unreachable" : "endpoint_failed", `with status ${status}. Check its address and its log.`);
  if (answer === undefined) {
    const found = /^\s*</.test(text) ? "HTML" : text ? "text" : "nothing";
    refuse("endpoint_not_json", `with ${found} instead of JSON. Check its address. It must answer 401 when nobody is signed in.`);
  }
  if (typeof answer?.token !== "object" || !answer.token)
    refuse("token_missing", "without a token. Give createSignaturesHandler your widgetId.");
  return checkUserToken(answer.token, expect);
}

function refuse(code, what) {
  throw failure(code, undefined, `Your token endpoint answered ${what}`);
}

/** The server's error in the server's words, if it has the form of ours. */
function sentError(sent, status) {
  const message = `Your token endpoint answered with status ${status} and the error ${JSON.stringify(sent)}. Check its log.`;
  const isGood = (problems) => problems?.[0] && problems.every?.(isProblem);
  return new FogbenderTokenError([sent.problems, [sent], [{ code: "endpoint_failed", message }]].find(isGood).map(shownProblem));
}

const isProblem = (given) => /^\w{1,40}$/.test(given?.code) && typeof given.message === "string";

function shownProblem({ code, field, message }) {
  return { code: String(code), ...(typeof field === "string" && { field: shown(field) }), message: shown(message) };
}

/** Another's words: without a JWT in them, and not without end. */
const shown = (words) => words.replace(/[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, "(a JWT)").slice(0, 500);
