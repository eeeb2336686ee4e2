import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import net from "node:net";
import { test } from "node:test";
import { inspect } from "node:util";
import { requestSignatures } from "fogbender-token";
import { alice, assertRefused, listen, secret } from "./signatures.js";

test("an endless answer is given up, long before the timeout", async (t) => {
  let sent = 0;
  let closed;
  const url = await listen(
    t,
    createServer((_, reply) => {
      closed = once(reply, "close");
      reply.writeHead(200).write('{"signatures":{"userJWT":"');
      const more = () => {
        while (!reply.destroyed && reply.write("A".repeat(65_536))) sent += 65_536;
        sent += 65_536;
      };
      reply.on("drain", more);
      more();
    }),
  );
  await assertRefused(requestSignatures(alice, secret, { url, timeoutSeconds: 60 }), "signatures_bad_response");
  await closed;
  assert.ok(sent < 50_000_000, String(sent));
});

test("a refusal that never ends is not waited for, and its connection is closed", { timeout: 10_000 }, async (t) => {
  for (const status of [403, 500]) {
    let closed;
    const url = await listen(
      t,
      createServer((_, reply) => {
        closed = once(reply, "close");
        reply.writeHead(status).write("{");
      }),
    );
    const code = status === 403 ? "signatures_unauthorized" : "signatures_bad_response";
    await assertRefused(requestSignatures(alice, secret, { url, timeoutSeconds: 60 }), code);
    await closed;
  }
});

test("a server that does not answer, or not to the end, is given up after the timeout", async (t) => {
  const silent = await listen(
    t,
    createServer(() => {}),
  );
  const stalled = await listen(
    t,
    createServer((_, reply) => reply.writeHead(200).write('{"signatures":')),
  );
  for (const url of [silent, stalled]) {
    const started = performance.now();
    const { message } = await assertRefused(requestSignatures(alice, secret, { url, timeoutSeconds: 0.2 }), "signatures_unreachable");
    const took = performance.now() - started;
    assert.ok(took > 150 && took < 5000, String(took));
    assert.match(message, /in 0\.2 s/);
  }
});

test("no server, or one that hangs up or talks something else, is unreachable", async (t) => {
  const hangsUp = await listen(
    t,
    createServer((_, reply) => reply.destroy()),
  );
  const breaksOff = await listen(
    t,
    createServer((_, reply) => reply.writeHead(200, { "content-length": 100 }).write("{", () => reply.destroy())),
  );
  const greets = await listen(
    t,
    net.createServer((socket) => socket.on("error", () => {}).end("220 smtp.example.com ready\r\n")),
  );
  const echoes = await listen(
    t,
    net.createServer((socket) => socket.on("error", () => {}).once("data", (data) => socket.end(data))),
  );
  const gone = "http://127.0.0.1:1/signatures";
  for (const url of [hangsUp, breaksOff, greets, echoes, gone]) {
    const { cause } = await assertRefused(requestSignatures(alice, secret, { url }), "signatures_unreachable");
    assert.ok(cause instanceof Error && cause.message.length > 5, inspect(cause));
  }
});

test("a signal aborts the request, before and amid it, and its reason is the cause", async (t) => {
  const reason = new Error("the user went away");
  const url = await listen(
    t,
    createServer(() => {}),
  );
  for (const signal of [AbortSignal.abort(reason), lateSignal()]) {
    const { message, cause } = await assertRefused(requestSignatures(alice, secret, { url, signal }), "signatures_unreachable");
    assert.match(message, /aborted/);
    assert.equal(cause, reason);
  }
  function lateSignal() {
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 50);
    return controller.signal;
  }
});

test("a fetch that ignores its signal does not hang the request, and what it does later is nobody's error", {
  timeout: 10_000,
}, async () => {
  const never = () => new Promise(() => {});
  const late = () => new Promise((_, reject) => setTimeout(() => reject(new Error("late")), 150));
  const stalled = async () => new Response(new ReadableStream({}));
  for (const fetch of [never, late, stalled]) {
    const { message } = await assertRefused(requestSignatures(alice, secret, { fetch, timeoutSeconds: 0.05 }), "signatures_unreachable");
    assert.match(message, /in 0\.05 s/);
    const reason = new Error("the user went away");
    const { cause } = await assertRefused(
      requestSignatures(alice, secret, { fetch, signal: AbortSignal.abort(reason) }),
      "signatures_unreachable",
    );
    assert.equal(cause, reason);
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
});
