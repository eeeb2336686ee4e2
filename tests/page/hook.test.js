// The hook's options that change while a user stays the same.
import assert from "node:assert/strict";
import { alice } from "./backend.js";
import { until, visit } from "./browser.js";
import { pageOf, versions } from "./react.js";

const pages = Object.fromEntries(await Promise.all(versions.map(async (version) => [version, await pageOf(version, "app/hook.jsx")])));

const show = (page, options, url) => page.evaluate((given) => window.show(...given), [options, url]);
const see = (page, text) => page.getByText(text, { exact: true }).waitFor();

for (const version of versions) {
  visit(
    `React ${version}: another expectation drops the token in the same render, and asks again`,
    pages[version],
    async (page, backend, complaints) => {
      backend.session = alice;
      const { userId, customerId } = alice;
      await show(page, { user: "U1", expect: { userId, customerId } });
      await see(page, "ready Alice");
      for (const expect of [
        { userId, customerId: "C2" },
        { userId: "U2", customerId },
      ]) {
        assert.equal(await show(page, { user: "U1", expect }), "loading");
        await see(page, "error token_mismatch");
        assert.equal(await show(page, { user: "U1", expect: { userId, customerId } }), "loading");
        await see(page, "ready Alice");
      }
      assert.equal(backend.requests.length, 5);
      const told = complaints.splice(0);
      assert.equal(told.length, 2);
      for (const one of told) assert.match(one, /is not what the page expects/);
    },
  );

  visit(`React ${version}: another endpoint is another token`, pages[version], async (page, backend, complaints) => {
    backend.session = alice;
    await show(page, { user: "U1" });
    await see(page, "ready Alice");
    assert.equal(await show(page, { user: "U1" }, "/elsewhere"), "loading");
    await see(page, "error endpoint_failed");
    assert.equal(complaints.splice(0).length, 1);
  });

  visit(`React ${version}: a refreshBeforeSeconds that comes later counts`, pages[version], async (page, backend) => {
    await page.clock.install();
    backend.session = alice;
    await show(page, { user: "U1" });
    await see(page, "ready Alice");
    await show(page, { user: "U1", refreshBeforeSeconds: 60 });
    await see(page, "ready Alice");
    const { length } = backend.requests;
    await page.clock.fastForward("04:01");
    await until(() => backend.requests.length === length + 1);
  });

  visit(
    `React ${version}: new headers of the same user leave the token, and are those of the refresh`,
    pages[version],
    async (page, backend) => {
      await page.clock.install();
      backend.session = alice;
      const given = (session) => ({ user: "U1", refreshBeforeSeconds: 60, headers: { "x-session": session } });
      await show(page, given("first"));
      await see(page, "ready Alice");
      assert.equal(await show(page, given("second")), "ready Alice");
      await page.clock.fastForward("04:01");
      await until(() => backend.requests.length === 2);
      assert.deepEqual(
        backend.requests.map((headers) => headers["x-session"]),
        ["first", "second"],
      );
    },
  );
}
