import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { assertAlice, assertServes, cookie } from "../js/endpoint.js";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const runtimes = {
  "Bun 1.1": [path("node_modules/bun11/bin/bun")],
  "Bun 1.3, which has no ReadableStream.from": [path("node_modules/bun13/bin/bun")],
  "the newest Bun": [path("../runtimes/node_modules/.bin/bun")],
  "the newest Deno": [
    path("../runtimes/node_modules/.bin/deno"),
    "run",
    "--allow-env",
    "--allow-net",
    "--allow-read",
    "--no-prompt",
    "--node-modules-dir=manual",
  ],
};

for (const [name, [file, ...args]] of Object.entries(runtimes)) {
  test(`toNodeHandler on node:http of ${name}: the same answers, bodies and cookies`, async (t) => {
    const server = spawn(file, [...args, path("runtimes-server.js")], { stdio: ["ignore", "pipe", "inherit"] });
    t.after(() => server.kill());
    const [port] = await once(server.stdout, "data");
    const at = `http://127.0.0.1:${Number(port)}`;
    await assertServes(at);
    const answer = await fetch(at, { headers: { cookie } });
    assert.deepEqual(answer.headers.getSetCookie(), ["theme=dark"]);
    await assertAlice(answer);
    const body = "ü".repeat(100_000);
    const echo = await fetch(`${at}/echo`, { method: "POST", body });
    assert.equal(await echo.text(), body);
    assert.deepEqual(echo.headers.getSetCookie(), ["theme=dark", "a=1", "b=2"]);
  });
}
