/** @import { Answer, Asked } from "./answer.js" */
import { answering } from "./answer.js";
import { BODY_HEADERS, bodyText } from "./body.js";
import { readSettings } from "./handler-options.js";

/**
 * Under this a handler keeps what it answers with, so that `toNodeHandler` needs no Response. All copies of this package in
 * one process, such as its ESM and its CommonJS form, share the symbol.
 */
const ANSWER = Symbol.for("fogbender-token.answer");

/**
 * @param {object} handler
 * @returns {undefined | ((asked: Asked) => Promise<Answer>)}
 */
export const answerOf = (handler) => /** @type {{ [ANSWER]?: (asked: Asked) => Promise<Answer> }} */ (handler)[ANSWER];

/** @type {typeof import("../entries/index.d.ts").createSignaturesHandler} */
export function createSignaturesHandler(options) {
  const answer = answering(readSettings(options));
  /** @type {ReturnType<typeof createSignaturesHandler>} */
  async function signatures(request, ...rest) {
    const { status, headers, body } = await answer(askedBy(request, rest));
    return new Response(body, { status, headers });
  }
  return Object.defineProperty(signatures, ANSWER, { value: answer });
}

/** @type {(request: Request, rest: unknown[]) => Asked} */
const askedBy = (request, rest) => ({
  method: request.method,
  header: (name) => request.headers.get(name),
  body: () => bodyText(request),
  request: () => (request.method === "POST" && request.body ? withoutBody(request) : request),
  rest,
});

/**
 * `identify` may clone the request or hand it to an SDK: a body that was read before would make that fail.
 * @param {Request} request
 */
function withoutBody({ url, method, headers: given, signal }) {
  const headers = new Headers(given);
  for (const name of BODY_HEADERS) headers.delete(name);
  return new Request(url, { method, headers, signal });
}
