// Every example that needs no build of a framework's, started in its own runtime and asked. Those of Next.js run in
// tests/bundlers and, like SvelteKit's and its kind, in tests/neighbours/slow.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { checks, finish } from "../bundlers/report.js";
import { build } from "../runtimes/node_modules/esbuild/lib/main.js";
import { checkExample, exampleSettings } from "./check.js";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const examples = path("../../examples");
const runtime = (name) => path(`../runtimes/node_modules/.bin/${name}`);
const settings = { FOGBENDER_SECRET: exampleSettings.secret, FOGBENDER_WIDGET_ID: exampleSettings.widgetId };

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.on("listening", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until `url` answers anything, as long as the server lives. */
async function answering(url, server) {
  let printed = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (data) => (printed += data));
  for (let tries = 0; tries < 200; tries += 1) {
    if (server.exitCode !== null) throw new Error(`The server ended: ${printed}`);
    try {
      return await fetch(url);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`The server does not answer: ${printed}`);
}

async function run(name, command) {
  await checks(name, async (check) => {
    const port = await freePort();
    const [file, ...args] = await command(port);
    const server = spawn(file, args, { cwd: examples, env: { ...process.env, ...settings, PORT: String(port) } });
    const url = `http://127.0.0.1:${port}/fogbender-signatures`;
    try {
      check("it answers, and nobody is signed in", (await answering(url, server)).status, 401);
      await checkExample(url, check);
    } finally {
      server.kill();
    }
  });
}

/** Bundled as wrangler does it, with the wasm as a module of its own and the settings as bindings. */
async function worker(port) {
  const folder = path("../../target/examples/worker");
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: [`${examples}/worker.js`],
    outdir: folder,
    bundle: true,
    format: "esm",
    conditions: ["workerd", "worker", "browser"],
    external: ["*.wasm"],
    logLevel: "warning",
  });
  cpSync(`${examples}/node_modules/fogbender-token/fogbender_token.wasm`, `${folder}/fogbender_token.wasm`);
  const bindings = Object.entries(settings).map(([name, text]) => `(name = "${name}", text = "${text}")`);
  writeFileSync(
    `${folder}/config.capnp`,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [
      (name = "worker", esModule = embed "worker.js"),
      (name = "fogbender_token.wasm", wasm = embed "fogbender_token.wasm"),
    ],
    bindings = [${bindings}],
    compatibilityDate = "2025-05-31",
  ))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
`,
  );
  return [runtime("workerd"), "serve", `${folder}/config.capnp`];
}

async function lambda() {
  const outfile = path("../../target/examples/lambda/index.cjs");
  await build({ entryPoints: [`${examples}/lambda.js`], outfile, bundle: true, platform: "node", logLevel: "warning" });
  return [process.execPath, path("lambda.js"), outfile];
}

await checks("examples/, their first lines", async (check) => {
  const files = readdirSync(examples, { recursive: true, withFileTypes: true }).filter(
    ({ name, parentPath }) => name.endsWith(".js") && !/node_modules|providers/.test(parentPath) && name !== "session.js",
  );
  for (const { name, parentPath } of files) {
    const [line] = readFileSync(`${parentPath}/${name}`, "utf8").split("\n");
    check(`${name} says how to run it`, /^\/\/ .+ (Run|Build) it: (node|npx|bun|deno) \S/.test(line), true);
  }
});
for (const name of ["node-http", "express", "express-user", "fastify", "koa", "nest", "hono"]) {
  await run(`examples/${name}.js on Node ${process.version}`, () => [process.execPath, `${name}.js`]);
}
await run("examples/lambda.js, built as it says, behind an HTTP API's events", lambda);
await run("examples/worker.js on workerd", worker);
await run("examples/deno.js on Deno", () => [runtime("deno"), "run", "--allow-env", "--allow-net", "--no-prompt", "--node-modules-dir=manual", "deno.js"]);
await run("examples/bun.js on Bun", () => [runtime("bun"), "bun.js"]);
finish();
