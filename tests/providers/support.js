import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import net from "node:net";
import { SignJWT } from "jose";
import { FogbenderTokenError, Signer } from "./subject.js";

process.env.FOGBENDER_SECRET = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
process.env.FOGBENDER_WIDGET_ID = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";
const signer = new Signer(process.env.FOGBENDER_SECRET);
const widgetId = process.env.FOGBENDER_WIDGET_ID;

/** Fogbender would accept the token of this identity, with every field of it signed. */
function assertAccepted(token) {
  const { verdict, fields } = signer.explain(token);
  assert.equal(verdict, "accepted");
  assert.deepEqual(new Set(Object.values(fields)), new Set(["signed"]));
}

/** The identity is this one, and its token accepted. */
export function assertIdentity(actual, expected) {
  assert.deepEqual(actual, expected);
  assertAccepted(signer.token(actual, { widgetId }));
}

/** Every problem that `run` is refused for, as "code field". */
export function problemsOf(run) {
  let result;
  try {
    result = run();
  } catch (error) {
    assert.ok(error instanceof FogbenderTokenError, error.stack);
    for (const { message } of error.problems) assert.match(message, /^\S.{20,}[.?]$/);
    return error.problems.map(({ code, field }) => `${code} ${field}`);
  }
  return assert.fail(`not refused: ${JSON.stringify(result)}`);
}

// SuperTokens tells by the d that a key is one of those that are changed from time to time.
const kid = "d-1";
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
export const publicPem = publicKey.export({ type: "spki", format: "pem" });
export const jwks = { keys: [{ ...publicKey.export({ format: "jwk" }), kid, alg: "RS256", use: "sig", key_ops: ["verify"] }] };

/** A session's JWT, signed with the local key. */
export const jwt = (claims, header) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: "RS256", typ: "JWT", kid, ...header })
    .setIssuedAt()
    .setExpirationTime("1h")
    .sign(privateKey);

/** The same with its payload edited, so that its signature is wrong. */
export function edited(token, edit) {
  const [header, payload, signature] = token.split(".");
  const claims = { ...JSON.parse(Buffer.from(payload, "base64url")), ...edit };
  return [header, Buffer.from(JSON.stringify(claims)).toString("base64url"), signature].join(".");
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|::1)$/;
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [{ host = "localhost" }] = [args[0]].flat();
  assert.match(host, LOOPBACK, `the network was used: ${host}`);
  return connect.apply(this, args);
};

// Some SDKs take hold of fetch when they are imported, so this module comes before them, and this before its await.
const { fetch } = globalThis;
globalThis.fetch = (input, init) => {
  const url = new URL(input.url ?? input);
  if (LOOPBACK.test(url.hostname)) return fetch(input, init);
  return fetch(`${address}/${url.host}${url.pathname}${url.search}`, input instanceof Request ? input : init);
};

let answers = {};
const server = createServer((request, response) => {
  const answer = answers[new URL(request.url, "http://localhost").pathname];
  response.writeHead(answer === undefined ? 404 : 200, { "content-type": "application/json", connection: "close" });
  response.end(JSON.stringify(answer ?? { errors: [{ code: "not_found", message: "not found" }] }));
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
server.unref();
export const address = `http://127.0.0.1:${server.address().port}`;

/**
 * Answers with JSON at `address`, and in place of providers' APIs, whose host is then the first part of the path.
 * @param {Record<string, unknown>} byPath may change later
 */
export function serve(byPath) {
  answers = byPath;
}

/** An example, with its packages found here, where they are installed. */
export function example(name) {
  const text = readFileSync(new URL(`../../examples/providers/${name}.js`, import.meta.url), "utf8");
  const subject = new URL("subject.js", import.meta.url).href;
  const linked = text.replaceAll(/(?<=^import .* from )"([^"]+)"/gm, (_, from) =>
    JSON.stringify(from.startsWith("fogbender-token") ? subject : import.meta.resolve(from)),
  );
  return import(`data:text/javascript,${encodeURIComponent(linked)}`);
}

/**
 * The example's endpoint gives whoever has the first headers the accepted token of this user, refuses the impersonated
 * session of the second, and tells those without a session that they are not signed in.
 */
export async function assertEndpoint(endpoint, { userId, signedIn, impersonated, signedOut = [] }) {
  const answerTo = async (headers) => {
    const response = await endpoint(new Request("http://localhost/fogbender-signatures", { headers }));
    return { status: response.status, body: await response.json() };
  };
  const { status, body } = await answerTo(signedIn);
  assert.equal(status, 200, JSON.stringify(body));
  assertAccepted(body.token);
  assert.equal(body.token.userId, userId);
  const refused = await answerTo(impersonated);
  assert.deepEqual([refused.status, refused.body.error.code], [403, "session_impersonated"]);
  for (const headers of [{}, ...signedOut]) {
    const { status, body } = await answerTo(headers);
    assert.deepEqual([status, body.error.code], [401, "not_signed_in"]);
  }
}
