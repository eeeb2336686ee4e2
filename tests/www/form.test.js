import assert from "node:assert/strict";
import { checkToken } from "fogbender";
import { people, widgetId } from "../../www/people.js";
import { openDemo, shownIn, signIn, visit } from "./visit.js";

const userWrong = [
  ["widgetId", "", "field_missing"],
  ["widgetId", "not base64url!", "field_invalid"],
  ["userId", "", "field_empty field_mismatch"],
  ["userId", "U871003", "field_mismatch"],
  ["userName", "", "field_missing field_mismatch"],
  ["userName", "Bob Builder", "field_mismatch"],
  ["userEmail", "", "field_missing field_mismatch"],
  ["userEmail", "bob@hooli.com", "field_mismatch"],
  ["customerId", "", "field_missing field_mismatch"],
  ["customerId", "C990017", "field_mismatch"],
  ["customerName", "", "field_missing field_mismatch"],
  ["customerName", "Hooli", "field_mismatch"],
  ["userJWT", "", "signature_missing"],
  ["userJWT", "abc", "jwt_malformed"],
  ["userHMAC", "abc", "field_invalid"],
  ["widgetKey", "abc", "field_invalid"],
];

/** Types into a field, sees its error beside it, and puts back what was there. */
async function assertErrorBeside(page, [name, value, codes]) {
  const input = page.locator(`#f-${name}`);
  const before = await input.inputValue();
  const help = page.locator(`[data-error=${name}]`);
  const note = await help.textContent();
  await input.evaluate((element) => element.closest("details")?.setAttribute("open", ""));
  await input.fill(value);
  const what = `${name} is ${JSON.stringify(value)}`;
  assert.equal(await help.getAttribute("data-codes"), codes, what);
  assert.equal(await input.getAttribute("aria-invalid"), "true", what);
  assert.equal(await input.getAttribute("aria-describedby"), await help.getAttribute("id"));
  assert.ok(await help.isVisible());
  assert.notEqual(await help.textContent(), note, what);
  assert.equal(await page.textContent("#form-status"), `To fix: ${name}`);
  assert.equal(await page.textContent("#token-json"), "There is no token while a field is wrong.");
  assert.equal(await page.isDisabled("#ask"), true);
  await input.fill(before);
  assert.equal(await help.textContent(), note);
  assert.equal(await page.locator("[aria-invalid]").count(), 0);
}

visit("each field of a user's token that is empty or wrong has its error beside it, and there is no token", {}, async (page) => {
  await openDemo(page);
  await signIn(page, "alice");
  for (const wrong of userWrong) await assertErrorBeside(page, wrong);
});

visit("the form's token is what fogbender's own checkToken accepts, for every kind of token", {}, async (page) => {
  await openDemo(page);
  const assembled = async () => {
    assert.equal(await page.getAttribute("#form-status", "data-verdict"), "complete");
    const token = JSON.parse(await page.textContent("#token-json"));
    assert.equal(checkToken(token), undefined);
    return token;
  };
  const { userJWT } = await signIn(page, "alice");
  assert.deepEqual(await assembled(), { widgetId, ...people.alice, userJWT });
  await page.click("#form summary");
  await page.fill("#f-userAvatarUrl", "https://example.com/alice.png");
  await page.fill("#f-versions", "app=1.2.3\nterms = 2026-11");
  const userAvatarUrl = "https://example.com/alice.png";
  const versions = { app: "1.2.3", terms: "2026-11" };
  assert.deepEqual(await assembled(), { widgetId, ...people.alice, userAvatarUrl, userJWT, versions });
  assert.equal(await page.getAttribute("#editable tr[data-field=userAvatarUrl]", "data-coverage"), "unsigned");
  const claims = JSON.parse((await page.textContent("#token-decoded")).split("claims ")[1]);
  assert.deepEqual({ ...claims, ...people.alice }, claims);

  await page.fill("#f-versions", "");
  await page.check("[name=kind][value=visitor]");
  assert.equal(await page.getAttribute("[data-error=visitorKey]", "data-codes"), "field_missing");
  await page.fill("#f-visitorKey", "visitor-key");
  assert.deepEqual(await assembled(), { widgetId, visitor: true, visitorKey: "visitor-key" });

  await page.check("[name=kind][value=fallback]");
  assert.equal(await page.getAttribute("[data-error=widgetKey]", "data-codes"), "field_missing");
  await page.fill("#f-widgetKey", "fb846f138d571ea616a");
  await page.check("#f-anonymous");
  assert.deepEqual(await assembled(), { widgetId, widgetKey: "fb846f138d571ea616a", anonymous: true });
});

