import assert from "node:assert/strict";
import { once } from "node:events";
import http2 from "node:http2";
import { createRequire } from "node:module";
import net from "node:net";
import { test } from "node:test";
import { createSignaturesHandler, toNodeHandler } from "fogbender-token";
import {
  alice,
  assertAlice,
  assertRefused,
  assertServes,
  cookie,
  endpoint,
  identify,
  listen,
  logged,
  secret,
  silent,
  widgetId,
} from "./endpoint.js";

const express = createRequire(new URL("../../examples/package.json", import.meta.url))("express");

/** What a server answers to bytes as they are, until it closes. */
async function raw(address, bytes) {
  const socket = net.connect(new URL(address).port, "127.0.0.1");
  let answer = "";
  socket.on("data", (data) => (answer += data)).on("error", silent);
  socket.write(bytes);
  await once(socket, "close");
  return answer;
}

test("toNodeHandler: Node's own server gives the same answers", async (t) => {
  const at = await listen(t, toNodeHandler(endpoint));
  await assertServes(at);
  const large = " ".repeat(2_000_000);
  const headers = { cookie, "content-type": "application/json" };
  for (let round = 0; round < 5; round += 1) {
    await assertRefused(await fetch(at, { method: "POST", body: large, headers }), 413, "too_large");
  }
  await assertRefused(await fetch(at, { method: "POST", body: Uint8Array.of(0xff), headers }), 400, "body_unreadable");
});

test("toNodeHandler: so does Express, mounted on a path, behind express.json() and other readers of the body too", async (t) => {
  const seen = [];
  const seeing = (request) => (seen.push(request.url), identify(request));
  const listener = toNodeHandler(createSignaturesHandler({ secret, widgetId, identify: seeing, onError: silent }));
  const app = express()
    .use("/plain", listener)
    .use("/json", express.json(), listener)
    .use("/raw", express.raw({ type: "*/*" }), listener)
    .use("/text", express.text({ type: "*/*" }), listener)
    .post("/drained", (message, reply) => message.resume().on("end", () => listener(message, reply)))
    .post("/handed-on", (message, reply) => message.resume().on("end", () => listener(Object.assign(message, { body: {} }), reply)));
  const at = await listen(t, app);
  for (const mount of ["/plain", "/json", "/raw", "/text"]) await assertServes(`${at}${mount}/fogbender-signatures`);
  assert.ok(seen.includes(`${at}/plain/fogbender-signatures?userId=U1`), seen[0]);
  const post = { method: "POST", body: "{}", headers: { cookie, "content-type": "application/json" } };
  await assertRefused(await fetch(`${at}/drained`, post), 400, "body_unreadable");
  await assertAlice(await fetch(`${at}/handed-on`, post));
  await assertAlice(await fetch(`${at}/drained`, { method: "POST", headers: { cookie } }));
});

test("toNodeHandler: of several Authorization headers the Request has all, unless a middleware wrote another", async (t) => {
  const seen = [];
  const seeing = (request) => void seen.push(request.headers.get("authorization"));
  const listener = toNodeHandler(createSignaturesHandler({ secret, widgetId, identify: seeing }));
  const at = await listen(t, (message, reply) => {
    if (message.url === "/set") message.headers.authorization = "Bearer of a middleware";
    if (message.url === "/removed") delete message.headers.authorization;
    return listener(message, reply);
  });
  const two = "X-Name: authorization\r\nAuthorization: Bearer a\r\nX-Other: 1\r\nauthorization: Bearer b\r\n";
  for (const path of ["/", "/set", "/removed"]) await raw(at, `GET ${path} HTTP/1.1\r\nHost: a\r\n${two}Connection: close\r\n\r\n`);
  await raw(at, "GET / HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer a\r\nConnection: close\r\n\r\n");
  assert.deepEqual(seen, ["Bearer a, Bearer b", "Bearer of a middleware", null, "Bearer a"]);
});

test("toNodeHandler: a Host or a path that is no address does no harm", async (t) => {
  const errors = logged(t);
  const urls = [];
  const seeing = (request) => (urls.push(request.url), identify(request));
  const at = await listen(t, toNodeHandler(createSignaturesHandler({ secret, widgetId, identify: seeing })));
  const hosts = ["", "%%%", "a b", "[", "a:b:c", "user:pass@evil.example", "evil.example/x?", "\u00ff", "x".repeat(5000)];
  for (const host of hosts) {
    const answer = await raw(at, `GET /here HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`);
    assert.match(answer, /^HTTP\/1\.1 200 /, host);
    assert.equal(new URL(urls.at(-1)).pathname, "/here", host);
  }
  for (const [path, pathname] of [
    ["//evil.example/here", "/evil.example/here"],
    ["http://user:pass@evil.example/here", "/here"],
    ["http://[/", "/"],
    ["/%", "/%"],
  ]) {
    const answer = await raw(at, `GET ${path} HTTP/1.1\r\nHost: app.example.com\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`);
    assert.match(answer, /^HTTP\/1\.1 200 /, path);
    assert.equal(new URL(urls.at(-1)).pathname, pathname);
  }
  assert.equal(new URL(urls.at(-1)).host, "app.example.com");
  assert.match(
    await raw(at, `TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`),
    /^HTTP\/1\.1 405 [\s\S]*"code":"method_not_allowed"/,
  );
  assert.deepEqual(errors(), []);
});

