// The page in the widget's frame: what it shows for each verdict, and whom it takes a token from.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { chromium } from "@playwright/test";
import { createToken, Signer, toNodeHandler } from "fogbender-token";
import { createStandIn } from "fogbender-token/stand-in";
import { CHROMIUM } from "./chromium.js";
import { SECRET } from "./processes.js";

const widgetId = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";
const alice = { userId: "U1", customerId: "C1", customerName: "Netflix", userEmail: "alice@netflix.com", userName: "Alice" };
const token = createToken(alice, SECRET, { widgetId });
const ids = new Signer(SECRET).sign({ userId: "U1", customerId: "C1" }, { partial: true });

const servers = [createServer(), createServer()];
for (const server of servers) await once(server.listen(0, "127.0.0.1"), "listening");
const [appPort, clientPort] = servers.map((server) => server.address().port);
const app = `http://localhost:${appPort}`;
const stranger = `http://127.0.0.1:${appPort}`;
const client = `http://127.0.0.1:${clientPort}`;
const decisions = [];
servers[1].on("request", toNodeHandler(createStandIn({ secret: SECRET, app, onDecision: ({ verdict }) => decisions.push(verdict) })));

/** A page that frames the client, and gives it a token when it asks; or, at /frame, one that is in the same page. */
const PAGE = `<!doctype html><link rel="icon" href="data:," /><iframe src="${client}"></iframe>
<script>
  const client = document.querySelector("iframe").contentWindow;
  window.told = [];
  window.ready = new Promise((resolve) => addEventListener("message", ({ data }) => (told.push(data), resolve())));
  window.give = (initToken) => client.postMessage({ initToken }, "*");
</script>`;
const INTRUDER = `<!doctype html><script>
  window.give = (initToken) => parent.frames[0].postMessage({ initToken }, "*");
</script>`;
servers[0].on("request", ({ url }, response) =>
  response.writeHead(200, { "content-type": "text/html" }).end(url === "/frame" ? INTRUDER : PAGE),
);

const browser = await chromium.launch(CHROMIUM);
after(async () => {
  await browser.close();
  for (const server of servers) server.close().closeAllConnections();
});

async function open(origin) {
  const page = await browser.newPage();
  page.setDefaultTimeout(5_000);
  await page.goto(origin);
  return page;
}

/** Gives a token, and reads what the client then shows. */
async function shown(page, given) {
  await page.evaluate(() => window.ready);
  await page.evaluate((initToken) => window.give(initToken), given);
  const main = page.frameLocator("iframe >> nth=0").locator("main:not([data-state=waiting], [data-state=checking])");
  const part = (selector) => main.locator(selector).textContent();
  return [await main.getAttribute("data-state"), await part("h1"), await part(".who"), await part(".why")];
}

const SHOWN = [
  ["the user and her company", token, ["accepted", "Verified, render away!", "Alice of Netflix", "U1 · C1"]],
  [
    "a user whose name is HTML, as text",
    { ...token, userName: "<b>A</b>", userJWT: ids },
    ["accepted", "Verified, render away!", "<b>A</b> of Netflix", "U1 · C1"],
  ],
  [
    "why a token is refused",
    { ...token, userId: "U2" },
    ["refused", "Refused, nothing is rendered", "field_mismatch", /^userId is "U2" in the token/],
  ],
  [
    "that the login crashes",
    { ...token, userEmail: "nobody", userJWT: ids },
    ["crashes", "Fogbender’s login crashes, nothing is rendered", /^field_/, /@/],
  ],
  [
    "that Fogbender alone can tell",
    { ...token, userToken: "opaque" },
    ["unknown", "Only Fogbender can tell", "", /^userToken is Fogbender's own/],
  ],
  [
    "that a visitor has no name here",
    { widgetId, visitor: true, visitorKey: "key" },
    ["unknown", "Only Fogbender can tell", "", /^A visitor token names no user/],
  ],
  ["that it is no token", [], ["refused", "Refused, nothing is rendered", /./, /./]],
  ["that it is too large", { ...token, userName: "x".repeat(70_000) }, ["refused", "Refused, nothing is rendered", "too_large", /65,536/]],
];
for (const [what, given, expected] of SHOWN) {
  test(`the client shows ${what}`, { timeout: 20_000 }, async () => {
    const page = await open(app);
    for (const [index, text] of (await shown(page, given)).entries()) {
      if (expected[index] instanceof RegExp) assert.match(text, expected[index]);
      else assert.equal(text, expected[index]);
    }
    await page.close();
  });
}

test("a page of another origin cannot frame the client, and is told nothing", { timeout: 20_000 }, async () => {
  decisions.length = 0;
  const page = await open(stranger);
  await page.evaluate((given) => window.give(given), token);
  await page.waitForTimeout(300);
  assert.equal(await page.frameLocator("iframe").locator("main").count(), 0);
  assert.deepEqual(await page.evaluate(() => window.told), []);
  assert.deepEqual(decisions, []);
  await page.close();
});

test("a token from another frame than the parent is not looked at, whatever its origin", { timeout: 20_000 }, async () => {
  decisions.length = 0;
  const page = await open(app);
  await page.evaluate(() => window.ready);
  for (const origin of [stranger, app]) {
    await page.evaluate((src) => document.body.append(Object.assign(document.createElement("iframe"), { src })), `${origin}/frame`);
    const intruder = await page.waitForEvent("framenavigated", { predicate: (frame) => frame.url() === `${origin}/frame` });
    await intruder.evaluate((given) => window.give(given), token);
  }
  await page.waitForTimeout(300);
  assert.deepEqual(decisions, []);
  assert.equal((await shown(page, token))[0], "accepted");
  assert.deepEqual(decisions, ["accepted"]);
  await page.close();
});

test("when the stand-in was stopped, the client says so", { timeout: 20_000 }, async () => {
  const page = await open(app);
  await page.route(`${client}/verify`, (route) => route.abort());
  assert.deepEqual(await shown(page, token), [
    "refused",
    "Refused, nothing is rendered",
    "unreachable",
    "The stand-in does not answer. Was it stopped?",
  ]);
  await page.close();
});

test("opened by itself, the client says where it belongs", { timeout: 20_000 }, async () => {
  const page = await open(client);
  assert.equal(await page.textContent("h1"), "This page belongs in the widget’s frame");
  assert.equal(await page.textContent(".why"), `Open your app at ${app}`);
  await page.close();
});
