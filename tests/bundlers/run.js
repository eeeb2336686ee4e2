// The packed package, built by each bundler and executed: pages in Chromium, servers in Node.
import { createHash } from "node:crypto";
import { cpSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer as createViteServer } from "vite";
import { openBrowser } from "./chromium.js";
import { checkPage, checkServer } from "./expected.js";
import { checks, finish } from "./report.js";
import { serve } from "./serve.js";
import { build, bundlers, run, version } from "./tools.js";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const read = (relative) => readFileSync(path(relative), "utf8");
const installed = path("node_modules/fogbender-token");
const generated = path("../../target/bundlers");

function emptyFolder(name) {
  const folder = join(generated, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The digest of every file in a folder, by its path. */
function contents(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => lstatSync(join(folder, name)).isFile());
  return Object.fromEntries(
    files.sort().map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex"),
    ]),
  );
}

const browser = await openBrowser();

async function visitServed(folder, headers) {
  const server = await serve(folder, headers);
  try {
    return await browser.visit(server.url);
  } finally {
    server.close();
  }
}

await checks(`fogbender-token ${version("fogbender-token")}`, async (check) => {
  check("installed as a folder, not as a link", lstatSync(installed).isDirectory(), true);
  check("its files are pkg/'s", contents(installed), contents(path("../../pkg")));
});

for (const [name, { browser: page, server, main, ownPage }] of Object.entries(bundlers)) {
  await checks(`${name} ${version(name)}`, async (check) => {
    const pageFolder = emptyFolder(`${name}-page`);
    if (!ownPage) cpSync(path("fixture/index.html"), join(pageFolder, "index.html"));
    const serverFolder = emptyFolder(`${name}-server`);
    const printed = [await build(page(pageFolder)), await build(server(serverFolder))].join("\n");
    check("warnings", printed.match(/^.*(?:\(!\)|\bwarn).*$/gim), null);

    checkPage(check, await visitServed(pageFolder));
    const bundle = join(serverFolder, main);
    checkServer(check, await run(process.execPath, [bundle]), readFileSync(bundle, "utf8"));
  });
}

await checks(`vite ${version("vite")}, development server`, async (check) => {
  emptyFolder("vite-cache");
  const server = await createViteServer({ root: path("fixture"), logLevel: "silent", server: { host: "127.0.0.1", port: 0 } });
  await server.listen();
  try {
    checkPage(check, await browser.visit(server.resolvedUrls.local[0]));
  } finally {
    await server.close();
  }
});

function folderWithoutBundler(name) {
  const folder = emptyFolder(name);
  cpSync(installed, join(folder, "fogbender-token"), { recursive: true });
  for (const file of ["alice.js", "app.js", "in-browser.js", "index.html"]) cpSync(path(`fixture/${file}`), join(folder, file));
  return folder;
}

await checks(`Chromium ${browser.version}, no bundler: browser.js by its address`, async (check) => {
  const folder = folderWithoutBundler("by-address");
  writeFileSync(
    join(folder, "in-browser.js"),
    read("fixture/in-browser.js").replace('"fogbender-token"', '"./fogbender-token/browser.js"'),
  );
  checkPage(check, await visitServed(folder));
});

await checks(`Chromium ${browser.version}, no bundler: import map`, async (check) => {
  const folder = folderWithoutBundler("import-map");
  const map = JSON.stringify({ imports: { "fogbender-token": "./fogbender-token/browser.js" } });
  writeFileSync(
    join(folder, "index.html"),
    read("fixture/index.html").replace("<script", `<script type="importmap">${map}</script>\n    <script`),
  );
  checkPage(check, await visitServed(folder));
});

await checks(`Chromium ${browser.version}, Content-Security-Policy with 'wasm-unsafe-eval'`, async (check) => {
  checkPage(
    check,
    await visitServed(join(generated, "esbuild-page"), { "content-security-policy": "script-src 'self' 'wasm-unsafe-eval'" }),
  );
});

await checks(`Chromium ${browser.version}, Content-Security-Policy without 'wasm-unsafe-eval'`, async (check) => {
  const { result } = await visitServed(join(generated, "esbuild-page"), { "content-security-policy": "script-src 'self'" });
  for (const attempt of ["assembled", "problems", "claims", "verdict"]) {
    const { ours, code, message } = result?.[attempt] ?? {};
    check(`${attempt} is refused`, [ours, code, message?.includes("'wasm-unsafe-eval'")], [true, "wasm_blocked", true]);
  }
  check("new Signer needs no wasm to refuse", result?.signer.code, "secret_in_browser");
});

await browser.close();
finish();
