// Eight threads at once, each with its own instance of the module; the count is the sum.
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import * as lib from "fogbender-token";
import { run } from "../suite.js";

const inThread = () =>
  new Promise((resolve, reject) => new Worker(new URL(import.meta.url)).once("message", resolve).once("error", reject));

if (isMainThread) {
  const results = await Promise.all(Array.from({ length: 8 }, inThread));
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failures = results.flatMap((result) => result.failures);
  const entry = import.meta.resolve("fogbender-token");
  console.log(JSON.stringify({ runtime: `Node ${process.version}, ${results.length} worker threads`, entry, passed, failures }));
} else {
  parentPort.postMessage(await run(lib));
}
