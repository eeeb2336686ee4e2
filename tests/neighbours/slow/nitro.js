// Nitro's build for Cloudflare, as workerd serves it: each file of it is a module by its path.
import { readdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { exampleSettings } from "../../examples/check.js";

export const files = {
  "server/routes/fogbender-signatures.js": { example: "nuxt/server/routes/fogbender-signatures.js" },
  "nitro.config.js":
    'export default { srcDir: "server", preset: "cloudflare_module", compatibilityDate: "2025-05-31", experimental: { wasm: true } };\n',
};

const KINDS = { ".mjs": "esModule", ".wasm": "wasm" };

/** Writes workerd's configuration for what stands in .output/server, and gives its path. */
export function writeConfig(folder, port) {
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
