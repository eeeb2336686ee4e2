// Servers as an app has them in production: with TLS of their own, and behind a proxy that ends the TLS.
import { once } from "node:events";
import http from "node:http";
import https from "node:https";
import { after } from "node:test";
import { generate } from "selfsigned";

const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], {
  keySize: 2048,
  extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] }],
});

async function listening(server) {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return server.address().port;
}

/** An https server; gives its port. */
export const serveHttps = (listener) => listening(https.createServer({ key, cert }, listener));

/** An http server behind a proxy that speaks https and says so in X-Forwarded-Proto; gives the proxy's port. */
export async function serveBehindProxy(listener) {
  const port = await listening(http.createServer(listener));
  return serveHttps((request, response) => {
    const headers = { ...request.headers, "x-forwarded-proto": "https" };
    const forwarded = http.request({ port, host: "127.0.0.1", method: request.method, path: request.url, headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.rawHeaders);
      answer.pipe(response);
    });
    request.pipe(forwarded);
  });
}

/** A browser with a jar for its cookies, at one origin: gives `ask(path, form?)`. */
export function browser(port) {
  const jar = new Map();
  const ask = async (path, form) => {
    const headers = { cookie: Array.from(jar, ([name, value]) => `${name}=${value}`).join("; ") };
    if (form) headers["content-type"] = "application/x-www-form-urlencoded";
    const request = https.request({ host: "localhost", family: 4, port, path, method: form ? "POST" : "GET", headers, ca: cert });
    request.end(form && new URLSearchParams(form).toString());
    const [response] = await once(request, "response");
    for (const cookie of response.headers["set-cookie"] ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
      jar.set(name, value);
    }
    const body = Buffer.concat(await response.toArray()).toString();
    return { status: response.statusCode, body };
  };
  return { ask, jar };
}
