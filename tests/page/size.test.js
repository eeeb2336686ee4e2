// What a page has to load: small, without WebAssembly, and without what it does not use.
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import { rollup } from "rollup";
import webpack from "webpack";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const installed = path("node_modules/fogbender-token");

const bundlers = {
  async esbuild(entry) {
    const { outputFiles } = await esbuild.build({
      entryPoints: [entry],
      bundle: true,
      minify: true,
      format: "esm",
      write: false,
      external: ["react"],
      logLevel: "error",
    });
    return outputFiles[0].text;
  },
  async rollup(entry) {
    // Rollup alone has no resolver and no minifier, and does not know that this is for production.
    const resolve = { resolveId: (id) => (id.startsWith("fogbender-token/") ? join(installed, `${id.split("/")[1]}.js`) : undefined) };
    const bundle = await rollup({
      input: entry,
      external: ["react"],
      plugins: [resolve],
      onLog: (level, log) => assert.fail(`${level}: ${log.message}`),
    });
    const { output } = await bundle.generate({ format: "esm" });
    return (await esbuild.transform(output[0].code, { minify: true, define: { "process.env.NODE_ENV": '"production"' } })).code;
  },
  async webpack(entry) {
    const out = { path: path("../../target/page/webpack"), filename: "out.mjs", library: { type: "module" } };
    const stats = await promisify(webpack)({
      mode: "production",
      entry,
      output: out,
      experiments: { outputModule: true },
      externals: { react: "module react" },
    });
    assert.ok(!stats.hasErrors() && !stats.hasWarnings(), stats.toString());
    return readFileSync(join(out.path, out.filename), "utf8");
  },
};

const folder = path("../../target/page/size");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
symlinkSync(path("node_modules"), join(folder, "node_modules"));

function entryOf(name, code) {
  const file = join(folder, `${name}.js`);
  writeFileSync(file, code);
  return file;
}

const gzipped = (text) => gzipSync(text).length;

for (const [name, bundle] of Object.entries(bundlers)) {
  test(`${name}: the page module, minified and with gzip, has at most 2.5 KB, its error class among them`, async () => {
    const all = await bundle(entryOf("all", 'export * from "fogbender-token/page";'));
    assert.ok(gzipped(all) <= 2_560, `${gzipped(all)} bytes`);
    const react = await bundle(entryOf("react", 'export * from "fogbender-token/react"; export * from "fogbender-token/page";'));
    assert.ok(gzipped(react) <= 2_900, `with the hook ${gzipped(react)} bytes`);
    assert.match(react, /from ?"react"/, "React is the app's own");
  });

  test(`${name}: what is not used is left out`, async () => {
    const fetchAlone = await bundle(entryOf("fetch-alone", 'import { fetchToken } from "fogbender-token/page"; fetchToken("/x");'));
    assert.ok(!fetchAlone.includes("pageshow") && fetchAlone.includes("no-store"));
    const keyAlone = await bundle(
      entryOf("key-alone", 'import { tokenKey } from "fogbender-token/page"; console.log(tokenKey(window.token));'),
    );
    assert.ok(!keyAlone.includes("pageshow") && !keyAlone.includes("no-store"));
    assert.ok(gzipped(keyAlone) <= 500, `${gzipped(keyAlone)} bytes`);
  });
}

test("no file of the page side holds WebAssembly, or the way to it", () => {
  const files = readdirSync(installed).filter((file) => /^(page|react).*js$/.test(file));
  assert.equal(files.length, 5, files.join());
  for (const file of files) assert.doesNotMatch(readFileSync(join(installed, file), "utf8"), /WebAssembly|0061736d|from ?"\.\/chunk/, file);
});
