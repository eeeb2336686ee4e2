// 50,000 requests over kept connections, some of which break off: each answer is its own user's, with all of its cookies.
import assert from "node:assert/strict";
import { once } from "node:events";
import net from "node:net";
import { test } from "node:test";
import { createSignaturesHandler, toNodeHandler, verifyUserJWT } from "fogbender-token";
import { alice, listen, secret, silent, widgetId } from "../js/endpoint.js";

const REQUESTS = 50_000;
const CONNECTIONS = 20;

const identify = (request, message) => {
  const user = /session=(\d+)/.exec(request.headers.get("cookie"))?.[1];
  return user && message.later ? later(user) : user && { ...alice, userId: `U${user}` };
};
const later = async (user) => {
  await new Promise(setImmediate);
  return { ...alice, userId: `U${user}` };
};

/** Asks for one user after another on one connection; every 50th time it hangs up in the middle. */
async function ask(port, users, check) {
  let socket;
  for (const [index, user] of users.entries()) {
    if (socket === undefined) {
      socket = net.connect(port, "127.0.0.1").setNoDelay(true).on("error", silent);
      await once(socket, "connect");
    }
    const method = index % 3 === 0 ? "POST" : "GET";
    const body = method === "POST" ? "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}" : "\r\n";
    const request = `${method} / HTTP/1.1\r\nHost: a\r\nCookie: session=${user}\r\n${body}`;
    if (index % 50 === 49) {
      socket.write(index % 100 === 99 ? request : request.slice(0, -1));
      socket.destroy();
      socket = undefined;
      continue;
    }
    socket.write(request);
    check(user, await answerOn(socket));
  }
  socket?.destroy();
}

function answerOn(socket) {
  return new Promise((resolve, reject) => {
    let text = "";
    const read = (data) => {
      text += data;
      const end = text.indexOf("\r\n\r\n");
      if (end < 0 || Buffer.byteLength(text.slice(end + 4)) < Number(/^content-length: (\d+)/im.exec(text)[1])) return;
      socket.off("data", read).off("close", reject);
      resolve(text);
    };
    socket.on("data", read).on("close", reject);
  });
}

test(`${REQUESTS.toLocaleString("en")} requests with cookies set before, keep-alive and aborts: 0 wrong`, async (t) => {
  const errors = [];
  const endpoint = toNodeHandler(createSignaturesHandler({ secret, widgetId, identify, onError: (error) => errors.push(error) }));
  let count = 0;
  const at = await listen(t, (message, reply) => {
    count += 1;
    message.later = count % 2 === 0;
    reply.setHeader("Set-Cookie", ["theme=dark", `seen=${/session=(\d+)/.exec(message.headers.cookie)?.[1]}`]);
    return endpoint(message, reply);
  });
  let right = 0;
  const check = (user, text) => {
    assert.match(text, /^HTTP\/1\.1 200 /);
    assert.deepEqual(
      text.match(/^set-cookie: .*$/gim).map((line) => line.slice(12)),
      ["theme=dark", `seen=${user}`],
    );
    const { token, signatures } = JSON.parse(text.slice(text.indexOf("{")));
    assert.equal(token.userId, `U${user}`);
    assert.equal(token.userJWT, signatures.userJWT);
    assert.equal(verifyUserJWT(token.userJWT, secret).userId, `U${user}`);
    right += 1;
  };
  const users = Array.from({ length: REQUESTS / CONNECTIONS }, (_, index) => index);
  const { port } = new URL(at);
  await Promise.all(
    Array.from({ length: CONNECTIONS }, (_, at) =>
      ask(
        port,
        users.map((user) => user * CONNECTIONS + at),
        check,
      ),
    ),
  );
  assert.equal(right, REQUESTS * 0.98);
  assert.deepEqual(errors, []);
});
