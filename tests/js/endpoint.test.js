import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import net from "node:net";
import { test } from "node:test";
import { createSignaturesHandler, explainToken, FogbenderTokenError, toNodeHandler, verifyUserJWT } from "fogbender-token";
import { fromClerk } from "fogbender-token/providers";

const express = createRequire(new URL("../../examples/package.json", import.meta.url))("express");

const secret = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
const widgetId = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";
const url = "https://app.example.com/fogbender-signatures";
const alice = {
  userId: "U234328",
  customerId: "C256434",
  customerName: "Netflix",
  userEmail: "alice@netflix.com",
  userName: "Alice Chesterton",
};
const bob = { userId: "U1", customerId: "C1", customerName: "Other", userEmail: "bob@other.com", userName: "Bob" };
const users = { alice, bob };

/** The session is a cookie, as a stand for one that proves something. */
const identify = (request) => users[/(?:^|; )session=(\w+)/.exec(request.headers.get("cookie") ?? "")?.[1]];
const silent = () => {};
const endpoint = createSignaturesHandler({ secret, widgetId, identify, onError: silent });
const asAlice = (init) => new Request(url, { ...init, headers: { cookie: "session=alice", ...init?.headers } });

async function answered(response) {
  assert.equal(response.headers.get("cache-control"), "no-store");
  assert.match(response.headers.get("vary"), /Cookie/);
  assert.equal(response.headers.get("content-type"), "application/json; charset=utf-8");
  return response.json();
}

/** The answer is an error of this status and code, and says nothing but its code, its message and its problems. */
async function assertRefused(response, status, code) {
  const body = await answered(response);
  assert.deepEqual([response.status, body.error.code], [status, code], JSON.stringify(body));
  assert.deepEqual(Object.keys(body), ["error"]);
  for (const name of Object.keys(body.error)) assert.ok(["code", "message", "problems"].includes(name), name);
  assert.match(body.error.message, /^\S.{10,}\.$/);
  assert.doesNotMatch(JSON.stringify(body), /\bat .*:\d+:\d+|node:|\.js\b/);
  assert.ok(!JSON.stringify(body).includes(secret));
  return body.error;
}

async function assertAlice(response) {
  const body = await answered(response);
  assert.equal(response.status, 200, JSON.stringify(body));
  assert.deepEqual(Object.keys(body), ["signatures", "token"]);
  const { iat, ...claims } = verifyUserJWT(body.signatures.userJWT, secret);
  assert.deepEqual(claims, alice);
  assert.deepEqual(body.token, { widgetId, ...alice, userJWT: body.signatures.userJWT });
  const { verdict, fields } = explainToken(body.token, secret);
  assert.equal(verdict, "accepted");
  assert.deepEqual(fields, Object.fromEntries(Object.keys(alice).map((name) => [name, "signed"])));
}

test("GET and POST give the signed-in user the userJWT and the token, every field of it signed", async () => {
  await assertAlice(await endpoint(asAlice()));
  await assertAlice(await endpoint(asAlice({ method: "POST" })));
  for (const body of ["", "{}", " {\n} "]) {
    await assertAlice(await endpoint(asAlice({ method: "POST", body, headers: { "content-type": "application/json" } })));
  }
  const charset = { "content-type": "Application/JSON ; charset=utf-8" };
  await assertAlice(await endpoint(asAlice({ method: "POST", body: "{}", headers: charset })));
});

test("without widgetId the answer is the userJWT alone, over every field of the identity, which must be whole", async () => {
  const handler = createSignaturesHandler({ secret, identify, onError: silent });
  const body = await answered(await handler(asAlice()));
  assert.deepEqual(Object.keys(body), ["signatures"]);
  assert.deepEqual(Object.keys(body.signatures), ["userJWT"]);
  const { iat, ...claims } = verifyUserJWT(body.signatures.userJWT, secret);
  assert.deepEqual(claims, alice);
  for (const field of Object.keys(alice)) {
    const { [field]: without, ...rest } = alice;
    const incomplete = createSignaturesHandler({ secret, identify: () => rest, onError: silent });
    const { problems } = await assertRefused(await incomplete(asAlice()), 500, "field_missing");
    assert.deepEqual(problems.map((problem) => problem.field), [field]);
  }
});

test("HEAD has the status and the headers of GET, and no body", async () => {
  for (const [request, status] of [[asAlice({ method: "HEAD" }), 200], [new Request(url, { method: "HEAD" }), 401]]) {
    const response = await endpoint(request);
    assert.equal(response.status, status);
    assert.equal(response.headers.get("cache-control"), "no-store");
    assert.equal(response.headers.get("content-type"), "application/json; charset=utf-8");
    assert.equal(await response.text(), "");
  }
});