test("toNodeHandler: headers that come twice arrive joined, and cookies leave one by one", async (t) => {
  let received;
  const at = await listen(
    t,
    toNodeHandler(async (request) => {
      received = ["x-twice", "authorization"].map((name) => request.headers.get(name));
      return new Response(null, {
        status: 204,
        headers: [
          ["set-cookie", "a=1"],
          ["set-cookie", "b=2"],
        ],
      });
    }),
  );
  const answer = await raw(
    at,
    "GET / HTTP/1.1\r\nHost: a\r\nX-Twice: 1\r\nAuthorization: Bearer x\r\nX-Twice: 2\r\nAuthorization: Bearer y\r\nConnection: close\r\n\r\n",
  );
  assert.deepEqual(received, ["1, 2", "Bearer x, Bearer y"]);
  assert.match(answer, /set-cookie: a=1\r\nset-cookie: b=2\r\n/);
});

test("toNodeHandler: a handler that throws is a 500 without its stack, and the server lives on", async (t) => {
  const errors = logged(t);
  const thrown = new Error(`no: ${secret}`);
  const failing = [
    () => {
      throw thrown;
    },
    () => Promise.reject(thrown),
    async () => new Response(new ReadableStream({ pull: (controller) => controller.error(thrown) })),
    async () => undefined,
  ];
  for (const handler of failing) {
    const at = await listen(t, toNodeHandler(handler));
    for (let round = 0; round < 2; round += 1) {
      const outcome = await fetch(at).then(
        async (response) => [response.status, await response.text()],
        () => "closed",
      );
      if (outcome !== "closed")
        assert.deepEqual(outcome, [
          500,
          `{"error":{"code":"internal","message":"The handler broke. Look for the error in the server's log."}}`,
        ]);
    }
  }
  assert.equal(errors().length, 2 * failing.length);
  for (const none of [undefined, Promise.resolve(endpoint)])
    assert.throws(() => toNodeHandler(none), { code: "option_invalid", field: "handler" });
});

test("toNodeHandler: clients that hang up, before, amid and after the body, leave the server serving", async (t) => {
  const errors = logged(t);
  let aborted = 0;
  const slow = createSignaturesHandler({
    secret,
    widgetId,
    async identify(request) {
      request.signal.addEventListener("abort", () => (aborted += 1));
      await new Promise((resolve) => setTimeout(resolve, 50));
      return identify(request);
    },
  });
  const at = await listen(t, toNodeHandler(slow));
  const post = `POST / HTTP/1.1\r\nHost: a\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\n`;
  const cutOff = [
    "GET / HT",
    `GET / HTTP/1.1\r\nHost: a\r\nCookie: ${cookie}\r\n\r\n`,
    `${post}Content-Length: 10\r\n\r\n{`,
    `${post}Transfer-Encoding: chunked\r\n\r\n5\r\n{`,
  ];
  for (const text of [...cutOff, ...cutOff]) {
    for (const end of ["destroy", "end", "resetAndDestroy"]) {
      const socket = net.connect(new URL(at).port, "127.0.0.1").on("error", silent);
      await once(socket, "connect");
      socket.write(text);
      await new Promise((resolve) => setTimeout(resolve, 15));
      socket[end]();
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 150));
  assert.ok(aborted >= 4, String(aborted));
  const hungUp = aborted;
  await assertServes(at);
  assert.equal(aborted, hungUp, "an answer that arrived was no hang-up");
  assert.deepEqual(errors(), []);
});

