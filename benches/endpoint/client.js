// Asks a signatures endpoint over several kept connections, one request after another on each, and checks the answers.
import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { signedNow } from "../prove.js";
import { users, widgetId } from "./users.js";

const CONNECTIONS = 16;

/** Gives each user's index with the answer to the request in her name. */
async function askOverOne(port, indexes) {
  const socket = connect(port, "127.0.0.1").setNoDelay(true).setEncoding("utf8");
  socket.setTimeout(30_000, () => socket.destroy(new Error("The server did not answer in 30 s.")));
  await once(socket, "connect");
  let received = "";
  let done;
  socket.on("data", (text) => {
    received += text;
    if (isWhole(received)) done(received);
  });
  const failed = new Promise((_, reject) => socket.on("error", reject).on("close", () => reject(new Error("The server hung up."))));
  failed.catch(() => {});
  const answers = [];
  for (const index of indexes) {
    received = "";
    const answer = new Promise((resolve) => (done = resolve));
    socket.write(`GET /fogbender-signatures HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: session=${index}\r\n\r\n`);
    answers.push([index, await Promise.race([answer, failed])]);
  }
  socket.destroy();
  return answers;
}

function isWhole(answer) {
  const end = answer.indexOf("\r\n\r\n");
  if (end < 0) return false;
  const length = /^content-length: (\d+)/im.exec(answer.slice(0, end))?.[1];
  return length === undefined ? answer.endsWith("\r\n0\r\n\r\n") : Buffer.byteLength(answer.slice(end + 4)) >= Number(length);
}

/** So many requests, in the name of one user after the other. */
export async function ask(port, requests) {
  const indexes = Array.from({ length: requests }, (_, index) => index % users.length);
  const share = Math.ceil(requests / CONNECTIONS);
  const parts = Array.from({ length: CONNECTIONS }, (_, at) => indexes.slice(at * share, (at + 1) * share));
  return (await Promise.all(parts.map((part) => askOverOne(port, part)))).flat();
}

/** That an answer has the userJWT and the token of this user. */
export function proveAnswer([index, answer]) {
  assert.ok(answer.startsWith("HTTP/1.1 200 "), answer.slice(0, 100));
  const { signatures, token } = JSON.parse(answer.slice(answer.indexOf("{"), answer.lastIndexOf("}") + 1));
  assert.deepEqual(signedNow(signatures.userJWT).claims, users[index]);
  assert.deepEqual(token, { widgetId, ...users[index], userJWT: signatures.userJWT });
}
