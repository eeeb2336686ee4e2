// Every example that needs no build of a framework's, started in its own runtime and asked. Those of Next.js run in
// tests/bundlers and, like SvelteKit's and its kind, in tests/neighbours/slow.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checks, finish } from "../bundlers/report.js";
import { build } from "../runtimes/node_modules/esbuild/lib/main.js";
import { exampleSettings } from "./check.js";
import { askServer } from "./servers.js";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const examples = path("../../examples");
const runtime = (name) => path(`../runtimes/node_modules/.bin/${name}`);
const settings = { FOGBENDER_SECRET: exampleSettings.secret, FOGBENDER_WIDGET_ID: exampleSettings.widgetId };

const run = (name, command) => checks(name, (check) => askServer(check, command, { cwd: examples }));

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
await run("examples/deno.js on Deno", () => [
  runtime("deno"),
  "run",
  "--allow-env",
  "--allow-net",
  "--no-prompt",
  "--node-modules-dir=manual",
  "deno.js",
]);
await run("examples/bun.js on Bun", () => [runtime("bun"), "bun.js"]);
finish();
