// Bundles the page: `npm install --prefix www && node www/build.js [folder]`. The same bytes on every machine.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { licenses } from "./licenses.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const outdir = resolve(process.argv[2] ?? `${here}dist`);

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
  define: { "process.env.NODE_ENV": '"production"' },
  banner: { js: "/*! Licences of what is bundled here: LICENSES.txt */" },
  legalComments: "inline",
  metafile: true,
  logLevel: "warning",
});
for (const file of ["index.html", "icon.svg", "backend.json"]) copyFileSync(`${here}page/${file}`, `${outdir}/${file}`);
writeFileSync(
  `${outdir}/LICENSES.txt`,
  licenses(Object.keys(metafile.inputs), (path) => readFileSync(here + path, "utf8")),
);