test("OPTIONS says what is allowed without asking who is signed in, and other methods are refused with it", async () => {
  const never = () => assert.fail("identify was asked");
  const handler = createSignaturesHandler({ secret, identify: never });
  const options = await handler(asAlice({ method: "OPTIONS" }));
  assert.deepEqual([options.status, options.headers.get("allow"), await options.text()], [204, "GET, HEAD, POST, OPTIONS", ""]);
  for (const method of ["PUT", "PATCH", "DELETE", "QUERY"]) {
    const response = await handler(asAlice({ method }));
    assert.equal(response.headers.get("allow"), "GET, HEAD, POST, OPTIONS");
    await assertRefused(response, 405, "method_not_allowed");
  }
});

test("nobody is signed in when identify gives undefined or null, at once or later", async () => {
  for (const nobody of [() => undefined, () => null, async () => undefined, async () => null]) {
    for (const options of [{ secret }, { secret, widgetId }]) {
      await assertRefused(await createSignaturesHandler({ ...options, identify: nobody })(asAlice()), 401, "not_signed_in");
    }
  }
});

test("what the browser sends chooses neither user nor customer", async () => {
  const wanted = new URLSearchParams({ ...bob, session: "bob", user: "bob", sub: "U1" });
  const headers = { "x-user-id": bob.userId, "x-customer-id": bob.customerId, "x-forwarded-user": "bob", authorization: "Bearer bob" };
  await assertAlice(await endpoint(new Request(`${url}?${wanted}`, { headers: { ...headers, cookie: "session=alice" } })));
  await assertRefused(await endpoint(new Request(`${url}?${wanted}`, { headers })), 401, "not_signed_in");
  for (const chosen of [bob, { identity: bob }, { userId: bob.userId }, { customerId: bob.customerId }]) {
    const request = asAlice({ method: "POST", body: JSON.stringify(chosen), headers: { "content-type": "application/json" } });
    await assertRefused(await endpoint(request), 400, "body_not_empty");
  }
});

test("identify is given the request, and its answers are not kept from one request to the next", async () => {
  const names = ["alice", "bob", "alice", "nobody", "bob"];
  const ids = await Promise.all(
    names.map(async (name) => {
      const response = await endpoint(new Request(url, { headers: { cookie: `session=${name}` } }));
      return (await response.json()).token?.userId;
    }),
  );
  assert.deepEqual(ids, [alice.userId, bob.userId, alice.userId, undefined, bob.userId]);
});

test("an identify that throws is a 500 that tells onError the cause, and the browser nothing of it", async () => {
  const cause = new Error(`connect failed for postgres://admin:hunter2@db, ${secret}`);
  for (const thrower of [() => { throw cause; }, () => Promise.reject(cause)]) {
    const told = [];
    const handler = createSignaturesHandler({ secret, identify: thrower, onError: (...args) => told.push(args) });
    const request = asAlice();
    const { message } = await assertRefused(await handler(request), 500, "identify_failed");
    assert.doesNotMatch(message, /hunter2|postgres/);
    assert.equal(told.length, 1);
    const [[error, toldRequest]] = told;
    assert.ok(error instanceof FogbenderTokenError);
    assert.equal(error.code, "identify_failed");
    assert.equal(error.cause, cause);
    assert.equal(toldRequest, request);
  }
});

test("whatever identify throws, also what is no error, is a 500", async () => {
  for (const thrown of [undefined, null, "text", 42, { status: 200 }, new Response("no")]) {
    const handler = createSignaturesHandler({ secret, identify: () => Promise.reject(thrown), onError: silent });
    await assertRefused(await handler(asAlice()), 500, "identify_failed");
  }
});

test("a bad identity is a 500 that names every field, to the browser and to onError", async () => {
  const wrong = [
    [{ ...alice, userId: 42 }, ["field_not_string userId"]],
    [{ userId: "U1", userName: "" }, ["field_empty userName", "field_missing customerId", "field_missing customerName", "field_missing userEmail"]],
    [{ ...alice, sub: "U1" }, ["field_forbidden sub"]],
    [[alice], ["not_an_object identity"]],
    ["U234328", ["not_an_object identity"]],
    [false, ["not_an_object identity"]],
  ];
  for (const [identity, problems] of wrong) {
    const told = [];
    const handler = createSignaturesHandler({ secret, widgetId, identify: () => identity, onError: (error) => told.push(error) });
    const error = await assertRefused(await handler(asAlice()), 500, problems[0].split(" ")[0]);
    assert.deepEqual(error.problems.map(({ code, field }) => `${code} ${field}`), problems);
    assert.deepEqual(told.map(({ code }) => code), [error.code]);
  }
});

