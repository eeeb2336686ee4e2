import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:http2";
import { request } from "node:https";
import { test } from "node:test";
import basicSsl from "@vitejs/plugin-basic-ssl";
import { toNodeHandler } from "fogbender-token";
import { createServer } from "vite";
import { assertAlice, assertRefused, cookie, endpoint } from "../js/endpoint.js";

const path = "/fogbender-signatures";
// The certificate is made for this run, and nobody's authority has signed it.
const tls = { rejectUnauthorized: false };

/** Vite's own development server over https, which speaks HTTP/2 and HTTP/1.1 on one port. */
async function listening(t) {
  const signatures = {
    name: "signatures",
    configureServer: ({ middlewares }) => void middlewares.use(path, toNodeHandler(endpoint)),
  };
  const server = await createServer({
    configFile: false,
    root: import.meta.dirname,
    cacheDir: "target/vite",
    logLevel: "error",
    optimizeDeps: { noDiscovery: true },
    server: { host: "127.0.0.1", port: 0, watch: null, ws: false },
    plugins: [basicSsl(), signatures],
  });
  await server.listen();
  t.after(() => server.close());
  return `https://127.0.0.1:${server.httpServer.address().port}`;
}

const responseOf = (status, headers, text) =>
  new Response(text, { status, headers: Object.entries(headers).filter(([name]) => !name.startsWith(":")) });

async function overHttp2(at, headers) {
  const client = connect(at, tls);
  try {
    const stream = client.request({ ":path": path, ...headers });
    const [answered] = await once(stream, "response");
    assert.equal(client.alpnProtocol, "h2");
    return responseOf(answered[":status"], answered, (await stream.toArray()).join(""));
  } finally {
    client.destroy();
  }
}

async function overHttp1(at, headers) {
  const [message] = await once(request(at + path, { ...tls, headers, agent: false }).end(), "response");
  assert.equal(message.httpVersion, "1.1");
  return responseOf(message.statusCode, message.headers, (await message.toArray()).join(""));
}

test("Vite's development server over https: the endpoint in a plugin answers over HTTP/2 and over HTTP/1.1", async (t) => {
  const at = await listening(t);
  for (const ask of [overHttp2, overHttp1]) {
    await assertAlice(await ask(at, { cookie }));
    await assertRefused(await ask(at, {}), 401, "not_signed_in");
  }
});
