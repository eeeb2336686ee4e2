// The signatures endpoint under load: this process asks, on loopback, servers that each run in a process of their own:
// the package's endpoint, and the same one written with jose and with jsonwebtoken, both as a handler of requests and by
// hand on Node's http, which is the quickest there is. They take turns in rounds, so that what else the machine does
// falls on all of them; every answer is checked, outside the time measured.
import { fork } from "node:child_process";
import { createHmac, createSecretKey } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";

const secret = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
const widgetId = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";
const ROUNDS = 20;
const REQUESTS = 2500;
const CONNECTIONS = 16;
const LIMIT_SECONDS = 300;
const HEADERS = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", vary: "Origin, Cookie, Authorization" };

const users = Array.from({ length: 50 }, (_, index) => ({
  userId: `U${index}`,
  customerId: `C${index % 7}`,
  customerName: index % 2 ? "Netflix" : "Söhne & Co",
  userEmail: `user${index}@example.com`,
  userName: `User ${index} Chesterton`,
}));

/** The session is a cookie that names the user, which costs every server the same. */
const userOf = (cookie) => users[/(?:^|; )session=(\d+)/.exec(cookie ?? "")?.[1]];

/** An endpoint on Node's http alone, as somebody would write it who has a JWT library and no other. */
function byHand(sign) {
  const refuse = (reply, status, code) => reply.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ error: { code } }));
  return async (message, reply) => {
    if (message.method !== "GET") return refuse(reply, 405, "method_not_allowed");
    const identity = userOf(message.headers.cookie);
    if (identity === undefined) return refuse(reply, 401, "not_signed_in");
    const userJWT = await sign(identity);
    reply.writeHead(200, HEADERS).end(JSON.stringify({ signatures: { userJWT }, token: { widgetId, ...identity, userJWT } }));
  };
}

