// "Put it into your app", as the page shows it: the backend's snippet answers, and the two for the page show its user's widget.
import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { executablePath } from "../chromium.js";
import { toNodeHandler, verifyUserJWT } from "../../pkg/index.js";
import { people, widgetId } from "../../www/people.js";

const { build } = createRequire(new URL("../../www/package.json", import.meta.url))("esbuild");
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const snippets = path("../../www/page/snippets/");
const secret = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";

/** Who is signed in. */
let user;

async function bundled(contents, loader, options) {
  const stdin = { contents, loader, resolveDir: snippets };
  const common = {
    bundle: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    nodePaths: [path("../../www/node_modules")],
    logLevel: "error",
  };
  const { outputFiles } = await build({ ...common, ...options, stdin, define: { "process.env.NODE_ENV": '"production"' } });
  return outputFiles[0].text;
}

/** What ./session is in the reader's own app. */
const session = {
  name: "session",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/session$/ }, () => ({ path: "session", namespace: "session" }));
    onLoad({ filter: /./, namespace: "session" }, () => ({
      contents: "export const getSession = async () => globalThis.sessionForTest();",
    }));
  },
};
globalThis.sessionForTest = () => user && { user };
Object.assign(process.env, { FOGBENDER_SECRET: secret, FOGBENDER_WIDGET_ID: widgetId });
const backend = path("../../target/www/backend.mjs");
mkdirSync(path("../../target/www"), { recursive: true });
writeFileSync(backend, await bundled('export { GET } from "./backend";', "ts", { platform: "node", plugins: [session] }));
const { GET } = await import(backend);

const PAGES = {
  React: await bundled(
    `import { StrictMode } from "react"; import { createRoot } from "react-dom/client"; import { Support } from "./react";
     const root = createRoot(document.querySelector("#support"));
     window.become = (user) => root.render(<StrictMode><Support user={user} /></StrictMode>);
     window.become(null);`,
    "tsx",
  ),
  JavaScript: await bundled('import { userChanged } from "./javascript"; window.become = () => userChanged();', "ts"),
};
let script = "";
const server = createServer((request, response) => {
  if (request.url === "/fogbender-signatures") return toNodeHandler(GET)(request, response);
  if (request.url === "/main.js") return response.writeHead(200, { "content-type": "text/javascript" }).end(script);
  const html = '<!doctype html><link rel="icon" href="data:," /><div id="support"></div><script type="module" src="/main.js"></script>';
  return response.writeHead(200, { "content-type": "text/html" }).end(html);
}).listen(0, "127.0.0.1");
await once(server, "listening");
const url = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
after(async () => {
  await browser.close();
  server.close().closeAllConnections();
});

/** In the place of Fogbender's own client: it shows whom it was given. */
const CLIENT = `<!doctype html><body><script>
  addEventListener("message", ({ data }) => { if (data.initToken) document.body.textContent = data.initToken.userName; });
  parent.postMessage({ type: "APP_IS_READY" }, "*");
</script>`;

test("Backend: its user's token is answered, and nobody's is a 401", async () => {
  user = people.alice;
  const { token, signatures } = await (await fetch(`${url}/fogbender-signatures`)).json();
  const { iat, ...claims } = verifyUserJWT(signatures.userJWT, secret);
  assert.deepEqual(claims, people.alice);
  assert.deepEqual(token, { widgetId, ...people.alice, userJWT: signatures.userJWT });
  user = undefined;
  assert.equal((await fetch(`${url}/fogbender-signatures`)).status, 401);
});

for (const [name, code] of Object.entries(PAGES)) {
  test(`${name}: the widget is the one of who is signed in, and after a logout there is none`, { timeout: 30_000 }, async () => {
    script = code;
    user = undefined;
    const page = await browser.newPage();
    page.setDefaultTimeout(5_000);
    await page.route("https://client.fogbender.com/**", (route) => route.fulfill({ contentType: "text/html", body: CLIENT }));
    await page.goto(url);
    for (const person of [people.alice, people.bob, undefined, people.alice]) {
      user = person;
      await page.evaluate((user) => void window.become(user), person ? { id: person.userId, orgId: person.customerId } : null);
      if (person === undefined) await page.locator("iframe").waitFor({ state: "detached" });
      else await page.frameLocator("iframe").getByText(person.userName, { exact: true }).waitFor();
      assert.equal(await page.locator("iframe").count(), person === undefined ? 0 : 1);
    }
    await page.close();
  });
}
