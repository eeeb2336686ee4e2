import { failure } from "./error.js";

/**
 * Makes a handler of requests a listener of Node's `http`, and so of Express.
 * @param {(request: Request) => Promise<Response>} handler
 */
export function toNodeHandler(handler) {
  if (typeof handler !== "function") throw failure("option_invalid", "handler", "The handler must be a function of a Request.");
  return async function listener(message, reply) {
    try {
      await send(await handler(requestOf(message, reply)), reply);
    } catch (error) {
      console.error(error);
      // The status line may be on its way already, or the client gone.
      if (reply.headersSent) reply.destroy();
      else reply.writeHead(500, { "content-type": "application/json" }).end('{"error":{"code":"internal","message":"Internal error."}}');
    }
  };
}

function requestOf(message, reply) {
  const gone = new AbortController();
  reply.on("close", () => gone.abort());
  const scheme = message.socket?.encrypted ? "https" : "http";
  const { host = "localhost" } = message.headers;
  // Express keeps the whole path here when it strips a mount point from `url`.
  const path = message.originalUrl ?? message.url;
  const url = URL.canParse(path, `${scheme}://${host}`) ? new URL(path, `${scheme}://${host}`) : new URL("http://localhost/");
  const headers = new Headers();
  for (let index = 0; index < message.rawHeaders.length; index += 2) {
    headers.append(message.rawHeaders[index], message.rawHeaders[index + 1]);
  }
  const hasBody = message.method !== "GET" && message.method !== "HEAD";
  const body = hasBody ? bodyOf(message) : undefined;
  return new Request(url, { method: message.method, headers, body, duplex: "half", signal: gone.signal });
}

/** The body as it arrives, or, when a middleware such as express.json() has read it, what that made of it. */
function bodyOf(message) {
  if (message.body === undefined || !message.readableEnded) return ReadableStream.from(message);
  return typeof message.body === "string" || message.body instanceof Uint8Array ? message.body : JSON.stringify(message.body);
}

async function send(response, reply) {
  reply.writeHead(response.status, Object.fromEntries(response.headers));
  reply.end(response.body === null ? undefined : new Uint8Array(await response.arrayBuffer()));
}
