/** @import { Message, NodeAnswer, Reply } from "./node-types.d.ts" */
import { failure } from "../core/error.js";
import { answerOf } from "./handler.js";
import { askedOver, wholeRequest } from "./node-request.js";

/** @type {typeof import("../entries/index.d.ts").toNodeHandler} */
export function toNodeHandler(handler) {
  if (typeof handler !== "function")
    throw failure(
      "option_invalid",
      "handler",
      "handler must be a function that takes a Request. Give what createSignaturesHandler returns.",
    );
  const answer = answerOf(handler);
  return async function listener(given, reply) {
    const message = /** @type {Message} */ (given);
    try {
      send(reply, await (answer ? answer(askedOver(message, reply)) : answerBy(handler, message, reply)));
      // Of a body that was refused nobody reads the rest, and the answer must still arrive.
      message.resume?.();
    } catch (error) {
      console.error(error);
      // The status line may be on its way already, or the client gone.
      if (reply.headersSent) reply.destroy();
      else send(reply, refusal(500, "internal", "The handler broke. Look for the error in the server's log."));
    }
  };
}

/**
 * What another handler answers.
 * @param {Parameters<typeof toNodeHandler>[0]} handler
 * @param {Message} message
 * @param {Reply} reply
 * @returns {Promise<NodeAnswer>}
 */
async function answerBy(handler, message, reply) {
  // No Request may have this method.
  if (message.method === "TRACE") return refusal(405, "method_not_allowed", "TRACE is not answered here. Send a GET.");
  const response = await handler(wholeRequest(message, reply), message, reply);
  /** @type {NodeAnswer["headers"]} */
  const headers = Object.fromEntries(response.headers);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers["set-cookie"] = cookies;
  return { status: response.status, headers, body: response.body === null ? undefined : new Uint8Array(await response.arrayBuffer()) };
}

/** @type {(status: number, code: string, message: string) => NodeAnswer} */
const refusal = (status, code, message) => ({
  status,
  headers: { "content-type": "application/json", "cache-control": "no-store" },
  body: JSON.stringify({ error: { code, message } }),
});

/**
 * Answers, and keeps what others have put into the reply before: their headers, their cookies, what they vary by.
 * @param {Reply} reply
 * @param {NodeAnswer} answer
 */
function send(reply, { status, headers, body }) {
  // Somebody else was quicker, such as a middleware for timeouts.
  if (reply.headersSent) return;
  for (const [name, merge] of Object.entries(MERGED)) {
    const before = reply.getHeader(name);
    if (before !== undefined && headers[name] !== undefined) headers[name] = merge([before].flat(), [headers[name]].flat().map(String));
  }
  if (body !== undefined) headers["content-length"] = Buffer.byteLength(body);
  reply.writeHead(status, headers);
  reply.end(body);
}

/** @type {Record<string, (before: string[], added: string[]) => string | string[]>} */
const MERGED = {
  "set-cookie": (before, added) => [...before, ...added],
  vary(before, added) {
    const names = [...before, ...added].flatMap((list) => list.split(/\s*,\s*/));
    return names.filter((name, at) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === at).join(", ");
  },
};
