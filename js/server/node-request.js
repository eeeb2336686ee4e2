// Node's request as the handler's core asks it, and as a Request.
/**
 * @import { Asked } from "./answer.js"
 * @import { Chunks, Message, Reply } from "./node-types.d.ts"
 */
import { failure } from "../core/error.js";
import { BODY_HEADERS, textOf } from "./body.js";

/** @type {(message: Message, reply: Reply) => Asked} */
export const askedOver = (message, reply) => ({
  method: /** @type {string} */ (message.method),
  header: (name) => /** @type {string | undefined} */ (message.headers[name]),
  body: async () => textOf(bodyOf(message)),
  request: () => requestOf(message, reply, {}, BODY_HEADERS),
  rest: [message, reply],
});

/**
 * The Request with its body.
 * @param {Message} message
 * @param {Reply} reply
 */
export function wholeRequest(message, reply) {
  const hasBody = message.method !== "GET" && message.method !== "HEAD";
  return requestOf(message, reply, hasBody ? { body: streamOf(bodyOf(message)), duplex: "half" } : {}, []);
}

/** @type {undefined | (new (address: string, init: RequestInit, reply: Reply) => Request)} */
let made;

/**
 * The class of Requests whose signal is made when somebody asks for it, because that costs more than the rest. The class itself
 * is made at the first request: whoever names `Request` lets Node load all of its fetch, and an import must not.
 */
function nodeRequest() {
  made ??= class NodeRequest extends Request {
    #reply;
    /** @type {AbortController | undefined} */
    #gone;

    /**
     * @param {string} address
     * @param {RequestInit} init
     * @param {Reply} reply
     */
    constructor(address, init, reply) {
      super(address, init);
      this.#reply = reply;
    }

    /** Aborts when the client goes before the answer has left. */
    get signal() {
      if (this.#gone === undefined) {
        const gone = new AbortController();
        this.#gone = gone;
        const reply = this.#reply;
        if (reply.destroyed) gone.abort();
        else reply.on("close", () => reply.writableFinished || gone.abort());
      }
      return this.#gone.signal;
    }
  };
  return made;
}

/**
 * @param {Message} message
 * @param {Reply} reply
 * @param {RequestInit & { duplex?: "half" }} init
 * @param {string[]} without
 */
function requestOf(message, reply, init, without) {
  const request = new (nodeRequest())(addressOf(message), { ...init, method: message.method }, reply);
  const { headers } = request;
  for (const name of Object.keys(message.headers)) {
    // HTTP/2 has fields such as :method among the headers, which no Request may have.
    if (name.startsWith(":") || without.includes(name)) continue;
    for (const value of [message.headers[name]].flat()) if (value !== undefined) headers.append(name, value);
  }
  // HTTP/2 has the host there.
  if (message.headers.host === undefined && message.headers[":authority"]) headers.set("host", String(message.headers[":authority"]));
  return request;
}

/**
 * Where a request was sent; host and path are the client's, and may be anything.
 * @param {Message} message
 */
function addressOf({ socket, headers, originalUrl, url }) {
  const origin = originOf(socket?.encrypted ? "https" : "http", headers.host ?? headers[":authority"]);
  // Express keeps the whole path here when it strips a mount point from `url`. Two slashes would begin another host.
  const path = (originalUrl ?? url).replace(/^[\\/]{2,}/, "/");
  if (path.startsWith("/")) return origin + path;
  // A client that takes this server for a proxy sends a whole address.
  return URL.canParse(path) ? origin + new URL(path).pathname + new URL(path).search : origin;
}

/** The origin that was found right last: most requests have the same, and need no parsing. @type {string | undefined} */
let rightOrigin;

/**
 * @param {string} scheme
 * @param {string | string[] | undefined} host
 */
function originOf(scheme, host) {
  const origin = `${scheme}://${host}`;
  if (origin === rightOrigin) return origin;
  if (host === undefined || !URL.canParse(origin)) return "http://localhost";
  const right = new URL(origin).origin;
  if (right === origin) rightOrigin = origin;
  return right;
}

/**
 * The body in pieces: as it arrives, or what a parser such as express.json() made of it.
 * @param {Message} message
 * @returns {Chunks}
 */
function bodyOf(message) {
  const isRead = message.readableEnded !== false;
  if (message.body !== undefined && isRead) return [bytesOf(message.body)];
  if (isRead && hasBody(message.headers)) {
    throw failure(
      "body_unreadable",
      "body",
      "The body was read before the handler could check it. Set req.body to what was read, on the request that the handler gets.",
    );
  }
  // By itself, a message that is not read to its end destroys the socket, which is to carry the answer.
  return message.iterator?.({ destroyOnReturn: false }) ?? message;
}

/** @param {Message["headers"]} headers */
const hasBody = (headers) => Number(headers["content-length"] ?? 0) > 0 || headers["transfer-encoding"] !== undefined;

/** @param {unknown} body */
function bytesOf(body) {
  if (body instanceof Uint8Array) return /** @type {Uint8Array<ArrayBuffer>} */ (body);
  return new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body ?? {}));
}

/** @param {Chunks} chunks */
function streamOf(chunks) {
  const iterator = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
