// The clients of the endpoint, in a thread of their own: good ones, whose every answer is checked, among slow, broken and
// hostile ones.
import { once } from "node:events";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { verifyUserJWT } from "fogbender-token";
import { alice, secret, widgetId } from "../alice.js";

const { port, seconds } = workerData;
const end = Date.now() + seconds * 1000;
const url = `http://127.0.0.1:${port}/`;
const counts = {};
const wrong = [];
const count = (kind) => (counts[kind] = (counts[kind] ?? 0) + 1);

/** Does it again and again, in so many places at once. */
const crowd = (places, act) =>
  Promise.all(
    Array.from({ length: places }, async (_, place) => {
      for (let n = place; Date.now() < end; n += places) await act(n);
    }),
  );

/** Asks as one user and gets that user's token, whatever else is going on. */
async function good(n) {
  const identity = { ...alice, userId: `U${n}` };
  const method = n % 2 === 0 ? "GET" : "POST";
  const started = Date.now();
  const response = await fetch(url, { method, headers: { cookie: `session=${identity.userId}` } });
  const { token, signatures } = await response.json();
  const { iat, ...claims } = verifyUserJWT(signatures.userJWT, secret);
  const expected = { widgetId, ...identity, userJWT: signatures.userJWT };
  const isRight = [
    [claims, identity],
    [Object.entries(token).sort(), Object.entries(expected).sort()],
  ].every(([got, wanted]) => JSON.stringify(got) === JSON.stringify(wanted));
  if (!isRight || response.status !== 200) wrong.push(`good: ${response.status} ${JSON.stringify(claims)}`);
  counts["slowest good answer, ms"] = Math.max(counts["slowest good answer, ms"] ?? 0, Date.now() - started);
  count("good");
}

async function stranger() {
  const response = await fetch(url);
  const { error } = await response.json();
  if (response.status !== 401 || error.code !== "not_signed_in") wrong.push(`stranger: ${response.status}`);
  count("not signed in");
}

/** A connection, which may well be reset. */
async function connect() {
  const socket = net.connect(port, "127.0.0.1");
  await once(socket, "connect");
  return socket.on("error", () => {});
}

/** Waits until a connection is closed, and no longer than so many milliseconds. */
const closed = (socket, milliseconds) =>
  Promise.race([new Promise((resolve) => (socket.closed ? resolve() : socket.on("close", resolve))), sleep(milliseconds)]);

const head = "POST / HTTP/1.1\r\nHost: a\r\nCookie: session=U1\r\nContent-Type: application/json\r\n";

/** Keeps a connection busy for as long as it can with next to nothing. */
async function slow(n) {
  const socket = await connect();
  socket.write(n % 2 === 0 ? "GET / HTTP/1.1\r\nHost: a\r\n" : `${head}Content-Length: 60000\r\n\r\n{`);
  while (Date.now() < end && !socket.destroyed) {
    await sleep(200);
    socket.write(n % 2 === 0 ? "X: y\r\n" : " ");
  }
  socket.destroy();
  count("slow");
}

const cutOff = [
  "",
  "GET / HT",
  "GET / HTTP/1.1\r\nCookie: session=U1\r\nHost: a\r\n\r\n",
  `${head}Content-Length: 10\r\n\r\n{`,
  `${head}Transfer-Encoding: chunked\r\n\r\n5\r\n{`,
];
const ways = ["destroy", "end", "resetAndDestroy"];

/** Goes away in the middle: half-closed, closed or reset. */
async function broken(n) {
  const socket = await connect();
  socket.write(cutOff[n % cutOff.length]);
  await sleep(n % 20);
  socket[ways[n % ways.length]]();
  socket.resume();
  await closed(socket, 1000);
  socket.destroy();
  count("broken");
}

/** What is sent, and the status with which it must be refused. */
const hostileRequests = [
  ["PUT / HTTP/1.1\r\nHost: a\r\n", 405],
  ["TRACE / HTTP/1.1\r\nHost: a\r\n", 405],
  ["NONSENSE / HTTP/1.1\r\nHost: a\r\n", 400],
  ["GET / HTTP/9.9\r\nHost: a\r\n", 400],
  ["GET / HTTP/1.1\r\nHost: a\r\nA: b\0c\r\n", 400],
  [`GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(100_000)}\r\n`, 431],
  [`GET / HTTP/1.1\r\nHost: a\r\n${"A: b\r\n".repeat(20_000)}`, 431],
  [`GET /${"x".repeat(100_000)} HTTP/1.1\r\nHost: a\r\n`, 431],
  ["GET //evil.example/ HTTP/1.1\r\nHost: %%%\r\n", 401],
  ["GET / HTTP/1.1\r\nHost: a\r\nCookie: session=__proto__\r\nOrigin: null\r\n", 401],
  [`${head}Content-Length: -1\r\n`, 400],
  [`${head}Content-Length: 1\r\nContent-Length: 2\r\n`, 400],
  [`${head}Transfer-Encoding: chunked\r\n\r\nzz`, 400],
  [`${head}Content-Length: 70000\r\n\r\n${" ".repeat(70_000)}`, 413],
  [`${head}Content-Length: 2\r\n\r\n\xff\xfe`, 400],
  [`${head}Content-Length: 15\r\n\r\n{"userId":"U2"}`, 400],
  [`${head.replace("application/json", "text/plain")}Content-Length: 2\r\n\r\n{}`, 415],
];

async function hostile(n) {
  const [text, status] = hostileRequests[n % hostileRequests.length];
  const socket = await connect();
  let answer = "";
  socket.setEncoding("latin1").on("data", (data) => (answer += data));
  socket.write(
    text.includes("\r\n\r\n") ? text.replace("\r\n", "\r\nConnection: close\r\n") : `${text}Connection: close\r\n\r\n`,
    "latin1",
  );
  await closed(socket, 5000);
  socket.destroy();
  // Whoever is refused while still sending may find the connection reset instead of an answer.
  if (answer !== "" && !answer.startsWith(`HTTP/1.1 ${status} `))
    wrong.push(`hostile ${n % hostileRequests.length}: ${answer.slice(0, 40)}`);
  count(answer === "" ? "hostile, connection closed" : "hostile, refused");
}

await Promise.all([crowd(16, good), crowd(4, stranger), crowd(100, slow), crowd(8, broken), crowd(8, hostile)]);
parentPort.postMessage({ counts, wrong });
