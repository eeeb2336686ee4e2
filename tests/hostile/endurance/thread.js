// One of the threads: signs and refuses its share, checks every answer, and tells how its memory grew.
import { parentPort, workerData } from "node:worker_threads";
import { alice, jwtOf, secret } from "../alice.js";
import { gc, instances } from "../memory.js";
import { refusedTokens } from "../refused-tokens.js";

// Behind the lines above, which must be the first to run.
const { Signer } = await import("fogbender-token");

const users = Array.from({ length: 1_000 }, (_, n) => ({ ...alice, userId: `U${n}` }));
const expected = users.map((user) => jwtOf(user));
const signer = new Signer(secret);
// A stack costs as much as the refusal.
Error.stackTraceLimit = 0;

const sign = (n) => signer.sign(users[n % users.length], { issuedAt: false }) === expected[n % users.length];

function refuse(n) {
  const [code, token] = refusedTokens[n % refusedTokens.length];
  try {
    signer.verify(token);
  } catch (error) {
    return error.code === code;
  }
  return false;
}

function memory() {
  gc();
  return { wasm: instances[0].memory.buffer.byteLength, heap: process.memoryUsage().heapUsed };
}

/** Calls `count` times; the first hundredth is what the rest is held against. */
function endure(call, count) {
  const settled = Math.ceil(count / 100);
  let wrong = 0;
  let before;
  for (let n = 0; n < count; n += 1) {
    if (n === settled) before = memory();
    if (!call(n)) wrong += 1;
    if (n % 10_000 === 0) parentPort.postMessage({ done: Math.min(10_000, count - n) });
  }
  const after = memory();
  return { count, wrong, wasm: after.wasm - before.wasm, heap: after.heap - before.heap };
}

parentPort.postMessage({ signatures: endure(sign, workerData.count), refusals: endure(refuse, workerData.count) });
