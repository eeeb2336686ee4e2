// Endurance: node endurance.js [signatures] [seconds]. Millions of calls in one process, eight threads at
// once, then the /signatures endpoint under load. Prints a table; ends with status 1 if an answer was wrong or a memory grew.
import { once } from "node:events";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { alice, secret, widgetId } from "./alice.js";
import { gc, instances } from "./memory.js";

// Behind the line above, which must be the first to run.
const { createSignaturesHandler, toNodeHandler } = await import("fogbender-token");

const THREADS = 8;
const [calls = 10_000_000, seconds = 60] = process.argv.slice(2).map(Number);
/** What a heap may differ by from one collection to the next. */
const HEAP_SLACK = 2 ** 20;

const failures = [];

/** Shares the calls among threads, and adds up what they tell. */
async function inThreads() {
  let done = 0;
  const results = await Promise.all(
    Array.from({ length: THREADS }, async () => {
      const worker = new Worker(new URL("endurance/thread.js", import.meta.url), { workerData: { count: Math.ceil(calls / THREADS) } });
      let result;
      worker.on("message", (message) => {
        if (message.done === undefined) result = message;
        else progress("calls", (done += message.done), 2 * calls);
      });
      await once(worker, "exit");
      return result;
    }),
  );
  return ["signatures", "refusals"].map((kind) => {
    const parts = results.map((result) => result[kind]);
    const sum = (name) => parts.reduce((total, part) => total + part[name], 0);
    const heap = Math.max(...parts.map((part) => part.heap));
    if (sum("wrong") > 0) failures.push(`${sum("wrong")} wrong ${kind}`);
    if (sum("wasm") !== 0) failures.push(`${kind}: the wasm memory grew by ${sum("wasm")} bytes`);
    if (heap > HEAP_SLACK) failures.push(`${kind}: a heap grew by ${heap} bytes`);
    return {
      what: `${kind}, ${THREADS} threads`,
      count: sum("count"),
      wrong: sum("wrong"),
      "wasm grew by": sum("wasm"),
      "heap grew by": heap,
    };
  });
}

/** The endpoint as an app has it on Node, with a session that the cookie names. */
async function underLoad() {
  const identify = (request) => {
    const userId = /^session=(U\d+)$/.exec(request.headers.get("cookie") ?? "")?.[1];
    return userId && { ...alice, userId };
  };
  let broke = 0;
  const handler = createSignaturesHandler({ secret, widgetId, identify, onError: () => (broke += 1) });
  const server = createServer(toNodeHandler(handler)).listen(0, "127.0.0.1");
  await once(server, "listening");

  const load = async (forSeconds) => {
    const workerData = { port: server.address().port, seconds: forSeconds };
    const clients = new Worker(new URL("endurance/clients.js", import.meta.url), { workerData });
    const [result] = await once(clients, "message");
    await once(clients, "exit");
    server.closeAllConnections();
    // Twice: the first collection finds what has a finalizer, such as a Request, the second takes what that held.
    for (const pause of [500, 500]) {
      await sleep(pause);
      gc();
    }
    return { ...result, wasm: instances[0].memory.buffer.byteLength, heap: process.memoryUsage().heapUsed };
  };
  const before = await load(Math.min(5, seconds));
  const { counts, wrong, wasm, heap } = await load(seconds);
  const open = await new Promise((resolve) => server.getConnections((_, connections) => resolve(connections)));
  server.close();

  if (wrong.length > 0) failures.push(`${wrong.length} wrong answers, such as ${wrong[0]}`);
  if (broke > 0) failures.push(`${broke} internal errors`);
  if (open > 0) failures.push(`${open} connections left open`);
  if (wasm !== before.wasm) failures.push(`endpoint: the wasm memory grew by ${wasm - before.wasm} bytes`);
  if (heap - before.heap > 4 * HEAP_SLACK) failures.push(`endpoint: the heap grew by ${heap - before.heap} bytes`);
  for (const kind of ["good", "not signed in", "slow", "broken", "hostile, refused"]) {
    if (!(counts[kind] > 0)) failures.push(`no client was ${kind}`);
  }
  const { "slowest good answer, ms": slowest, ...clients } = counts;
  return [
    ...Object.entries(clients).map(([kind, count]) => ({ what: `clients: ${kind}`, count })),
    {
      what: `endpoint, ${seconds} s; slowest good answer ${slowest} ms`,
      wrong: wrong.length,
      "wasm grew by": wasm - before.wasm,
      "heap grew by": heap - before.heap,
    },
  ];
}

function progress(what, done, all) {
  if (process.stderr.isTTY) process.stderr.write(`\r${what}: ${((100 * done) / all).toFixed(1)} %`);
}

console.table([...(await inThreads()), ...(await underLoad())]);
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;
