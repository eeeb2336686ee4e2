// docs/local-development.md, "Develop without Fogbender": its command, its backend, its component, with the published widget.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { chromium } from "@playwright/test";
import { blocks, buildApp, commands, freePort, outputs, snippets, withPorts, writeSnippets } from "./docs.js";
import { CHROMIUM } from "./chromium.js";
import { start } from "./processes.js";

const browser = await chromium.launch(CHROMIUM);
after(() => browser.close());

test("every code block of the page is run by a test of this folder, or is what the stand-in prints", () => {
  const files = ["server.js", "support.jsx", "playwright.config.js", "support.spec.js", "signatures.test.js"];
  assert.deepEqual(Object.keys(snippets), files);
  assert.equal(commands.length, 2);
  assert.equal(outputs.length, 2);
  assert.equal(blocks.length, files.length + commands.length + outputs.length);
});

test("the blocks compile under TypeScript's strict", () => {
  const folder = writeSnippets("types");
  // What a Vite app has, and the app's own session, which the page leaves to its reader.
  writeFileSync(join(folder, "around.d.ts"), "interface ImportMeta { env: { VITE_FOGBENDER_CLIENT_URL?: string } }\n");
  writeFileSync(
    join(folder, "session.d.ts"),
    'export const session: import("express").RequestHandler;\nexport function currentUser(request: Request): import("fogbender-token").Identity | undefined;\n',
  );
  const compilerOptions = {
    strict: true,
    allowJs: true,
    checkJs: true,
    noEmit: true,
    skipLibCheck: true,
    jsx: "react-jsx",
    target: "es2022",
    module: "preserve",
    lib: ["es2022", "dom"],
    types: ["node"],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["around.d.ts", ...Object.keys(snippets)] }));
  const tsc = join(folder, "node_modules/typescript/bin/tsc");
  const { stdout, status } = spawnSync(process.execPath, [tsc, "--project", "."], { cwd: folder, encoding: "utf8" });
  assert.equal(status, 0, stdout);
});

test("with what the command prints, the app's own backend and the real widget work, and the terminal says what is decided", {
  timeout: 60_000,
}, async (t) => {
  const ports = { app: await freePort(), client: await freePort() };
  const standIn = start(t, ["sh", "-c", withPorts(commands[0], ports)], { cwd: import.meta.dirname });
  await standIn.says(/What becomes of each token:\n/);
  const printed = Object.fromEntries([...standIn.output.matchAll(/^ {2}(FOGBENDER_\w+)=(\S+)$/gm)].map(([, name, value]) => [name, value]));
  assert.deepEqual(Object.keys(printed), ["FOGBENDER_SECRET", "FOGBENDER_WIDGET_ID"]);
  const [, clientUrl] = /clientUrl="(\S+)"/.exec(standIn.output);
  const shownStart = withPorts(outputs[0], ports).replace("FOGBENDER_SECRET=…", `FOGBENDER_SECRET=${printed.FOGBENDER_SECRET}`);
  for (const line of shownStart.split("\n")) assert.ok(standIn.output.includes(line), line);
  const startLength = standIn.output.length;

  const cwd = await buildApp("develop", clientUrl, ports);
  const backend = start(t, [process.execPath, "server.js"], { cwd, env: { ...printed, PORT: String(ports.app) } });
  const app = `http://localhost:${ports.app}`;
  await answering(app);

  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  const frame = page.frameLocator("iframe");
  const shows = (text) => frame.getByText(text, { exact: true }).waitFor();
  await page.goto(app);

  await page.getByText("Sign in as Alice").click();
  await shows("Verified, render away!");
  await shows("Alice of Netflix");
  assert.equal(await page.getAttribute("iframe", "src"), clientUrl);
  await standIn.says(/ accepted {2}Alice of Netflix \(U1, C1\)\n/);
  await page.getByText("Sign in as Bob").click();
  await shows("Bob of Hooli");
  await standIn.says(/ accepted {2}Bob of Hooli \(U2, C2\)\n/);
  await page.getByText("Log out").click();
  await page.locator("iframe").waitFor({ state: "detached" });

  await page.route("**/fogbender-signatures", async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    await route.fulfill({ response, json: { ...answer, token: { ...answer.token, userId: "U2" } } });
  });
  await page.getByText("Sign in as Alice").click();
  await shows("Refused, nothing is rendered");
  await shows("field_mismatch");
  await standIn.says(/ refused {3}Alice of Netflix \(U2, C1\)\n\s+at claims: userId is "U2" in the token and "U1" in the userJWT/);

  for (const line of outputs[1].split("\n")) assert.ok(standIn.output.includes(line.replace(/^[\d:]+/, "")), line);

  // The same page under another name is another origin: the browser leaves the frame empty.
  const before = standIn.output.length;
  await page.unrouteAll();
  await page.goto(`http://127.0.0.1:${ports.app}`);
  await page.getByText("Sign in as Alice").click();
  await standIn.says(
    new RegExp(
      `blocked {3}a page of http://127\\.0\\.0\\.1:${ports.app} frames the client\\n[^]*--app\\s+http://127\\.0\\.0\\.1:${ports.app}`,
    ),
  );
  await page.waitForTimeout(300);
  assert.doesNotMatch(standIn.output.slice(before), /accepted|refused/);

  const told = standIn.output.slice(startLength);
  assert.doesNotMatch(told, /eyJ/);
  assert.ok(!told.includes(printed.FOGBENDER_SECRET));
  assert.deepEqual(
    requests.filter((url) => !/^(http:\/\/(localhost|127\.0\.0\.1):\d+\/|data:,)/.test(url)),
    [],
  );
  assert.equal(backend.output, "");
  await page.close();
});

async function answering(url) {
  for (let waits = 0; waits < 200; waits += 1) {
    if (
      await fetch(url).then(
        (response) => response.ok,
        () => false,
      )
    )
      return;
    await new Promise((done) => setTimeout(done, 25));
  }
  assert.fail(`${url} does not answer`);
}
