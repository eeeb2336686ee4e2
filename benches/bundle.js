// What esbuild makes of code that uses the package: for a page, and for a Cloudflare worker as wrangler does it.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL(".", import.meta.url));

async function bundle(contents, options) {
  const stdin = { contents, resolveDir: root };
  const { outputFiles } = await build({ stdin, bundle: true, minify: true, format: "esm", write: false, ...options });
  return outputFiles[0].contents;
}

export const bundlePage = (code, options) => bundle(code, { platform: "browser", ...options });

/** The script, and by name the .wasm files, which are modules of their own beside it. */
export async function bundleWorker(code) {
  const wasm = {};
  const beside = {
    name: "wasm-beside",
    setup: ({ onResolve }) =>
      onResolve({ filter: /\.wasm$/ }, ({ path, resolveDir }) => {
        wasm[basename(path)] = readFileSync(join(resolveDir, path));
        return { path: `./${basename(path)}`, external: true };
      }),
  };
  const conditions = ["workerd", "worker", "browser"];
  const script = await bundle(code, { platform: "neutral", conditions, external: ["node:*"], plugins: [beside] });
  return { script, wasm };
}
