// What docs/page.md says of the places where people put the widget, with the published packages.
import assert from "node:assert/strict";
import { alice, aliceAtHooli, bob } from "./backend.js";
import { seeWidgetOf, until, visit } from "./browser.js";
import { become, pageOf, pageWith, versions } from "./react.js";

const chats = Object.fromEntries(await Promise.all(versions.map(async (version) => [version, await pageWith(version, "Chat")])));
const [support, flat, chatWithoutKey, newTab, badge, frozen, cloned] = await Promise.all([
  pageWith("19", "Support"),
  pageWith("19", "Support", (text) => text.replace('<div style={{ display: "flex", height: 600 }}>', "<div>")),
  pageWith("19", "Chat", (text) => text.replace(" key={tokenKey(token)}", "")),
  pageWith("19", "Chat", (text) => text.replace("<FogbenderFloatingWidget", "<FogbenderFloatingWidget openInNewTab")),
  pageOf("19", "app/badge.js"),
  pageWith("19", "Support", (text) => text.replace("token={token}", "token={Object.freeze(token)}")),
  pageWith("19", "Support", (text) => text.replace("token={token}", "token={structuredClone(Object.freeze(token))}")),
]);

const floating = (page) => page.locator("#fogbender-floaty");
const openFloating = (page) => page.getByTitle("Customer support").click();

for (const version of versions) {
  visit(
    `React ${version}: the floating widget leaves with its user, and the next one is the next user's`,
    chats[version],
    async (page, backend) => {
      await page.clock.install();
      for (const person of [alice, aliceAtHooli, bob]) {
        await become(page, backend, person);
        await openFloating(page);
        await seeWidgetOf(page, person);
        assert.equal(await floating(page).count(), 1);
      }
      backend.session = alice;
      await page.clock.fastForward("04:01");
      // Bob's stood open; the next one begins closed.
      await page.locator("iframe").waitFor({ state: "detached" });
      await openFloating(page);
      await seeWidgetOf(page, alice);
      await become(page, backend, undefined);
      assert.equal(await floating(page).count(), 0);
      assert.equal(await page.locator("iframe").count(), 0);
    },
  );
}

visit(
  "without the key, FogbenderConfig leaves the old user's floating widget: so the key is needed",
  chatWithoutKey,
  async (page, backend) => {
    await page.clock.install();
    await become(page, backend, alice);
    await openFloating(page);
    await seeWidgetOf(page, alice);
    backend.session = bob;
    await page.clock.fastForward("04:01");
    await until(() => backend.requests.length === 2);
    await page.waitForTimeout(200);
    await seeWidgetOf(page, alice);
  },
);

const frameHeight = (page) => page.evaluate(() => document.querySelector("iframe").clientHeight);

visit("in a parent with display: flex and a height, the frame fills it", support, async (page, backend) => {
  await become(page, backend, alice);
  await seeWidgetOf(page, alice);
  assert.equal(await frameHeight(page), 600);
});

visit("in another parent, the frame is 150 px high", flat, async (page, backend) => {
  await become(page, backend, alice);
  await seeWidgetOf(page, alice);
  assert.equal(await frameHeight(page), 150);
});

const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-src https://client.fogbender.com; img-src data:";
for (const [name, files] of Object.entries({ "the widget": support, "the floating widget": chats[19] })) {
  const withPolicy = {
    ...files,
    "index.html": files["index.html"].replace("<link", `<meta http-equiv="content-security-policy" content="${policy}" /><link`),
  };
  visit(`a Content-Security-Policy of frame-src and connect-src is enough for ${name}`, withPolicy, async (page, backend) => {
    await become(page, backend, alice);
    if (name === "the floating widget") await openFloating(page);
    await seeWidgetOf(page, alice);
  });
}

/** The tab that a click opens has the whole token in its address. */
async function seeTokenInTab(page, click) {
  const [tab] = await Promise.all([page.context().waitForEvent("page"), click(page)]);
  const address = new URL(tab.url());
  assert.equal(address.origin, "https://client.fogbender.com");
  const { userId, userJWT } = JSON.parse(address.searchParams.get("token"));
  assert.equal(userId, alice.userId);
  assert.equal(userJWT.split(".").length, 3);
}

visit('"open in new tab" puts the whole token into the address', newTab, async (page, backend) => {
  await become(page, backend, alice);
  await seeTokenInTab(page, openFloating);
});

visit("so does a click on the unread badge", badge, async (page, backend) => {
  backend.session = alice;
  await page.evaluate(() => window.show());
  const frame = page.frameLocator("iframe").locator("body", { hasText: alice.userName });
  const badges = JSON.stringify({ room: { count: 3 } });
  await frame.evaluate((_, given) => parent.postMessage({ type: "BADGES", badges: given }, "*"), badges);
  await seeTokenInTab(page, () => page.getByRole("button", { name: "1", exact: true }).click());
});

visit("the widget writes into its token: a frozen one makes it throw", frozen, async (page, backend, complaints) => {
  await become(page, backend, alice);
  await page.waitForFunction(() => document.querySelector("#root").childElementCount === 0);
  assert.match(complaints.splice(0).join(), /object is not extensible/);
});

visit("and a structuredClone of it does not", cloned, async (page, backend) => {
  await become(page, backend, alice);
  await seeWidgetOf(page, alice);
});
