// What your endpoint answered: a whole token, or an error that says why there is none.
/** @import { ErrorCode, Problem } from "../entries/index.d.ts" */
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
    refuse(
      status > 501 && status < 505 ? "endpoint_unreachable" : "endpoint_failed",
      `with status ${status}. Check its address and its log.`,
    );
  if (answer === undefined) {
    const found = /^\s*</.test(text) ? "HTML" : text ? "text" : "nothing";
    refuse("endpoint_not_json", `with ${found} instead of JSON. Check its address. It must answer 401 when nobody is signed in.`);
  }
  if (!(answer?.token instanceof Object)) refuse("token_missing", "without a token. Give createSignaturesHandler your widgetId.");
  return checkUserToken(answer.token, expect);
}

/**
 * @param {ErrorCode} code
 * @param {string} what
 * @returns {never}
 */
function refuse(code, what) {
  throw failure(code, undefined, `Your token endpoint answered ${what}`);
}

/**
 * The server's error in the server's words, if it has the form of ours.
 * @param {{ problems?: unknown }} sent
 * @param {number} status
 */
function sentError(sent, status) {
  const message = `Your token endpoint answered with status ${status} and the error ${JSON.stringify(sent)}. Check its log.`;
  const problems = [sent.problems, [sent]].find(areProblems);
  return problems ? new FogbenderTokenError(problems.map(shownProblem)) : failure("endpoint_failed", undefined, shown(message));
}

/**
 * @param {unknown} given
 * @returns {given is Problem[]}
 */
const areProblems = (given) => Array.isArray(given) && given[0] !== undefined && given.every(isProblem);

/** @param {Partial<Problem> | null | undefined} given */
const isProblem = (given) => /^\w{1,40}$/.test(given?.code ?? "") && typeof given?.message === "string";

/**
 * @param {Problem} problem
 * @returns {Problem}
 */
function shownProblem({ code, field, message }) {
  return {
    code: /** @type {ErrorCode} */ (String(code)),
    ...(typeof field === "string" && { field: shown(field) }),
    message: shown(message),
  };
}

/**
 * Another's words: without a JWT in them, and not without end.
 * @param {string} words
 */
const shown = (words) => words.replace(/[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, "(a JWT)").slice(0, 500);