test("what a provider's session lacks is a 403, and onError is not told", async () => {
  const session = (auth, user) => () => fromClerk({ auth: { userId: "u", ...auth }, user: { id: "u", ...user }, organization });
  const organization = { id: "o", name: "Netflix" };
  const email = (status) => ({
    primaryEmailAddressId: "i",
    primaryEmailAddress: { id: "i", emailAddress: "alice@netflix.com", verification: { status } },
  });
  const refusals = [
    ["organization_missing", () => fromClerk({ auth: { userId: "u", orgId: null }, user: { id: "u", ...email("verified") } })],
    ["session_impersonated", session({ orgId: "o", actor: { sub: "staff" } }, email("verified"))],
    ["email_unverified", session({ orgId: "o" }, email("unverified"))],
  ];
  for (const [code, refused] of refusals) {
    const handler = createSignaturesHandler({ secret, identify: refused, onError: () => assert.fail("onError was told") });
    await assertRefused(await handler(asAlice()), 403, code);
  }
});

test("an onError that fails changes nothing of the answer, and what it threw is logged", async (t) => {
  const errors = logged(t);
  for (const onError of [() => { throw new Error("the log is full"); }, () => Promise.reject(new Error("the log is full"))]) {
    const handler = createSignaturesHandler({ secret, identify: () => Promise.reject(new Error("down")), onError });
    await assertRefused(await handler(asAlice()), 500, "identify_failed");
  }
  assert.deepEqual(errors().map(({ message }) => message), ["the log is full", "the log is full"]);
});

test("a body that is not JSON by its type is refused with 415, whatever it holds", async () => {
  for (const type of [
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/jsonp",
    "application/ld+json",
    "json",
  ]) {
    for (const body of ["", "{}", "userId=U1"]) {
      const request = asAlice({ method: "POST", body, headers: { "content-type": type } });
      await assertRefused(await endpoint(request), 415, "content_type_not_json");
    }
  }
});

test("a body that holds anything is refused with 400", async () => {
  const headers = { "content-type": "application/json" };
  for (const body of ["{", "[]", "[{}]", "null", "0", '""', "{}{}", "{},", '{"a":1}', '{"userId":"a","userId":"b"}', "\0"]) {
    await assertRefused(await endpoint(asAlice({ method: "POST", body, headers })), 400, "body_not_empty");
  }
  for (const body of [new Uint8Array([0xff, 0xfe]), new Uint8Array([0xe2, 0x82])]) {
    await assertRefused(await endpoint(asAlice({ method: "POST", body, headers })), 400, "body_unreadable");
  }
});

test("a body over 64 KiB is refused with 413, and not read to its end", async () => {
  const headers = { "content-type": "application/json" };
  await assertAlice(await endpoint(asAlice({ method: "POST", body: " ".repeat(65_536), headers })));
  await assertRefused(await endpoint(asAlice({ method: "POST", body: " ".repeat(65_537), headers })), 413, "too_large");
  let pulled = 0;
  let cancelled = false;
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(8192).fill(0x20, (pulled += 8192) && 0)),
    cancel: () => void (cancelled = true),
  });
  await assertRefused(await endpoint(asAlice({ method: "POST", body: endless, headers, duplex: "half" })), 413, "too_large");
  assert.ok(cancelled && pulled < 131_072, String(pulled));
});

test("a body that breaks off is refused with 400", async () => {
  const broken = new ReadableStream({ pull: (controller) => controller.error(new Error("gone")) });
  await assertRefused(await endpoint(asAlice({ method: "POST", body: broken, duplex: "half" })), 400, "body_unreadable");
});

const CORS = ["access-control-allow-origin", "access-control-allow-credentials", "access-control-allow-methods", "access-control-allow-headers"];
const corsOf = (response) => CORS.map((name) => response.headers.get(name));
const preflight = (origin) => asAlice({ method: "OPTIONS", headers: { origin, "access-control-request-method": "POST" } });

test("no other origin may read the answer unless it is listed", async () => {
  const none = [null, null, null, null];
  for (const origin of ["https://app.example.com", "https://evil.example", "null"]) {
    assert.deepEqual(corsOf(await endpoint(asAlice({ headers: { origin } }))), none);
    assert.deepEqual(corsOf(await endpoint(preflight(origin))), none);
  }
  const handler = createSignaturesHandler({ secret, identify, origins: ["https://app.example.com"] });
  const others = [
    "https://app.example.com.evil.example",
    "https://evil.example",
    "http://app.example.com",
    "https://app.example.com:8443",
    "https://APP.example.com",
    "https://app.example.com/",
    "null",
    "*",
  ];
  for (const origin of others) {
    assert.deepEqual(corsOf(await handler(asAlice({ headers: { origin } }))), none, origin);
    assert.deepEqual(corsOf(await handler(preflight(origin))), none, origin);
  }
});

