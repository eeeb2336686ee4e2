import { failure } from "../core/error.js";

/**
 * Makes a handler of requests a listener of Node's `http`, and so of Express.
 * @param {(request: Request) => Promise<Response>} handler
 */
export function toNodeHandler(handler) {
  if (typeof handler !== "function") throw failure("option_invalid", "handler", "The handler must be a function of a Request.");
  return async function listener(message, reply) {
    try {
      // No Request may have this method.
      if (message.method === "TRACE") return refuse(reply, 405, "method_not_allowed", "TRACE is not answered here.");
      await send(await handler(requestOf(message, reply)), reply);
      // Of a body that was refused nobody reads the rest, and the answer must still arrive.
      message.resume?.();
    } catch (error) {
      console.error(error);
      // The status line may be on its way already, or the client gone.
      if (reply.headersSent) reply.destroy();
      else refuse(reply, 500, "internal", "Internal error.");
    }
  };
}

function refuse(reply, status, code, message) {
  reply.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  reply.end(JSON.stringify({ error: { code, message } }));
}

function requestOf(message, reply) {
  const gone = new AbortController();
  reply.on("close", () => reply.writableFinished || gone.abort());
  const headers = new Headers();
  for (let index = 0; index < message.rawHeaders.length; index += 2) {
    headers.append(message.rawHeaders[index], message.rawHeaders[index + 1]);
  }
  const hasBody = message.method !== "GET" && message.method !== "HEAD";
  const body = hasBody ? bodyOf(message) : undefined;
  return new Request(addressOf(message), { method: message.method, headers, body, duplex: "half", signal: gone.signal });
}

/** Where a request was sent; host and path are the client's, and may be anything. */
function addressOf(message) {
  const origin = `${message.socket?.encrypted ? "https" : "http"}://${message.headers.host}`;
  const base = message.headers.host !== undefined && URL.canParse(origin) ? origin : "http://localhost";
  // Express keeps the whole path here when it strips a mount point from `url`. Two slashes would begin another host.
  const path = (message.originalUrl ?? message.url).replace(/^[\\/]{2,}/, "/");
  const url = new URL(URL.canParse(path, base) ? path : "/", base);
  // No Request may have these.
  url.username = "";
  url.password = "";
  return url;
}

/** The body as it arrives, or, when a middleware such as express.json() has read it, what that made of it. */
function bodyOf(message) {
  if (message.body === undefined || !message.readableEnded) return ReadableStream.from(chunksOf(message));
  return typeof message.body === "string" || message.body instanceof Uint8Array ? message.body : JSON.stringify(message.body);
}

/** By itself, a message that is not read to its end destroys the socket, which is to carry the answer. */
const chunksOf = (message) => message.iterator?.({ destroyOnReturn: false }) ?? message;

async function send(response, reply) {
  const body = response.body === null ? undefined : new Uint8Array(await response.arrayBuffer());
  reply.writeHead(response.status, { ...Object.fromEntries(response.headers), "set-cookie": response.headers.getSetCookie() });
  reply.end(body);
}
