// The whole sequence diagram in workerd: page, backend and everything outside are a worker each, bundled as wrangler does
// it. The backend's only way out is the worker that stands for the outside.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { sessions } from "../../providers/sessions.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const path = (relative) => join(here, relative);
const folder = path("../../../target/runtimes/diagram");
const secret = process.env.FOGBENDER_SECRET;
const widgetId = process.env.FOGBENDER_WIDGET_ID;
const standIn = "http://localhost:8787";
let entry;

/** Node's modules are workerd's own; a require of one becomes an import, which is all that workerd's modules have. */
const nodeModules = {
  name: "node-modules",
  setup({ onResolve, onLoad }) {
    const filter = new RegExp(`^(node:.*|${builtinModules.join("|")})$`);
    onResolve({ filter }, ({ path: name, kind }) => {
      const named = name.startsWith("node:") ? name : `node:${name}`;
      return kind === "require-call" ? { path: named, namespace: "required" } : { path: named, external: true };
    });
    onLoad({ filter: /.*/, namespace: "required" }, ({ path: name }) => ({
      contents: `import * as all from "${name}"; module.exports = all.default ?? all;`,
      loader: "js",
    }));
  },
};

/** The packages of the examples and of the helpers are found where they are installed. */
const installed = {
  name: "installed",
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^[^./]/ }, async ({ path: name, importer, kind, pluginData }) => {
      if (pluginData === "resolved" || /^node:/.test(name)) return undefined;
      const isExample = importer.includes("/examples/");
      if (isExample && name === "fogbender-token") return { path: path("../../providers/diagram.js") };
      if (!isExample && !name.startsWith("fogbender-token")) return undefined;
      const resolveDir = name.startsWith("fogbender-token") ? path("..") : path("../../providers");
      const found = await resolve(name, { kind, resolveDir, pluginData: "resolved" });
      if (name === "fogbender-token") entry = found.path;
      return found;
    });
  },
};

async function bundle(name) {
  await build({
    entryPoints: [path(`${name}.js`)],
    outdir: folder,
    bundle: true,
    format: "esm",
    platform: "browser",
    mainFields: ["module", "main"],
    conditions: ["workerd", "worker", "browser"],
    define: { global: "globalThis" },
    external: ["*.wasm"],
    plugins: [installed, nodeModules],
    logLevel: "warning",
  });
}

mkdirSync(folder, { recursive: true });
for (const name of ["page", "backend", "outside"]) await bundle(name);
copyFileSync(path("../node_modules/fogbender-token/fogbender_token.wasm"), join(folder, "fogbender_token.wasm"));

const all = Object.values(sessions);
const alices = Object.entries(sessions).map(([name, { headers, stolen, identity }]) => [name, { headers, stolen, identity, widgetId }]);
const settings = Object.assign({}, ...all.map((alice) => alice.settings), {
  FOGBENDER_SECRET: secret,
  FOGBENDER_WIDGET_ID: widgetId,
  SIGNATURES_URL: `${standIn}/signatures`,
});
const answers = Object.assign({}, ...all.map((alice) => alice.answers));

const texts = (values) => Object.entries(values).map(([name, value]) => `(name = "${name}", text = ${JSON.stringify(value)})`);
const services = (names) => names.map((name) => `(name = "${name.toUpperCase()}", service = "${name}")`);
// As of this date workerd has all of Node's modules that the SDKs import.
const worker = (name, bindings, more = "") => `(name = "${name}", worker = (
    modules = [
      (name = "worker", esModule = embed "${name}.js"),
      (name = "fogbender_token.wasm", wasm = embed "fogbender_token.wasm"),
    ],
    bindings = [${bindings}],
    compatibilityDate = "2026-11-01",${more}
  ))`;
writeFileSync(
  join(folder, "config.capnp"),
  `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [
  ${worker("page", [...texts({ ALICES: JSON.stringify(Object.fromEntries(alices)) }), ...services(["backend", "outside"])])},
  ${worker("backend", texts(settings), '\n    globalOutbound = "outside",')},
  ${worker("outside", texts({ FOGBENDER_SECRET: secret, ANSWERS: JSON.stringify(answers) }))},
]);
`,
);
const workerd = (...args) => execFileSync(path("../node_modules/.bin/workerd"), args, { encoding: "utf8", stdio: "pipe" }).trim();
const printed = workerd("test", join(folder, "config.capnp"));
const { passed, failures } = JSON.parse(printed.split("\n").find((line) => line.startsWith('{"passed"')));
console.log(`${workerd("--version")}, the sequence diagram: ${passed} passed, ${entry.split("/").at(-1)}`);
for (const failure of failures) console.log(`  ${JSON.stringify(failure)}`);
if (passed === 0 || failures.length > 0) process.exitCode = 1;
