// Nitro's builds for several hosts, each in the runtime nearest to its host's.
import { readdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { exampleSettings } from "../../examples/check.js";
import { bin, deno, path } from "./tools.js";

export const files = (preset) => ({
  "server/routes/fogbender-signatures.js": { example: "nuxt/server/routes/fogbender-signatures.js" },
  "nitro.config.js": `export default ${JSON.stringify({
    srcDir: "server",
    preset,
    compatibilityDate: "2025-05-31",
    experimental: { wasm: true },
  })};\n`,
});

export const vercelFunction = ".vercel/output/functions/__fallback.func/index.mjs";

/** How each preset's build is started. */
export const presets = {
  cloudflare_module: (port, folder) => [...bin("workerd"), "serve", writeConfig(folder, port)],
  vercel: () => ["node", path("serve/node.js"), vercelFunction],
  "netlify-edge": () => [...deno, path("serve/deno.js"), ".netlify/edge-functions/server/server.js"],
  "deno-deploy": (port) => ["env", `DENO_SERVE_ADDRESS=tcp:127.0.0.1:${port}`, ...deno, ".output/server/index.ts"],
  "deno-server": () => [deno[0], "task", "--config", ".output/deno.json", "start"],
};

const KINDS = { ".mjs": "esModule", ".wasm": "wasm" };

/** Writes workerd's configuration for what stands in .output/server, and gives its path: each file is a module by its path. */
function writeConfig(folder, port) {
  const server = join(folder, ".output/server");
  const names = readdirSync(server, { recursive: true }).filter((name) => KINDS[extname(name)]);
  // The first module is the worker itself.
  names.sort((one, other) => (other === "index.mjs") - (one === "index.mjs"));
  const modules = names.map((name) => `(name = "${name}", ${KINDS[extname(name)]} = embed "${name}")`);
  const bindings = [
    `(name = "FOGBENDER_SECRET", text = "${exampleSettings.secret}")`,
    `(name = "FOGBENDER_WIDGET_ID", text = "${exampleSettings.widgetId}")`,
  ];
  const config = join(server, "config.capnp");
  writeFileSync(
    config,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [${modules.join(", ")}],
    bindings = [${bindings.join(", ")}],
    compatibilityDate = "2025-05-31",
    compatibilityFlags = ["nodejs_compat"],
  ))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
`,
  );
  return config;
}
