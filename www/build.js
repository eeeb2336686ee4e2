// Bundles the page: `npm install --prefix www && node www/build.js [folder] [package]`. The same bytes on every machine.
// Without arguments, from the package in pkg/ into www/dist/.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { licenses } from "./licenses.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const [outdir, pkg] = [process.argv[2] ?? `${here}dist`, process.argv[3] ?? `${here}../pkg`].map((path) => resolve(path));

/** What the page shows to copy. */
const read = (file) => readFileSync(`${here}page/snippets/${file}`, "utf8");
const snippets = { React: read("react.tsx"), JavaScript: read("javascript.ts"), Backend: read("backend.ts") };

mkdirSync(outdir, { recursive: true });
const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: { page: "page/main.ts", style: "page/style/style.css" },
  outdir,
  bundle: true,
  minify: true,
  format: "esm",
  platform: "browser",
  target: ["chrome123", "firefox120", "safari17.5"],
  alias: { "fogbender-token": pkg },
  define: { "process.env.NODE_ENV": '"production"', SNIPPETS: JSON.stringify(snippets) },
  banner: { js: "/*! Licences of what is bundled here: LICENSES.txt */" },
  legalComments: "inline",
  metafile: true,
  logLevel: "warning",
});
for (const file of ["index.html", "icon.svg", "backend.json"]) copyFileSync(`${here}page/${file}`, `${outdir}/${file}`);
// What npm's packages say, and what is compiled into the wasm.
const bundled = licenses(Object.keys(metafile.inputs), (path) => readFileSync(here + path, "utf8"));
writeFileSync(`${outdir}/LICENSES.txt`, `${bundled}\n${"-".repeat(80)}\n\n${readFileSync(`${pkg}/LICENSES.txt`, "utf8")}`);