/** The same behind the package's adapter, as a handler of requests that could move to another runtime. */
async function asHandler(sign) {
  const { toNodeHandler } = await import("../pkg/index.js");
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
  const { SignJWT } = await import("jose");
  const key = await crypto.subtle.importKey("raw", Buffer.from(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const header = { alg: "HS256", typ: "JWT" };
  return (identity) => new SignJWT(identity).setProtectedHeader(header).setIssuedAt().sign(key);
}

async function signWithJsonwebtoken() {
  const { default: jsonwebtoken } = await import("jsonwebtoken");
  const key = createSecretKey(Buffer.from(secret));
  return (identity) => jsonwebtoken.sign({ ...identity }, key, { algorithm: "HS256" });
}

/** What each server listens with, in its own process, with its key prepared. */
const SERVERS = {
  async createSignaturesHandler() {
    const { createSignaturesHandler, toNodeHandler } = await import("../pkg/index.js");
    return toNodeHandler(createSignaturesHandler({ secret, widgetId, identify: (request) => userOf(request.headers.get("cookie")) }));
  },
  "jose, as a handler": async () => asHandler(await signWithJose()),
  "jsonwebtoken, as a handler": async () => asHandler(await signWithJsonwebtoken()),
  async "Signer, by hand"() {
    const { Signer } = await import("../pkg/index.js");
    const signer = new Signer(secret);
    return byHand((identity) => signer.sign(identity));
  },
  "jose, by hand": async () => byHand(await signWithJose()),
  "jsonwebtoken, by hand": async () => byHand(await signWithJsonwebtoken()),
};

async function serve(name) {
  const server = createServer(await SERVERS[name]()).listen(0, "127.0.0.1");
  await once(server, "listening");
  process.send(server.address().port);
  process.on("disconnect", () => process.exit());
}

/** Asks over one kept connection, one request after another; gives each user's index with the answer's body. */
async function ask(port, indexes, answers) {
  const socket = connect(port, "127.0.0.1").setNoDelay(true).setEncoding("utf8");
  await once(socket, "connect");
  let received = "";
  let done;
  socket.on("data", (text) => {
    received += text;
    if (isWhole(received)) done(received);
  });
  const failed = new Promise((_, reject) => socket.on("error", reject).on("close", () => reject(new Error("The server hung up."))));
  failed.catch(() => {});
  for (const index of indexes) {
    received = "";
    const answer = new Promise((resolve) => (done = resolve));
    socket.write(`GET /fogbender-signatures HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: session=${index}\r\n\r\n`);
    answers.push([index, await Promise.race([answer, failed])]);
  }
  socket.destroy();
}

function isWhole(answer) {
  const end = answer.indexOf("\r\n\r\n");
  if (end < 0) return false;
  const length = /^content-length: (\d+)/im.exec(answer.slice(0, end))?.[1];
  return length === undefined ? answer.endsWith("\r\n0\r\n\r\n") : Buffer.byteLength(answer.slice(end + 4)) >= Number(length);
}

/** One round at one server; gives its requests per second and how many answers were wrong. */
async function round(port, requests) {
  const indexes = Array.from({ length: requests }, (_, index) => index % users.length);
  const answers = [];
  const started = performance.now();
  const share = Math.ceil(requests / CONNECTIONS);
  await Promise.all(Array.from({ length: CONNECTIONS }, (_, at) => ask(port, indexes.slice(at * share, (at + 1) * share), answers)));
  const perSecond = (1000 * requests) / (performance.now() - started);
  const right = answers.filter(([index, answer]) => isRight(users[index], answer)).length;
  return { perSecond, wrong: requests - right };
}

/** Whether an answer has the userJWT and the token of this user, by nothing but HMAC-SHA256 and JSON. */
function isRight(user, answer) {
  if (!answer.startsWith("HTTP/1.1 200 ")) return false;
  const { signatures, token } = JSON.parse(answer.slice(answer.indexOf("{"), answer.lastIndexOf("}") + 1));
  const [header, payload, signature] = signatures.userJWT.split(".");
  if (createHmac("sha256", secret).update(`${header}.${payload}`).digest("base64url") !== signature) return false;
  const { iat, ...claims } = JSON.parse(Buffer.from(payload, "base64url").toString());
  const isNow = Math.abs(Date.now() / 1000 - iat) < 120;
  return isNow && same(claims, user) && same(token, { widgetId, ...user, userJWT: signatures.userJWT });
}

const same = (one, other) => Object.keys(one).length === Object.keys(other).length && Object.keys(one).every((name) => one[name] === other[name]);

const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
};

async function measure() {
  const servers = await Promise.all(
    Object.keys(SERVERS).map(async (name) => {
      const child = fork(fileURLToPath(import.meta.url), [name]);
      const [port] = await Promise.race([once(child, "message"), once(child, "exit").then(() => Promise.reject(new Error(`${name} did not start.`)))]);
      return { name, child, port, rates: [], wrong: 0, asked: 0 };
    }),
  );
  const started = performance.now();
  for (const { port } of servers) await round(port, REQUESTS);
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    if (performance.now() - started > LIMIT_SECONDS * 1000) throw new Error(`Not done after ${LIMIT_SECONDS} s.`);
    for (let at = 0; at < servers.length; at += 1) {
      const server = servers[(at + turn) % servers.length];
      const { perSecond, wrong } = await round(server.port, REQUESTS);
      server.rates.push(perSecond);
      server.wrong += wrong;
      server.asked += REQUESTS;
    }
    process.stderr.write(`\rround ${turn + 1} of ${ROUNDS}, ${Math.round((performance.now() - started) / 1000)} s `);
  }
  process.stderr.write("\n");
  for (const { child } of servers) child.disconnect();
  return servers;
}

function report(servers) {
  const columns = [28, 10, 8, 12, 8];
  const row = (cells) => console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(columns[at]) : String(cell).padStart(columns[at]))).join(""));
  row(["endpoint", "requests", "wrong", "requests/s", "ratio"]);
  const [own] = servers;
  for (const { name, rates, wrong, asked } of servers) {
    row([name, asked, wrong, Math.round(median(rates)), (median(rates) / median(own.rates)).toFixed(2)]);
  }
}

if (process.argv[2] !== undefined) await serve(process.argv[2]);
else {
  const servers = await measure();
  report(servers);
  process.exitCode = servers.some(({ wrong }) => wrong > 0) ? 1 : 0;
}
