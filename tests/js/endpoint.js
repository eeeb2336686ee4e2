// The endpoint of the tests: who is signed in, and what is demanded of every answer.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { createSignaturesHandler, explainToken, verifyUserJWT } from "fogbender-token";

export const secret = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
export const widgetId = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";
export const url = "https://app.example.com/fogbender-signatures";
export const alice = {
  userId: "U234328",
  customerId: "C256434",
  customerName: "Netflix",
  userEmail: "alice@netflix.com",
  userName: "Alice Chesterton",
};
export const bob = { userId: "U1", customerId: "C1", customerName: "Other", userEmail: "bob@other.com", userName: "Bob" };
const users = { alice, bob };

/** The session is a cookie, as a stand for one that proves something. */
export const identify = (request) => users[/(?:^|; )session=(\w+)/.exec(request.headers.get("cookie") ?? "")?.[1]];
export const silent = () => {};
export const endpoint = createSignaturesHandler({ secret, widgetId, identify, onError: silent });
export const asAlice = (init) => new Request(url, { ...init, headers: { cookie: "session=alice", ...init?.headers } });

export async function answered(response) {
  assert.equal(response.headers.get("cache-control"), "no-store");
  assert.match(response.headers.get("vary"), /Cookie/);
  assert.equal(response.headers.get("content-type"), "application/json; charset=utf-8");
  return response.json();
}

/** The answer is an error of this status and code, and says nothing but its code, its message and its problems. */
export async function assertRefused(response, status, code) {
  const body = await answered(response);
  assert.deepEqual([response.status, body.error.code], [status, code], JSON.stringify(body));
  assert.deepEqual(Object.keys(body), ["error"]);
  for (const name of Object.keys(body.error)) assert.ok(["code", "message", "problems"].includes(name), name);
  assert.match(body.error.message, /^\S.{10,}\.$/);
  assert.doesNotMatch(JSON.stringify(body), /\bat .*:\d+:\d+|node:|\.js\b/);
  assert.ok(!JSON.stringify(body).includes(secret));
  return body.error;
}

export async function assertAlice(response) {
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

/** A server on loopback for the length of a test; gives its address. */
export async function listen(t, listener) {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}`;
}

/** Gives what console.error was given so far in a test, instead of the terminal. */
export function logged(t) {
  const { mock } = t.mock.method(console, "error", silent);
  return () => mock.calls.map(({ arguments: [error] }) => error);
}

export const cookie = "session=alice";

/** The same answers over http, wherever the endpoint is mounted. */
export async function assertServes(at) {
  await assertAlice(await fetch(at, { headers: { cookie } }));
  await assertAlice(await fetch(`${at}?userId=U1`, { headers: { cookie } }));
  await assertAlice(await fetch(at, { method: "POST", headers: { cookie } }));
  const json = { cookie, "content-type": "application/json" };
  await assertAlice(await fetch(at, { method: "POST", body: "{}", headers: json }));
  await assertRefused(await fetch(at), 401, "not_signed_in");
  await assertRefused(await fetch(at, { method: "POST", body: JSON.stringify(bob), headers: json }), 400, "body_not_empty");
  await assertRefused(await fetch(at, { method: "POST", body: "[]", headers: json }), 400, "body_not_empty");
  await assertRefused(
    await fetch(at, { method: "POST", body: "a=b", headers: { cookie, "content-type": "text/plain" } }),
    415,
    "content_type_not_json",
  );
  await assertRefused(await fetch(at, { method: "DELETE", headers: { cookie } }), 405, "method_not_allowed");
  const head = await fetch(at, { method: "HEAD", headers: { cookie } });
  assert.deepEqual([head.status, head.headers.get("cache-control"), await head.text()], [200, "no-store", ""]);
  const options = await fetch(at, { method: "OPTIONS" });
  assert.deepEqual([options.status, options.headers.get("allow")], [204, "GET, HEAD, POST, OPTIONS"]);
}