test("a listed origin may, with credentials, after a preflight, and also read what was refused", async () => {
  const origins = ["https://app.example.com", "http://localhost:3000"];
  const handler = createSignaturesHandler({ secret, identify, origins });
  for (const origin of origins) {
    for (const request of [asAlice({ headers: { origin } }), new Request(url, { headers: { origin } })]) {
      const response = await handler(request);
      assert.deepEqual(corsOf(response), [origin, "true", null, null]);
      assert.match(response.headers.get("vary"), /\bOrigin\b/);
    }
    const response = await handler(preflight(origin));
    assert.equal(response.status, 204);
    assert.deepEqual(corsOf(response), [origin, "true", "GET, HEAD, POST", "authorization, content-type"]);
    assert.deepEqual(corsOf(await handler(asAlice({ method: "OPTIONS", headers: { origin } }))), [origin, "true", null, null]);
  }
  assert.deepEqual(corsOf(await handler(asAlice())), [null, null, null, null]);
});

test("wrong options are refused when the handler is made", () => {
  const made = (options) => () => createSignaturesHandler({ secret, identify, ...options });
  const refused = [
    [{ secret: undefined }, "secret_missing", "secret"],
    [{ secret: "" }, "secret_empty", "secret"],
    [{ secret: "short" }, "secret_too_short", "secret"],
    [{ secret: `${secret}\n` }, "secret_padded", "secret"],
    [{ identify: undefined }, "option_invalid", "identify"],
    [{ identify: alice }, "option_invalid", "identify"],
    [{ onError: null }, "option_invalid", "onError"],
    [{ expiresIn: "1h" }, "option_unknown", "expiresIn"],
    [{ widgetID: widgetId }, "option_unknown", "widgetID"],
    [{ widgetId: undefined }, "field_missing", "widgetId"],
    [{ widgetId: "not base64url!" }, "field_invalid", "widgetId"],
    [{ widgetId: "" }, "field_empty", "widgetId"],
    [{ widgetId: secret }, "widget_id_is_secret", "widgetId"],
    [{ expiresInSeconds: "1h" }, "option_invalid", "expiresInSeconds"],
    [{ expiresInSeconds: 0 }, "option_invalid", "expiresInSeconds"],
    [{ issuedAt: Date.now() }, "time_in_milliseconds", "issuedAt"],
    [{ widgetId, versions: { app: 1 } }, "field_invalid", "versions"],
    ...[
      "*",
      "https://app.example.com",
      ["*"],
      ["https://*.example.com/"],
      ["https://app.example.com/"],
      ["app.example.com"],
      ["null"],
      [null],
      [/example/],
      {},
      null,
    ].map(
      (origins) => [{ origins }, "option_invalid", "origins"],
    ),
  ];
  for (const [options, code, field] of refused) {
    assert.throws(made(options), (error) => {
      assert.ok(error instanceof FogbenderTokenError, String(error));
      assert.deepEqual([error.code, error.field], [code, field], JSON.stringify(options));
      return true;
    });
  }
  for (const nothing of [undefined, null, "secret", []]) assert.throws(() => createSignaturesHandler(nothing), { code: "not_an_object" });
  assert.equal(typeof made({ secret: "short", allowShortSecret: true })(), "function");
  assert.equal(typeof made({ secret: new TextEncoder().encode(secret) })(), "function");
});

test("the times and the versions of the options reach the userJWT and the token", async () => {
  const options = { secret, widgetId, identify, issuedAt: 1_700_000_000, notBeforeSeconds: 60, expiresInSeconds: 3600, versions: { app: "1.2" } };
  const { token } = await answered(await createSignaturesHandler(options)(asAlice()));
  const { iat, nbf, exp } = verifyUserJWT(token.userJWT, secret, { now: 1_700_000_100 });
  assert.deepEqual({ iat, nbf, exp }, { iat: 1_700_000_000, nbf: 1_700_000_060, exp: 1_700_003_600 });
  assert.deepEqual(token.versions, { app: "1.2" });
  const now = await answered(await createSignaturesHandler({ secret, identify, expiresInSeconds: 60 })(asAlice()));
  const claims = verifyUserJWT(now.signatures.userJWT, secret);
  assert.equal(claims.exp, claims.iat + 60);
  assert.ok(Math.abs(claims.iat - Date.now() / 1000) < 5);
});

