// README.md, followed word for word: each of its blocks is compiled under strict, and runs.
import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { verifyUserJWT } from "fogbender-token";
import { chromium } from "playwright-core";
import { CHROMIUM } from "./chromium.js";
import { answers, freePort, start } from "./processes.js";
import { blocks, commands, files, readme, rust, writeApp } from "./readme.js";

const run = promisify(execFile);
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const CLI = path("node_modules/fogbender-token/cli.js");

/** A documented command of this package, as the arguments for Node. */
const cli = (command) => [
  CLI,
  ...command
    .replace(/^npx fogbender-token /, "")
    .replaceAll('"', "")
    .split(" "),
];

const [doctor, standIn] = commands;

test("every block of README.md is run here, and it has 220 lines at most", () => {
  assert.equal(blocks, Object.keys(files).length + commands.length + 1);
  assert.deepEqual(Object.keys(files), [
    "signatures.js",
    "server.js",
    "vite.config.js",
    "src/App.jsx",
    "app/fogbender-signatures/route.js",
    "app/page.js",
    "next.config.mjs",
    "support.jsx",
  ]);
  const written = readme.split("written by scripts/docs.mjs -->\n")[1].split("\n<!-- end")[0].split("\n").length;
  // The figures have four lines once they are measured.
  assert.ok(readme.trimEnd().split("\n").length - written + 4 <= 220);
});

test("the files compile under TypeScript's strict", () => {
  const folder = writeApp("types");
  const options = {
    strict: true,
    allowJs: true,
    checkJs: true,
    noEmit: true,
    skipLibCheck: true,
    jsx: "react-jsx",
    target: "es2022",
    module: "preserve",
    lib: ["es2022", "dom"],
    types: ["node", "vite/client"],
  };
  const checked = Object.keys(files).filter((file) => file !== "support.jsx");
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, files: [...checked, "support.jsx"] }));
  execFileSync(process.execPath, [path("node_modules/typescript/bin/tsc"), "--project", "."], {
    cwd: folder,
    stdio: "pipe",
    encoding: "utf8",
  });
});

test("Express and Vite with the local Fogbender: verified, refused when she edits her token; doctor finds nothing", {
  timeout: 60_000,
}, async (t) => {
  const ports = { 3000: await freePort(), 5173: await freePort(), 4690: await freePort() };
  const here = (text) => text.replace(/3000|5173|4690/g, (port) => ports[port]);
  const app = here("http://localhost:5173");
  const folder = writeApp("express", here);

  const fogbender = start(t, folder, [...cli(here(standIn)), "--port", String(ports[4690])]);
  const [, variables] = await fogbender.says(/environment:\n((?: {2}FOGBENDER_\w+=\S+\n)+)/);
  const clientUrl = readme.match(/`(VITE_FOGBENDER_CLIENT_URL=[^`]+)`/)[1];
  writeFileSync(join(folder, ".env"), `${variables.replaceAll("  ", "")}${here(clientUrl)}\n`);
  const [, arguments_] = readme.match(/`node (--env-file=\.env server\.js)`/);
  start(t, folder, arguments_.split(" "));
  start(t, folder, ["node_modules/vite/bin/vite.js", "--host", "localhost", "--port", String(ports[5173]), "--strictPort"]);
  assert.equal((await answers(here("http://localhost:3000/fogbender-signatures"))).status, 401);
  assert.equal((await answers(app)).status, 200);

  await t.test("the widget", async () => {
    const browser = await chromium.launch(CHROMIUM);
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(15_000);
      await page.goto(app);
      await page.getByText("Sign in to chat.").waitFor();
      const [, signIn] = readme.match(/run `(document\.cookie = [^`]+)`/);
      await page.evaluate(signIn);
      await page.reload();
      await page.frameLocator("iframe").getByText("Verified, render away!").waitFor();
      await fogbender.says(/accepted\s+Alice Chesterton of Netflix/);
    } finally {
      await browser.close();
    }
  });

  await t.test("doctor", async () => {
    const { stdout } = await run(process.execPath, cli(here(doctor)), { cwd: folder });
    const { wrong, checks } = JSON.parse(stdout);
    assert.equal(wrong, 0);
    assert.ok(checks.length > 20);
  });

  await t.test("explain", async () => {
    const answer = await fetch(here("http://localhost:3000/fogbender-signatures"), { headers: { cookie: "session=alice" } });
    const { token } = await answer.json();
    const [, command] = readme.match(/`(npx fogbender-token explain token\.json)`/);
    const env = { ...process.env, FOGBENDER_SECRET: variables.match(/SECRET=(\S+)/)[1] };
    writeFileSync(join(folder, "token.json"), JSON.stringify(token));
    const { stdout } = await run(process.execPath, cli(command), { cwd: folder, env });
    assert.equal(JSON.parse(stdout).verdict, "accepted");
    writeFileSync(join(folder, "token.json"), JSON.stringify({ ...token, userEmail: "bob@netflix.com" }));
    const refused = await run(process.execPath, cli(command), { cwd: folder, env }).catch((error) => error);
    assert.equal(refused.code, 1);
    assert.match(refused.stdout, /"field_mismatch"/);
  });
});

test("Next.js: the route answers with Alice's token, and nobody's without her session", async () => {
  const folder = writeApp("next");
  process.env.FOGBENDER_SECRET = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
  process.env.FOGBENDER_WIDGET_ID = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";
  const { GET, dynamic } = await import(pathToFileURL(join(folder, "app/fogbender-signatures/route.js")));
  assert.equal(dynamic, "force-dynamic");
  const url = "http://localhost:5173/fogbender-signatures";
  assert.equal((await GET(new Request(url))).status, 401);
  const { token, signatures } = await (await GET(new Request(url, { headers: { cookie: "session=alice" } }))).json();
  assert.equal(token.userJWT, signatures.userJWT);
  assert.equal(verifyUserJWT(token.userJWT, process.env.FOGBENDER_SECRET).userName, "Alice Chesterton");
  const config = await import(pathToFileURL(join(folder, "next.config.mjs")));
  // docs/page.md has the same line, which tests/page/next builds with.
  assert.ok(readFileSync(path("../../docs/page.md"), "utf8").includes('turbopack: { resolveAlias: { "./ResizeSensor.js": false } }'));
  assert.deepEqual(config.default, { turbopack: { resolveAlias: { "./ResizeSensor.js": false } } });
});

test("Rust: the block is the crate's own example, which cargo test runs", () => {
  const lines = (text) =>
    text
      .split("\n")
      .map((line) => line.replace(/\/\/.*/, "").trim())
      .filter((line) => line !== "" && !line.startsWith("# "));
  const [, example] = /^#!\[cfg_attr.* doc = "```ignore"\)\]\n([\s\S]*?)^\/\/! ```$/m.exec(readFileSync(path("../../src/lib.rs"), "utf8"));
  assert.deepEqual(lines(rust), lines(example.replace(/^\/\/! ?/gm, "")));
});
