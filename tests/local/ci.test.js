// docs/local-development.md, "Test in CI without network": the documented configuration and tests, run by Playwright and Node.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { buildApp, commands, freePort, withPorts } from "./docs.js";
import { CHROMIUM } from "./chromium.js";

const run = promisify(execFile);
const ports = { app: await freePort(), client: await freePort() };
const cwd = await buildApp("ci", `http://127.0.0.1:${ports.client}`, ports);

/** The documented configuration, with the Chromium that is here. */
writeFileSync(
  `${cwd}/here.config.js`,
  `import config from "./playwright.config.js";
   export default { ...config, workers: 1, reporter: "json", use: { ...config.use, launchOptions: ${JSON.stringify(CHROMIUM)} } };`,
);

/** The environment as the documented shell lines set it. */
async function environment() {
  const { stdout } = await run("sh", ["-c", `${withPorts(commands[1], ports)}\nenv`], { cwd: import.meta.dirname });
  return Object.fromEntries(
    stdout
      .split("\n")
      .filter((line) => /^(VITE_)?FOGBENDER_/.test(line))
      .map((line) => line.split(/=(.*)/s)),
  );
}

/** This process's environment, without what makes Node's test runner take a child for a part of itself. */
const { NODE_TEST_CONTEXT, ...env } = process.env;

/** Gives what Playwright found for each test. */
async function playwright(documented) {
  const cli = fileURLToPath(new URL("node_modules/.bin/playwright", import.meta.url));
  const { stdout } = await run(cli, ["test", "--config", "here.config.js"], {
    cwd,
    env: { ...env, ...documented, PORT: String(ports.app) },
  }).catch((error) => error);
  const { suites, errors } = JSON.parse(stdout);
  assert.deepEqual(errors, []);
  return suites[0].specs.map(({ title, ok }) => [title, ok]);
}

const EDITED = "a token that was edited in the browser renders nothing";
const OWN = "the chat is the one of who is signed in";

test("the documented browser tests pass with the documented environment", { timeout: 100_000 }, async () => {
  const documented = await environment();
  assert.deepEqual(Object.keys(documented).sort(), ["FOGBENDER_SECRET", "FOGBENDER_WIDGET_ID", "VITE_FOGBENDER_CLIENT_URL"]);
  assert.equal(documented.VITE_FOGBENDER_CLIENT_URL, `http://127.0.0.1:${ports.client}`);
  assert.deepEqual(await playwright(documented), [
    [OWN, true],
    [EDITED, true],
  ]);
});

test("the documented test of a backend that calls /signatures passes, without a server", async () => {
  const { stdout } = await run(process.execPath, ["--test", "--test-reporter=tap", "signatures.test.js"], { cwd, env });
  assert.match(stdout, /^# pass 1$/m);
});
