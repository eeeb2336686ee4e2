// Bundled as wrangler does it: with its conditions, and .wasm files as modules of their own. With the argument "bytes",
// the default entry, which compiles bytes: workerd refuses that, and the package must say so.
import { execFileSync } from "node:child_process";
import { copyFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { bundle, root } from "./bundle.js";

const bytes = process.argv[2] === "bytes";
const wasmFiles = [];
const wasmModules = {
  name: "wasm-modules",
  setup({ onResolve }) {
    onResolve({ filter: /\.wasm$/ }, ({ path, resolveDir }) => {
      wasmFiles.push(join(resolveDir, path));
      return { path: `./${basename(path)}`, external: true };
    });
  },
};
const call = bytes ? 'runUnstartable(lib, "wasm_blocked")' : "run(lib)";
const { folder, entry } = await bundle(
  bytes ? "workerd-bytes" : "workerd",
  `export default { async test() { console.log(JSON.stringify(await suite.${call})); } };`,
  { format: "esm", platform: "neutral", conditions: bytes ? [] : ["workerd", "worker", "browser"], plugins: [wasmModules] },
);
for (const file of wasmFiles) copyFileSync(file, join(folder, basename(file)));
const modules = [
  '(name = "worker", esModule = embed "bundle.js")',
  ...wasmFiles.map((file) => `(name = "${basename(file)}", wasm = embed "${basename(file)}")`),
];
// Before 2025-06-01, workerd compiled bytes at module scope, so that a wrong entry could go unnoticed there.
const worker = `(modules = [${modules}], compatibilityDate = "2025-05-31")`;
writeFileSync(
  join(folder, "config.capnp"),
  `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = ${worker})]);
`,
);
const workerd = (...args) => execFileSync(join(root, "node_modules/.bin/workerd"), args, { encoding: "utf8" }).trim();
const result = JSON.parse(workerd("test", join(folder, "config.capnp")));
console.log(JSON.stringify({ runtime: `${workerd("--version")}${bytes ? ", bytes" : ""}`, entry, ...result }));