test("toNodeHandler: a body that comes byte by byte is waited for, and others are answered meanwhile", async (t) => {
  const at = await listen(t, toNodeHandler(endpoint));
  const socket = net.connect(new URL(at).port, "127.0.0.1");
  let answer = "";
  socket.on("data", (data) => (answer += data));
  socket.write(`POST / HTTP/1.1\r\nHost: a\r\nCookie: ${cookie}\r\nContent-Length: 8\r\nConnection: close\r\n\r\n`);
  for (const byte of "{      }") {
    assert.equal(answer, "");
    await assertAlice(await fetch(at, { headers: { cookie } }));
    socket.write(byte);
  }
  await once(socket, "close");
  assert.match(answer, /^HTTP\/1\.1 200 OK\r\n[\s\S]*"signatures":\{"userJWT":"/);
});

test("toNodeHandler: what others have put into the reply stays: cookies, headers, what they vary by", async (t) => {
  const other = async () =>
    new Response("{}", {
      headers: [
        ["vary", "Cookie"],
        ["set-cookie", "b=2"],
        ["set-cookie", "c=3"],
      ],
    });
  const listeners = { own: toNodeHandler(endpoint), other: toNodeHandler(other) };
  const at = await listen(t, (message, reply) => {
    const { searchParams, pathname } = new URL(message.url, "http://a");
    if (searchParams.has("cookie")) reply.setHeader("Set-Cookie", searchParams.getAll("cookie"));
    if (searchParams.has("vary")) reply.setHeader("Vary", searchParams.get("vary"));
    reply.setHeader("X-Powered-By", "a neighbour");
    return listeners[pathname.slice(1)](message, reply);
  });
  const ask = async (path) => {
    const { status, headers } = await fetch(`${at}/${path}`, { headers: { cookie } });
    assert.deepEqual([status, headers.get("x-powered-by")], [200, "a neighbour"]);
    return [headers.getSetCookie(), headers.get("vary")];
  };
  const vary = "Origin, Cookie, Authorization, Sec-Fetch-Site";
  assert.deepEqual(await ask("own"), [[], vary]);
  assert.deepEqual(await ask("own?cookie=a=1&cookie=z=0"), [["a=1", "z=0"], vary]);
  assert.deepEqual(await ask("own?vary=Accept-Encoding,%20cookie"), [[], "Accept-Encoding, cookie, Origin, Authorization, Sec-Fetch-Site"]);
  assert.deepEqual(await ask("other"), [["b=2", "c=3"], "Cookie"]);
  assert.deepEqual(await ask("other?cookie=a=1&vary=Origin"), [["a=1", "b=2", "c=3"], "Origin, Cookie"]);
});

test("toNodeHandler: identify is given Node's request and reply, and the headers as a middleware left them", async (t) => {
  const seen = [];
  const listener = toNodeHandler(
    createSignaturesHandler({
      secret,
      widgetId,
      identify(request, message, reply) {
        seen.push([request.headers.get("x-user"), typeof reply.writeHead]);
        return message.user;
      },
    }),
  );
  const at = await listen(t, (message, reply) => {
    delete message.headers["x-user"];
    return listener(Object.assign(message, { user: alice }), reply);
  });
  await assertAlice(await fetch(at, { headers: { "x-user": "bob" } }));
  assert.deepEqual(seen, [[null, "function"]]);
});

test("toNodeHandler: HTTP/2, whose fields begin with a colon, is answered, and its host is the request's", async (t) => {
  const urls = [];
  const seeing = (request) => (urls.push(request.url, request.headers.get("host")), identify(request));
  const own = toNodeHandler(createSignaturesHandler({ secret, widgetId, identify: seeing }));
  const others = toNodeHandler(async (request) => new Response(`${request.url} ${await request.text()}`));
  const server = http2.createServer((message, reply) => (message.url === "/others" ? others : own)(message, reply)).listen(0);
  await once(server, "listening");
  const client = http2.connect(`http://localhost:${server.address().port}`);
  t.after(() => (client.close(), server.close()));
  const ask = async (headers, body) => {
    const stream = client.request({ ":path": "/here?a=b", cookie, ...headers });
    stream.end(body);
    const [answer] = await once(stream, "response");
    return new Response((await stream.toArray()).join(""), {
      status: answer[":status"],
      headers: Object.entries(answer).filter(([name]) => !name.startsWith(":")),
    });
  };
  await assertAlice(await ask({}));
  const { host } = new URL(`http://localhost:${server.address().port}`);
  assert.deepEqual(urls, [`http://${host}/here?a=b`, host]);
  await assertAlice(await ask({ ":method": "POST", "content-type": "application/json" }, "{}"));
  await assertRefused(await ask({ ":method": "POST", "content-type": "application/json" }, '{"userId":"U1"}'), 400, "body_not_empty");
  assert.equal(await (await ask({ ":method": "POST", ":path": "/others" }, "body")).text(), `http://${host}/others body`);
});

test("toNodeHandler: where somebody else has answered before, such as a timeout, nothing is sent and nothing is logged", async (t) => {
  const errors = logged(t);
  const slow = async () => new Promise((resolve) => setTimeout(resolve, 50, alice));
  const listener = toNodeHandler(createSignaturesHandler({ secret, widgetId, identify: slow }));
  const at = await listen(t, async (message, reply) => {
    setTimeout(() => reply.writeHead(503).end("too late"), 10);
    await listener(message, reply);
  });
  const answer = await fetch(at);
  assert.deepEqual([answer.status, await answer.text()], [503, "too late"]);
  await new Promise((resolve) => setTimeout(resolve, 80));
  assert.deepEqual(errors(), []);
});

test("toNodeHandler: a body that a framework read as empty text is no text/plain", async (t) => {
  for (const body of ["", {}, Buffer.alloc(0), null]) {
    const at = await listen(t, async (message, reply) => {
      await message.toArray();
      return toNodeHandler(endpoint)(Object.assign(message, { body }), reply);
    });
    await assertAlice(await fetch(at, { method: "POST", headers: { cookie } }));
  }
});
