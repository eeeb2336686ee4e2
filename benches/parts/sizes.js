// What the package weighs, and what a bundler ships of it, beside jose.
import { fileURLToPath } from "node:url";
import { bundlePage, bundleWorker } from "../bundle.js";
import { entrySize, wasmSizes, weigh } from "../package-size.js";

const folder = fileURLToPath(new URL("../node_modules/fogbender-token", import.meta.url));
const COLUMNS = ["raw", "gzip", "brotli"];

const ENTRIES = {
  "Node, Bun, Deno: `import`": "index.js",
  "Node, Bun: `require`": "index.cjs",
  "Cloudflare Workers, with its .wasm": "workerd.js",
  "Vercel's edge runtime, with its .wasm": "edge-light.js",
  browsers: "browser.js",
  "fogbender-token/providers": "providers.js",
  "fogbender-token/stand-in": "stand-in.js",
};

/** What somebody's page has of a library, by its name and the package that has it. */
const PAGES = [
  ["assembleToken", "fogbender-token"],
  ["checkToken", "fogbender"],
  ["decodeJwt", "jose"],
];
const WORKERS = [
  ["Signer", "fogbender-token"],
  ["SignJWT, jwtVerify", "jose"],
];

async function ships([names, library], bundle) {
  const { script, wasm } = await bundle(`import { ${names} } from "${library}"; export default [${names}];`);
  return weigh([script, ...Object.values(wasm)]);
}

const cells = (size) => COLUMNS.map((column) => size[column]);

export async function run({ progress }) {
  const wasm = wasmSizes(folder);
  const entries = Object.entries(ENTRIES).map(([label, file]) => [`${label} (${file})`, entrySize(folder, file)]);
  entries.push(["the server's WebAssembly alone", wasm.server], ["the browser's WebAssembly alone", wasm.browser]);
  progress(0.5, "bundles");

  const page = async (code) => ({ script: await bundlePage(code), wasm: {} });
  const bundles = [];
  for (const one of PAGES) bundles.push([`a page: \`${one[0]}\` of ${one[1]}`, await ships(one, page)]);
  for (const one of WORKERS) bundles.push([`a worker: \`${one[0]}\` of ${one[1]}`, await ships(one, bundleWorker)]);

  const table = (title, rows) => ({
    title,
    unit: "bytes",
    columns: COLUMNS,
    rows: rows.map(([name, size]) => [name, ...cells(size)]),
  });
  return {
    tables: [
      table("Size of each entry with all that it imports, as published: not minified, so that it can be read", entries),
      table("Size of what esbuild ships, minified", bundles),
    ],
    notes: ["KB are 1000 bytes; files that stand apart are compressed apart, gzip at level 9, brotli at 11."],
  };
}
