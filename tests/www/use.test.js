import assert from "node:assert/strict";
import { desktop, hold, openDemo, phone, shownIn, signIn, visit } from "./visit.js";

/** Presses Tab until an element has the focus; everything on the way shows that it has it. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press("Tab");
    const [there, outline, tag] = await page.evaluate((wanted) => {
      const element = document.activeElement;
      return [element.matches(wanted), getComputedStyle(element).outlineStyle, element.outerHTML.slice(0, 100)];
    }, selector);
    assert.ok(outline !== "none" || tag.startsWith("<iframe"), `${tag} shows its focus`);
    if (there) return;
  }
  assert.fail(`Tab does not lead to ${selector}`);
}

visit("the whole story can be told with Tab, Enter and the arrow keys alone", {}, async (page) => {
  await openDemo(page);
  await tabTo(page, ".skip");
  await tabTo(page, "[data-sign-in=alice]");
  await page.keyboard.press("Enter");
  await page.locator("#story-status", { hasText: "Fogbender says: accepted." }).waitFor();
  await tabTo(page, "[name=signer]");
  const release = await hold(page, "session");
  await page.keyboard.press("ArrowRight");
  assert.ok(await page.isChecked("[name=signer][value=api]"));
  await page.locator("#story-status", { hasText: "signs in" }).waitFor();
  release();
  await page.locator("#story-status", { hasText: "Fogbender says: accepted." }).waitFor();
  for (const step of [1, 6]) {
    await tabTo(page, `[data-step='${step}'] button`);
    await page.keyboard.press("Enter");
    assert.ok((await page.textContent("#message-title")).startsWith(`${step} · `));
  }
  await tabTo(page, "#f-userName");
  await page.keyboard.type("Bob Builder");
  assert.equal(await page.getAttribute("#f-userName", "aria-invalid"), "true");
  await tabTo(page, "[role=tab]");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.getAttribute("[data-snippet=JavaScript]", "aria-selected"), "true");
  for (const [id, who] of [
    ["edit-user-id", "field_mismatch"],
    ["widget-key", "Bob Builder of Hooli"],
  ]) {
    await tabTo(page, `[data-attack=${id}]`);
    await page.keyboard.press("Enter");
    await page.locator(`#result[data-shows=${id}] #attack-verdict[data-verdict]`).waitFor();
    assert.equal((await shownIn(page, "#attack-widget")).who, who);
  }
  await tabTo(page, "[data-inspect]");
  await tabTo(page, "[data-example='1']");
  await page.keyboard.press("Enter");
  assert.equal(await page.getAttribute("#paste-verdict", "data-verdict"), "refused");
});

for (const [screen, options] of Object.entries({ desktop, phone })) {
  visit(`nothing jumps while somebody signs in, attacks and pastes: ${screen}`, options, async (page, seen) => {
    const jumps = {};
    const jumped = async (when) => {
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
      jumps[when] = (jumps[when] ?? 0) + seen.shifts.splice(0).reduce((sum, value) => sum + value, 0);
    };
    await openDemo(page);
    await jumped("open");
    for (const who of ["alice", "bob", "alice"]) {
      await signIn(page, who);
      await jumped(who);
    }
    for (const id of ["edit-user-id", "replay"]) {
      // On a phone the result opens below what was tapped, as it should: what counts is what moves at the verdict.
      const decide = await hold(page, "verify");
      await page.click(`[data-attack=${id}]`);
      await page.locator(`#result[data-shows=${id}] iframe`).waitFor();
      await jumped("below what was tapped");
      decide();
      await page.locator(`#result[data-shows=${id}] #attack-verdict[data-verdict]`).waitFor();
      await jumped(id);
    }
    await page.click("[data-example='1']");
    await jumped("paste");
    const { "below what was tapped": opened, ...unasked } = jumps;
    const sum = Object.values(unasked).reduce((all, value) => all + value);
    assert.ok(sum < 0.05, JSON.stringify(jumps));
    if (screen === "desktop") assert.equal(opened, 0);
  });
}
