// The page as others get it: built, put on a static host, started by a newcomer.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, test } from "node:test";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { people, widgetId } from "../../www/people.js";
import { visit } from "./visit.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const dist = join(root, "www/dist");

function temporaryFolder(t) {
  const folder = mkdtempSync(join(tmpdir(), "www-"));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Any static host: files in a folder below the root, by the type of their names, and no header of ours. */
async function host(folder, below) {
  const types = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".json": "application/json",
  };
  const files = new Map(readdirSync(folder).map((name) => [below + name, name]));
  const server = createServer(({ method, url }, response) => {
    const name = files.get(url === below ? `${below}index.html` : url);
    if (name === undefined || method !== "GET") return response.writeHead(404).end();
    return response.writeHead(200, { "content-type": types[extname(name)] }).end(readFileSync(join(folder, name)));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const close = () => server.close().closeAllConnections();
  return { url: `http://127.0.0.1:${server.address().port}${below}`, close };
}

const staticHost = await host(dist, "/some/folder/");
after(staticHost.close);

visit("a static copy, in a folder of its host, explains and assembles, and says what needs the servers", {}, async (page) => {
  await page.goto(staticHost.url);
  await page.locator("#token-json:not(:empty)").waitFor();
  assert.deepEqual(
    Object.keys(JSON.parse(await page.textContent("#token-json"))).sort(),
    [...Object.keys(people.alice), "userJWT", "widgetId"].sort(),
  );
  await page.fill("#f-userId", "U871003");
  assert.equal(await page.getAttribute("[data-error=userId]", "data-codes"), "field_mismatch");
  await page.click("[data-example='1']");
  assert.equal(await page.getAttribute("#paste-verdict", "data-verdict"), "refused");
  await page.fill("#pasted-text", JSON.stringify({ widgetId, ...people.bob }));
  assert.equal(await page.locator("#paste-details [data-code=signature_missing]").count(), 1);

  const notes = page.locator("[data-static]");
  assert.equal(await notes.count(), 2);
  // biome-ignore lint/performance/useDomNodeTextContent: what the reader sees counts
  for (const note of await notes.all()) assert.match(await note.innerText(), /make demo/);
  const needServers = page.locator("[data-sign-in], #sign-out, [data-attack], #ask");
  assert.deepEqual(await needServers.evaluateAll((all) => all.map(({ disabled }) => disabled)), Array(15).fill(true));
  assert.equal(await page.locator("iframe").count(), 0);
});

test("the page's TypeScript compiles, strictly", () => {
  execFileSync(process.execPath, [join(root, "www/node_modules/typescript/bin/tsc"), "--project", join(root, "www")]);
});

test("www/dist is what node www/build.js builds", (t) => {
  const built = temporaryFolder(t);
  execFileSync(process.execPath, [join(root, "www/build.js"), built]);
  assert.deepEqual(readdirSync(dist).sort(), readdirSync(built).sort());
  for (const name of readdirSync(built)) {
    assert.ok(readFileSync(join(dist, name)).equals(readFileSync(join(built, name))), `www/dist/${name} is stale: run make pkg`);
  }
});

test("the demo needs Node alone: www/ and pkg/ without any node_modules start, and print an address", async (t) => {
  const folder = temporaryFolder(t);
  const filter = (path) => !path.includes("node_modules");
  for (const part of ["www", "pkg"]) cpSync(join(root, part), join(folder, part), { recursive: true, filter });
  const demo = spawn(process.execPath, [join(folder, "www/serve.js")], {
    env: { PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  t.after(() => demo.kill());
  const { value: printed } = await createInterface(demo.stdout)[Symbol.asyncIterator]().next();
  const [, address] = /^Why can't Alice be Bob\? Open (http:\/\/localhost:\d+)$/.exec(printed);
  assert.match(await (await fetch(address)).text(), /<h1 id="why-title">Why can’t Alice impersonate Bob\?<\/h1>/);
  const { fogbender } = await (await fetch(`${address}/backend.json`)).json();
  assert.match(await (await fetch(fogbender)).text(), new RegExp(`data-app="${address}"`));

  const second = spawn(process.execPath, [join(folder, "www/serve.js")], {
    env: { PORT: new URL(address).port },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const [[complaint], [status]] = await Promise.all([once(second.stderr.setEncoding("utf8"), "data"), once(second, "exit")]);
  assert.match(complaint, /^Port \d+ cannot be used \(EADDRINUSE\): choose another with PORT\.\n$/);
  assert.equal(status, 1);
});
