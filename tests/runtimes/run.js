// Runs the suite in every runtime, one after another, against the package that is installed in node_modules from its
// tarball. One line for each runtime; what a runtime is called, and how much passed in it, it says itself.
import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { browserTests, copiesTests, tests, unstartableTests, vectors } from "./suite.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const installed = `${here}node_modules/fogbender-token`;
const node = process.execPath;
// Node on the PATH, and the newer ones where npm has them for this machine.
const newer = [22, 24, 26].map((version) => `${here}../nodes/node_modules/node${version}/bin/node`);
const nodes = [node, ...newer.filter((path) => existsSync(path))];
const bun = [`${here}node_modules/.bin/bun`];
const deno = [`${here}node_modules/.bin/deno`, "run", "--no-prompt", "--no-remote", "--no-lock", "--node-modules-dir=manual"];
const jest = [node, "node_modules/.bin/jest", "--config", "jest/jest.config.cjs", "--runInBand", "--selectProjects"];
const vitest = [node, "node_modules/.bin/vitest", "run", "--dir", "vitest"];
const unstartable = unstartableTests("").length;
// A CPU without SSE4.1 has no SIMD in WebAssembly.
const withoutSimd = process.arch === "x64" ? [[[node, "--no-enable-sse4-1", "runners/node-without-wasm.js"], "index.js", unstartable]] : [];

/** The command line, the package's file that its conditions must lead to, how many tests there are. */
const RUNTIMES = [
  ...nodes.flatMap((binary) => [
    [[binary, "runners/node.js"], "index.js", tests.length],
    [[binary, "runners/node.cjs"], "index.cjs", tests.length],
  ]),
  [[node, "runners/workers.js"], "index.js", 8 * tests.length],
  [[...bun, "runners/bun.js"], "index.js", tests.length],
  [[...bun, "runners/bun.cjs"], "index.cjs", tests.length],
  [[...deno, "runners/deno.js"], "index.js", tests.length],
  [[node, "runners/workerd.js"], "workerd.js", tests.length],
  [[node, "runners/edge.js"], "edge-light.js", tests.length],
  [[...vitest], "index.js", tests.length],
  [[...jest, "node"], "index.cjs", tests.length],
  [[...jest, "jsdom"], "browser.cjs", browserTests.length],
  [[node, "--conditions=browser", "runners/node-browser.js"], "browser.js", browserTests.length],
  // Where WebAssembly is missing or compiles no bytes.
  [[node, "--jitless", "runners/node-without-wasm.js"], "index.js", unstartable],
  ...withoutSimd,
  [[node, "--jitless", "--conditions=browser", "runners/node-without-wasm.js"], "browser.js", unstartable],
  [[...jest, "jsdom-bare"], "browser.cjs", unstartable],
  [[node, "runners/workerd.js", "bytes"], "index.js", unstartable],
  [[node, "runners/edge.js", "bytes"], "index.js", unstartable],
  [[node, "runners/edge.js", "browser"], "browser.js", unstartable],
  [[node, "runners/node-copies.js"], "index.cjs", copiesTests.length],
];

function start([command, ...args]) {
  const { NODE_OPTIONS, ...env } = process.env;
  Object.assign(env, { NO_COLOR: "1", DENO_DIR: `${here}../../target/runtimes/deno`, DENO_NO_UPDATE_CHECK: "1" });
  return spawnSync(command, args, { cwd: here, env, encoding: "utf8", timeout: 300_000 });
}

/** What a runtime reports, and what speaks against it. */
function judge([commandLine, entry, count]) {
  const { stdout, stderr, status, error } = start(commandLine);
  const line = stdout?.split("\n").find((text) => text.startsWith('{"runtime":'));
  if (line === undefined) {
    const command = commandLine.map((part) => part.replace(here, "")).join(" ");
    return { runtime: command, passed: 0, failures: [{ name: "no report", message: `${error ?? `exit ${status}`}\n${stdout}${stderr}` }] };
  }
  const { runtime, entry: reported, passed, failures } = JSON.parse(line);
  const found = relative(installed, reported.startsWith("file:") ? fileURLToPath(reported) : reported);
  if (found !== entry) failures.push({ name: "the package's entry", message: `got ${found}, expected ${entry}` });
  if (passed !== count && failures.length === 0) {
    failures.push({ name: "every test of the suite ran", message: `got ${passed}, expected ${count}` });
  }
  if (status !== 0 && failures.length === 0) failures.push({ name: "the runtime ends well", message: `exit ${status}\n${stderr}` });
  return { runtime, found, passed, failures };
}

function assertReady() {
  if (!lstatSync(installed, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`the package is not installed from its tarball in ${installed}`);
  }
  const all = JSON.parse(readFileSync(new URL("../vectors/user-jwt.json", import.meta.url), "utf8"));
  for (const { note, secret, payload, userJWT } of vectors) {
    const same = all.some((vector) => vector.secret === secret && vector.payload === payload && vector.userJWT === userJWT);
    if (!same) throw new Error(`no vector in tests/vectors/user-jwt.json is like the suite's "${note}"`);
  }
}

assertReady();
let passed = 0;
let failed = 0;
for (const row of RUNTIMES) {
  const result = judge(row);
  console.log(
    `${result.failures.length === 0 ? "ok  " : "FAIL"}  ${result.runtime}: ${result.passed} passed, ${result.found ?? "no entry"}`,
  );
  for (const { name, message } of result.failures) console.log(`        ${name}\n          ${message.replaceAll("\n", "\n          ")}`);
  passed += result.passed;
  failed += result.failures.length;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
