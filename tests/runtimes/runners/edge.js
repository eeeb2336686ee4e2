// Vercel's edge runtime: no code from strings, no wasm from bytes. As in Next.js, an import with ?module becomes a
// global, a module that was compiled outside, in another realm. With the argument "bytes", the default entry, which
// compiles bytes: the runtime refuses that, and the package must say so; with "browser", browsers' entry likewise.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { EdgeVM } from "@edge-runtime/vm";
import { bundle } from "./bundle.js";

const cases = {
  module: { conditions: ["edge-light", "worker", "browser"], call: "run(lib)" },
  bytes: { conditions: [], call: 'runUnstartable(lib, "wasm_blocked")' },
  browser: { conditions: ["browser"], call: 'runUnstartable(lib, "wasm_blocked", "secret_in_browser secret")' },
};
const name = process.argv[2] ?? "module";
const { conditions, call } = cases[name];
let wasm_module;
const wasmModules = {
  name: "wasm-modules",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\.wasm\?module$/ }, ({ path, resolveDir }) => {
      return { path: join(resolveDir, path.replace(/\?module$/, "")), namespace: "wasm-module" };
    });
    onLoad({ filter: /./, namespace: "wasm-module" }, ({ path }) => {
      wasm_module = new WebAssembly.Module(readFileSync(path));
      return { contents: "export default wasm_module;" };
    });
  },
};
const { folder, entry } = await bundle(`edge-${name}`, `globalThis.result = suite.${call};`, {
  format: "iife",
  platform: "neutral",
  conditions,
  plugins: [wasmModules],
});
const vm = new EdgeVM({
  codeGeneration: { strings: false, wasm: false },
  extend: (context) => Object.assign(context, { wasm_module }),
});
vm.evaluate(readFileSync(join(folder, "bundle.js"), "utf8"));
const result = await vm.evaluate("result");
const { version } = createRequire(import.meta.url)("@edge-runtime/vm/package.json");
console.log(JSON.stringify({ runtime: `@edge-runtime/vm ${version}, ${name}`, entry, ...result }));
