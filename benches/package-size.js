// What each entry of a package folder weighs: its file and every file that it imports. Needs Node alone.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** What a list of contents weighs: each on its own, as they are sent. */
export function weigh(contents) {
  const sum = (size) => contents.reduce((total, content) => total + size(content), 0);
  return {
    raw: sum((content) => content.length),
    gzip: sum((content) => gzipSync(content, { level: 9 }).length),
    brotli: sum((content) => brotliCompressSync(content).length),
  };
}

/** An entry file and what it imports by a relative path, wasm too. */
function closure(folder, file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  if (!/\.c?js$/.test(file)) return found;
  const source = readFileSync(join(folder, file), "utf8");
  for (const [, path] of source.matchAll(/(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*"\.\/([^"?]+)(?:\?module)?"/g)) {
    closure(folder, path, found);
  }
  return found;
}

/** What an entry weighs with all that it imports. */
export function entrySize(folder, file) {
  return weigh([...closure(folder, file)].map((name) => readFileSync(join(folder, name))));
}

/** The WebAssembly that a file holds in hexadecimal. */
function inlinedWasm(folder, file) {
  const [hex] = /0061736d01[0-9a-f]+/.exec(readFileSync(join(folder, file), "utf8"));
  return Buffer.from(hex, "hex");
}

/** The WebAssembly alone. */
export const wasmSizes = (folder) => ({
  server: weigh([readFileSync(join(folder, "fogbender_token.wasm"))]),
  browser: weigh([inlinedWasm(folder, "browser.js")]),
});
