// Over https the cookies of Auth.js have other names than on a developer's machine: nextauthjs/next-auth#11043.
import assert from "node:assert/strict";
import test from "node:test";
import { example } from "./support.js";
import { Auth } from "@auth/core";
import Credentials from "@auth/core/providers/credentials";
import { toNodeHandler } from "fogbender-token";
import nextAuth from "next-auth";
import credentialsOf4 from "next-auth/providers/credentials";
import { browser, serveBehindProxy, serveHttps } from "./https.js";

const secret = "0123456789abcdef0123456789abcdef";
Object.assign(process.env, { AUTH_SECRET: secret, NEXTAUTH_SECRET: secret, AUTH_TRUST_HOST: "true" });

const alice = { id: "user_alice", name: "Alice Chesterton", email: "alice@netflix.com" };
const credentials = { credentials: { password: {} }, authorize: () => alice };

async function bodyOf(request) {
  return Buffer.concat(await request.toArray()).toString();
}

/** Auth.js as an adapter mounts it: with the address that the browser has. */
async function authJs(request, response) {
  const proto = request.socket.encrypted ? "https" : (request.headers["x-forwarded-proto"] ?? "http");
  const body = request.method === "POST" ? await bodyOf(request) : undefined;
  const web = new Request(`${proto}://${request.headers.host}${request.url}`, { method: request.method, headers: request.headers, body });
  const answer = await Auth(web, { secret, trustHost: true, basePath: "/auth", providers: [Credentials(credentials)] });
  response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), "set-cookie": answer.headers.getSetCookie() });
  response.end(await answer.text());
}

/** next-auth 4 as a Next.js API route has it, with what Next.js adds to Node's request and response. */
async function nextAuth4(request, response) {
  const [path] = request.url.split("?");
  request.query = { nextauth: path.split("/").slice(2) };
  request.cookies = Object.fromEntries(
    decodeURIComponent(request.headers.cookie ?? "")
      .split("; ")
      .map((pair) => pair.split(/=(.*)/s, 2)),
  );
  request.body = Object.fromEntries(new URLSearchParams(await bodyOf(request)));
  // A server with TLS of its own says by NEXTAUTH_URL what a proxy says by its header.
  if (request.socket.encrypted) request.headers["x-forwarded-proto"] = "https";
  response.status = (status) => Object.assign(response, { statusCode: status });
  response.json = (value) => response.setHeader("content-type", "application/json").end(JSON.stringify(value));
  response.send = (value) => (typeof value === "object" ? response.json(value) : response.end(value));
  await nextAuth.default(request, response, { secret, providers: [credentialsOf4.default(credentials)] });
}

const VERSIONS = [
  ["Auth.js 5", "auth-js", authJs, "__Secure-authjs.session-token"],
  ["next-auth 4", "next-auth-4", nextAuth4, "__Secure-next-auth.session-token"],
];
const SERVERS = [
  ["over https", serveHttps],
  ["behind a proxy that ends the TLS", serveBehindProxy],
];

for (const [version, file, auth, cookie] of VERSIONS) {
  const { GET } = await example(file);
  const endpoint = toNodeHandler(GET);
  for (const [where, serve] of SERVERS) {
    test(`${version}, ${where}: the example finds the session that the SDK made, and none before`, async () => {
      const port = await serve((request, response) => (request.url.startsWith("/auth/") ? auth : endpoint)(request, response));
      const { ask, jar } = browser(port);
      assert.equal((await ask("/fogbender-signatures")).status, 401);

      const { csrfToken } = JSON.parse((await ask("/auth/csrf")).body);
      const signIn = await ask("/auth/callback/credentials", { csrfToken, password: "correct horse", json: "true" });
      assert.ok(jar.has(cookie), `${signIn.status}: ${signIn.body}`);

      const { status, body } = await ask("/fogbender-signatures");
      assert.equal(status, 200, body);
      const { token } = JSON.parse(body);
      assert.deepEqual([token.userId, token.userEmail, token.userName], [alice.id, alice.email, alice.name]);
    });
  }
}
