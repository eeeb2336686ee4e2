// The app's backend: who is signed in, the endpoint, and the pages. Tests change its session, hold its answers, break it.
import { once } from "node:events";
import { createServer } from "node:http";
import { createSignaturesHandler } from "fogbender-token";

export const widgetId = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";
export const alice = person("U1", "Alice", "C1", "Netflix");
export const aliceAtHooli = person("U1", "Alice", "C2", "Hooli");
export const bob = person("U2", "Bob", "C1", "Netflix");

function person(userId, userName, customerId, customerName) {
  return { userId, customerId, customerName, userEmail: `${userName.toLowerCase()}@${customerName.toLowerCase()}.com`, userName };
}

/** Starts the backend. */
export async function startBackend() {
  const backend = { session: undefined, broken: undefined, requests: [], aborted: 0, files: {} };
  const held = [];
  const answer = createSignaturesHandler({
    secret: "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO",
    widgetId,
    expiresInSeconds: 300,
    identify: () => backend.session,
  });

  /** Keeps back the answer to the next request; the function that it gives lets it go. */
  backend.hold = () => {
    let release;
    held.push(new Promise((resolve) => (release = resolve)));
    return release;
  };

  const server = createServer(async (request, response) => {
    if (request.url !== "/fogbender-signatures") return sendFile(backend.files, request, response);
    backend.requests.push(request.headers);
    response.on("close", () => (backend.aborted += response.writableFinished ? 0 : 1));
    // The session is the one of the moment when the request came.
    const made = backend.broken?.() ?? (await answer(new Request(`http://localhost${request.url}`)));
    const body = await made.text();
    await held.shift();
    response.writeHead(made.status, Object.fromEntries(made.headers)).end(body);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  backend.url = `http://127.0.0.1:${server.address().port}`;
  backend.stop = () => server.close().closeAllConnections();
  return backend;
}

function sendFile(files, request, response) {
  const name = new URL(request.url, "http://localhost").pathname.slice(1) || "index.html";
  if (files[name] === undefined) return response.writeHead(404).end();
  const type = name.endsWith(".html") ? "text/html" : "text/javascript";
  return response.writeHead(200, { "content-type": `${type}; charset=utf-8` }).end(files[name]);
}
