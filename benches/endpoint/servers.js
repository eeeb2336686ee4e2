// One server in a process of its own, named by the argument: the package's endpoint, or the same one written with
// another library, as a handler of requests or by hand on Node's http, which is the quickest there is.
import { createSecretKey } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { createSignaturesHandler, Signer, toNodeHandler } from "fogbender-token";
import { SignJWT } from "jose";
import jsonwebtoken from "jsonwebtoken";
import { webCryptoKey } from "../contenders.js";
import { secret, userOf, widgetId } from "./users.js";

/** What the package's endpoint sends: each server has the same to send. */
const HEADERS = {
  "cache-control": "no-store",
  "cross-origin-resource-policy": "same-origin",
  vary: "Origin, Cookie, Authorization, Sec-Fetch-Site",
  "x-content-type-options": "nosniff",
  "content-type": "application/json; charset=utf-8",
};

/** An endpoint on Node's http alone, as somebody would write it who has a JWT library and no other. */
function byHand(sign) {
  const refuse = (reply, status, code) =>
    reply.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ error: { code } }));
  return async (message, reply) => {
    if (message.method !== "GET") return refuse(reply, 405, "method_not_allowed");
    const identity = userOf(message.headers.cookie);
    if (identity === undefined) return refuse(reply, 401, "not_signed_in");
    const userJWT = await sign(identity);
    reply.writeHead(200, HEADERS).end(JSON.stringify({ signatures: { userJWT }, token: { widgetId, ...identity, userJWT } }));
  };
}

/** The same behind the package's adapter, as a handler of requests that could move to another runtime. */
function asHandler(sign) {
  const refuse = (status, code) => Response.json({ error: { code } }, { status });
  return toNodeHandler(async (request) => {
    if (request.method !== "GET") return refuse(405, "method_not_allowed");
    const identity = userOf(request.headers.get("cookie"));
    if (identity === undefined) return refuse(401, "not_signed_in");
    const userJWT = await sign(identity);
    return Response.json({ signatures: { userJWT }, token: { widgetId, ...identity, userJWT } }, { headers: HEADERS });
  });
}

async function signWithJose() {
  const key = await webCryptoKey();
  const header = { alg: "HS256", typ: "JWT" };
  return (identity) => new SignJWT(identity).setProtectedHeader(header).setIssuedAt().sign(key);
}

function signWithJsonwebtoken() {
  const key = createSecretKey(Buffer.from(secret));
  return (identity) => jsonwebtoken.sign(identity, key, { algorithm: "HS256" });
}

function ownHandler() {
  return toNodeHandler(createSignaturesHandler({ secret, widgetId, identify: (request) => userOf(request.headers.get("cookie")) }));
}

function ownByHand() {
  const signer = new Signer(secret);
  return byHand((identity) => signer.sign(identity));
}

export const SERVERS = {
  "handler, fogbender-token": ownHandler,
  "handler, jose": async () => asHandler(await signWithJose()),
  "handler, jsonwebtoken": () => asHandler(signWithJsonwebtoken()),
  "node:http, fogbender-token": ownByHand,
  "node:http, jose": async () => byHand(await signWithJose()),
  "node:http, jsonwebtoken": () => byHand(signWithJsonwebtoken()),
};

if (process.send) {
  const server = createServer(await SERVERS[process.argv[2]]()).listen(0, "127.0.0.1");
  await once(server, "listening");
  process.send(server.address().port);
  process.on("disconnect", () => process.exit());
}