/** A server on loopback for the length of a test; gives its address. */
async function listen(t, listener) {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}`;
}

/** Gives what console.error was given so far in a test, instead of the terminal. */
function logged(t) {
  const { mock } = t.mock.method(console, "error", silent);
  return () => mock.calls.map(({ arguments: [error] }) => error);
}

/** What a server answers to bytes as they are, until it closes. */
async function raw(address, bytes) {
  const socket = net.connect(new URL(address).port, "127.0.0.1");
  let answer = "";
  socket.on("data", (data) => (answer += data)).on("error", silent);
  socket.write(bytes);
  await once(socket, "close");
  return answer;
}

const cookie = "session=alice";

/** The same answers over http, wherever the endpoint is mounted. */
async function assertServes(at) {
  await assertAlice(await fetch(at, { headers: { cookie } }));
  await assertAlice(await fetch(`${at}?userId=U1`, { headers: { cookie } }));
  await assertAlice(await fetch(at, { method: "POST", headers: { cookie } }));
  const json = { cookie, "content-type": "application/json" };
  await assertAlice(await fetch(at, { method: "POST", body: "{}", headers: json }));
  await assertRefused(await fetch(at), 401, "not_signed_in");
  await assertRefused(await fetch(at, { method: "POST", body: JSON.stringify(bob), headers: json }), 400, "body_not_empty");
  await assertRefused(await fetch(at, { method: "POST", body: "[]", headers: json }), 400, "body_not_empty");
  await assertRefused(await fetch(at, { method: "POST", body: "a=b", headers: { cookie, "content-type": "text/plain" } }), 415, "content_type_not_json");
  await assertRefused(await fetch(at, { method: "DELETE", headers: { cookie } }), 405, "method_not_allowed");
  const head = await fetch(at, { method: "HEAD", headers: { cookie } });
  assert.deepEqual([head.status, head.headers.get("cache-control"), await head.text()], [200, "no-store", ""]);
  const options = await fetch(at, { method: "OPTIONS" });
  assert.deepEqual([options.status, options.headers.get("allow")], [204, "GET, HEAD, POST, OPTIONS"]);
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
    .post("/drained", (message, reply) => message.resume().on("end", () => listener(message, reply)));
  const at = await listen(t, app);
  for (const mount of ["/plain", "/json", "/raw", "/text"]) await assertServes(`${at}${mount}/fogbender-signatures`);
  assert.ok(seen.includes(`${at}/plain/fogbender-signatures?userId=U1`), seen[0]);
  await assertAlice(await fetch(`${at}/drained`, { method: "POST", body: "{}", headers: { cookie, "content-type": "application/json" } }));
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
  assert.match(await raw(at, `TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`), /^HTTP\/1\.1 405 [^]*"code":"method_not_allowed"/);
  assert.deepEqual(errors(), []);
});

test("toNodeHandler: headers that come twice arrive twice, and cookies leave one by one", async (t) => {
  let received;
  const at = await listen(
    t,
    toNodeHandler(async (request) => {
      received = request.headers.get("authorization");
      return new Response(null, { status: 204, headers: [["set-cookie", "a=1"], ["set-cookie", "b=2"]] });
    }),
  );
  const answer = await raw(at, "GET / HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer x\r\nAuthorization: Bearer y\r\nConnection: close\r\n\r\n");
  assert.equal(received, "Bearer x, Bearer y");
  assert.match(answer, /set-cookie: a=1\r\nset-cookie: b=2\r\n/);
});

test("toNodeHandler: a handler that throws is a 500 without its stack, and the server lives on", async (t) => {
  const errors = logged(t);
  const thrown = new Error(`no: ${secret}`);
  const failing = [
    () => { throw thrown; },
    () => Promise.reject(thrown),
    async () => new Response(new ReadableStream({ pull: (controller) => controller.error(thrown) })),
    async () => undefined,
  ];
  for (const handler of failing) {
    const at = await listen(t, toNodeHandler(handler));
    for (let round = 0; round < 2; round += 1) {
      const outcome = await fetch(at).then(async (response) => [response.status, await response.text()], () => "closed");
      if (outcome !== "closed") assert.deepEqual(outcome, [500, '{"error":{"code":"internal","message":"Internal error."}}']);
    }
  }
  assert.equal(errors().length, 2 * failing.length);
  for (const none of [undefined, Promise.resolve(endpoint)]) assert.throws(() => toNodeHandler(none), { code: "option_invalid", field: "handler" });
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
  assert.match(answer, /^HTTP\/1\.1 200 OK\r\n[^]*"signatures":\{"userJWT":"/);
});
