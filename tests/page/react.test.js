// docs/page.md's React component with the published widget, under StrictMode: each change of who is signed in.
import assert from "node:assert/strict";
import { alice, aliceAtHooli, bob } from "./backend.js";
import { seeNoWidget, seeWidgetOf, until, visit } from "./browser.js";
import { become, pageWith, show, versions } from "./react.js";

const pages = Object.fromEntries(await Promise.all(versions.map(async (version) => [version, await pageWith(version, "Support")])));

for (const version of versions) {
  const transition = (name, run) => visit(`React ${version}: ${name}`, pages[version], run);

  transition("this is the version", async (page) => {
    assert.match(await page.evaluate(() => window.version), new RegExp(`^${version}\\.`));
  });

  transition("nobody is signed in: no widget, and nothing is asked; a sign-in brings hers, with one request", async (page, backend) => {
    await show(page, undefined);
    await page.getByText("Sign in to chat.").waitFor();
    await seeNoWidget(page);
    assert.equal(backend.requests.length, 0);
    await become(page, backend, alice);
    await seeWidgetOf(page, alice);
    assert.equal(backend.requests.length, 1);
  });

  transition("a switch of company takes the widget away in the same render, then brings the other company's", async (page, backend) => {
    await become(page, backend, alice);
    await seeWidgetOf(page, alice);
    assert.equal(await become(page, backend, aliceAtHooli), 0);
    await seeWidgetOf(page, aliceAtHooli);
  });

  transition("a switch of user takes the widget away in the same render, also when the answer is slow", async (page, backend) => {
    await become(page, backend, alice);
    await seeWidgetOf(page, alice);
    const release = backend.hold();
    assert.equal(await become(page, backend, bob), 0);
    await page.waitForTimeout(100);
    await seeNoWidget(page);
    release();
    await seeWidgetOf(page, bob);
  });

  transition("a logout takes the widget away in the same render, and asks nothing", async (page, backend) => {
    await become(page, backend, alice);
    await seeWidgetOf(page, alice);
    assert.equal(await become(page, backend, undefined), 0);
    await page.getByText("Sign in to chat.").waitFor();
    await page.waitForTimeout(100);
    await seeNoWidget(page);
    assert.equal(backend.requests.length, 1);
  });

  transition(
    "an endpoint that breaks at a switch leaves the page standing, without a widget; trying again helps",
    async (page, backend, complaints) => {
      await become(page, backend, alice);
      await seeWidgetOf(page, alice);
      backend.broken = () => new Response("<!doctype html><h1>Log in</h1>", { headers: { "content-type": "text/html" } });
      await become(page, backend, bob);
      await page.getByText("No chat: Your token endpoint answered with HTML instead of JSON.").waitFor();
      await seeNoWidget(page);
      const told = complaints.splice(0);
      assert.equal(told.length, 1);
      assert.match(told[0], /FogbenderTokenError: Your token endpoint answered with HTML/);
      backend.broken = undefined;
      await page.getByText("Try again").click();
      await seeWidgetOf(page, bob);
    },
  );

  transition("the answer to an earlier user that comes late is thrown away", async (page, backend) => {
    // A fetch that cannot be aborted, so that the answer does come.
    await page.evaluate(() => {
      const { fetch } = window;
      window.fetch = (url, { signal, ...init }) => fetch(url, init);
    });
    const release = backend.hold();
    await become(page, backend, alice);
    await until(() => backend.requests.length === 1);
    await become(page, backend, bob);
    await seeWidgetOf(page, bob);
    release();
    await page.waitForTimeout(200);
    await seeWidgetOf(page, bob);
    assert.equal(backend.aborted, 0);
  });

  transition("the request for an earlier user is aborted", async (page, backend) => {
    const release = backend.hold();
    await become(page, backend, alice);
    await until(() => backend.requests.length === 1);
    await become(page, backend, bob);
    await seeWidgetOf(page, bob);
    await until(() => backend.aborted === 1);
    release();
    assert.equal(backend.requests.length, 2);
  });

  transition("a session that has expired takes the widget away at the refresh, without a reload", async (page, backend) => {
    await page.clock.install();
    await become(page, backend, alice);
    await seeWidgetOf(page, alice);
    backend.session = undefined;
    await page.clock.fastForward("03:30");
    await page.waitForTimeout(100);
    await seeWidgetOf(page, alice);
    await page.clock.fastForward("00:31");
    await page.getByText("Sign in to chat.").waitFor();
    await seeNoWidget(page);
  });

  transition(
    "the session changes in another tab: at the refresh, the widget becomes the other company's, the other user's",
    async (page, backend) => {
      await page.clock.install();
      await become(page, backend, alice);
      await seeWidgetOf(page, alice);
      for (const person of [aliceAtHooli, bob]) {
        backend.session = person;
        await page.clock.fastForward("04:01");
        await seeWidgetOf(page, person);
      }
    },
  );

  transition("a fresh userJWT leaves the widget where it is", async (page, backend) => {
    await page.clock.install();
    await become(page, backend, alice);
    await seeWidgetOf(page, alice);
    await page.evaluate(() => (document.querySelector("iframe").mark = "the same"));
    await page.clock.fastForward("04:01");
    await until(() => backend.requests.length === 2);
    await page.waitForTimeout(200);
    await seeWidgetOf(page, alice);
    assert.equal(await page.evaluate(() => document.querySelector("iframe").mark), "the same");
  });

  transition("after an unmount the request is aborted, and its answer changes nothing", async (page, backend) => {
    const release = backend.hold();
    await become(page, backend, alice);
    await until(() => backend.requests.length === 1);
    await page.evaluate(() => window.unmount());
    await until(() => backend.aborted === 1);
    release();
    await page.waitForTimeout(100);
    await seeNoWidget(page);
    assert.equal(backend.requests.length, 1);
  });

  transition("the Back button does not show the widget of somebody who has signed out since", async (page, backend) => {
    await become(page, backend, alice);
    await seeWidgetOf(page, alice);
    backend.session = undefined;
    const release = backend.hold();
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    await page.locator("iframe").waitFor({ state: "detached" });
    release();
    await page.getByText("Sign in to chat.").waitFor();
    await seeNoWidget(page);
  });
}
