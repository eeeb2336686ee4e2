import assert from "node:assert/strict";
import { once } from "node:events";
import http2 from "node:http2";
import { test } from "node:test";
import fastifyCookie from "@fastify/cookie";
import fastifyCors from "@fastify/cors";
import fastifySession from "@fastify/session";
import fastify from "fastify";
import { createSignaturesHandler, toNodeHandler } from "fogbender-token";
import { alice, assertAlice, assertRefused, bob, cookie, endpoint, secret, silent, widgetId } from "../js/endpoint.js";

const path = "/fogbender-signatures";

/** The way of examples/fastify.js: a Request in, the Response out, so that Fastify sends it with what its plugins add. */
const requestOf = ({ protocol, host, url, headers }) =>
  new Request(`${protocol}://${host}${url}`, { headers: Object.entries(headers).filter(([name]) => !name.startsWith(":")) });

async function listening(t, app) {
  t.after(() => app.close());
  return app.listen({ port: 0, host: "127.0.0.1" });
}

test("Fastify: the cookies of @fastify/cookie and @fastify/session and the headers of @fastify/cors are sent with the answer", async (t) => {
  const signatures = createSignaturesHandler({
    secret: () => secret,
    widgetId: () => widgetId,
    identify: (request, { session }) => session.user,
    onError: silent,
  });
  const app = fastify({ forceCloseConnections: true });
  await app.register(fastifyCookie);
  await app.register(fastifySession, {
    secret: "a".repeat(32),
    rolling: true,
    saveUninitialized: true,
    cookie: { secure: false, maxAge: 60_000 },
  });
  await app.register(fastifyCors, { origin: "https://app.example.com", credentials: true });
  app.addHook("preHandler", async (request, reply) => void reply.setCookie("theme", "dark"));
  app.get("/login", async (request) => ((request.session.user = alice), {}));
  app.get(path, (request) => signatures(requestOf(request), request));
  const at = await listening(t, app);
  const jarOf = (response) =>
    response.headers
      .getSetCookie()
      .map((each) => each.split(";")[0])
      .join("; ");
  let jar = jarOf(await fetch(`${at}/login`));
  for (let round = 0; round < 3; round += 1) {
    const answer = await fetch(at + path, { headers: { cookie: jar, origin: "https://app.example.com" } });
    jar = jarOf(answer);
    assert.match(jar, /theme=dark/);
    assert.match(jar, /sessionId=/);
    assert.equal(answer.headers.get("access-control-allow-origin"), "https://app.example.com");
    await assertAlice(answer);
  }
  await assertRefused(await fetch(at + path), 401, "not_signed_in");
});

test("Fastify: by toNodeHandler, with the body that Fastify's parser read handed on", async (t) => {
  const listener = toNodeHandler(endpoint);
  const app = fastify({ forceCloseConnections: true });
  for (const handsOn of [true, false]) {
    app.all(`/${handsOn}`, (request, reply) => {
      if (handsOn) request.raw.body = request.body;
      reply.hijack();
      return listener(request.raw, reply.raw);
    });
  }
  const at = await listening(t, app);
  const post = (to, body) =>
    fetch(`${at}/${to}`, { method: "POST", body: JSON.stringify(body), headers: { cookie, "content-type": "application/json" } });
  await assertAlice(await fetch(`${at}/true`, { headers: { cookie } }));
  await assertAlice(await fetch(`${at}/true`, { method: "POST", headers: { cookie } }));
  await assertAlice(await post(true, {}));
  await assertRefused(await post(true, bob), 400, "body_not_empty");
  await assertRefused(await post(false, bob), 400, "body_unreadable");
});

test("Fastify over HTTP/2: both ways", async (t) => {
  const app = fastify({ http2: true, http2SessionTimeout: 100 });
  const listener = toNodeHandler(endpoint);
  app.get("/web", (request) => endpoint(requestOf(request)));
  app.get("/node", (request, reply) => (reply.hijack(), listener(request.raw, reply.raw)));
  const at = await listening(t, app);
  const client = http2.connect(at);
  for (const to of ["/web", "/node"]) {
    const stream = client.request({ ":path": to, cookie });
    const [headers] = await once(stream, "response");
    const text = (await stream.toArray()).join("");
    await assertAlice(
      new Response(text, { status: headers[":status"], headers: Object.entries(headers).filter(([name]) => !name.startsWith(":")) }),
    );
  }
  client.destroy();
});