visit("Ask Fogbender gives its verdict on the form's token, which an edit makes old", {}, async (page) => {
  await openDemo(page);
  const verdict = page.locator("#form-verdict");
  const told = async () => [await verdict.getAttribute("data-judge"), await verdict.getAttribute("data-verdict")];
  const ask = async () => {
    await page.click("#ask");
    await page.locator("#form-verdict[data-judge=fogbender]").waitFor();
    return [...(await told()), (await shownIn(page, "#form-widget")).who];
  };
  assert.deepEqual(await told(), ["page", "unknown"]);
  assert.deepEqual(await ask(), ["fogbender", "accepted", "Alice Chesterton of Netflix"], "the sample is signed too");

  await signIn(page, "alice");
  assert.deepEqual(await told(), ["page", "unknown"]);
  assert.equal(await page.getAttribute("#form-widget", "data-stale"), "true");
  assert.deepEqual(await ask(), ["fogbender", "accepted", "Alice Chesterton of Netflix"]);
  assert.equal(await page.getAttribute("#form-widget", "data-stale"), "false");
  const coverage = () => page.locator("#editable tbody tr").evaluateAll((rows) => rows.map(({ dataset }) => dataset.coverage));
  assert.deepEqual(await coverage(), Array(5).fill("signed"));

  await page.fill("#f-userAvatarUrl", "https://example.com/not-hers.png");
  assert.deepEqual(await told(), ["page", "unknown"]);
  assert.equal(await page.getAttribute("#form-widget", "data-stale"), "true");
  assert.deepEqual(await ask(), ["fogbender", "accepted", "Alice Chesterton of Netflix"]);
  assert.deepEqual((await coverage()).sort(), [...Array(5).fill("signed"), "unsigned"]);
});

visit("a copy button says Copied of the last copy, and for its full time", { permissions: ["clipboard-write"] }, async (page) => {
  await page.clock.install();
  await openDemo(page);
  await page.clock.pauseAt(Date.now() + 3_600_000);
  const button = page.locator("[data-copy=token-json]");
  const copied = () => button.getByText("Copied").waitFor();
  await button.click();
  await copied();
  await page.clock.runFor(1_400);
  await page.evaluate(() => (navigator.clipboard.writeText = () => new Promise((done) => (window.done = done))));
  await button.click();
  await button.getByText("Copy", { exact: true }).waitFor();
  await page.evaluate(() => window.done());
  await copied();
  await page.clock.runFor(1_400);
  assert.match(await button.textContent(), /Copied/);
  await page.clock.runFor(200);
  await button.getByText("Copy", { exact: true }).waitFor();
});

visit("the copy buttons copy the token and each snippet", { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
  await openDemo(page);
  const copied = async (id) => {
    await page.click(`[data-copy=${id}]`);
    await page.locator(`[data-copy=${id}]`, { hasText: "Copied" }).waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const token = await signIn(page, "alice");
  assert.deepEqual(JSON.parse(await copied("token-json")), token);
  const snippets = {
    React: "key={tokenKey(token)}",
    JavaScript: "createTokenStore(",
    Backend: "createSignaturesHandler({",
  };
  for (const [name, essence] of Object.entries(snippets)) {
    await page.click(`[data-snippet=${name}]`);
    const text = await copied("snippet");
    assert.equal(text, await page.textContent("#snippet"));
    assert.ok(text.includes(essence), name);
  }
});
