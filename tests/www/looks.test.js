// The main states of the page, each without a violation of axe's rules; the screenshots are in target/www/.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { attack, desktop, openDemo, phone, signIn, visit } from "./visit.js";

const folder = fileURLToPath(new URL("../../target/www/", import.meta.url));
mkdirSync(folder, { recursive: true });

/** How to come from each state to the next, what of the page shows it, and where to look. */
const STATES = {
  start: { part: "body", top: ".top", reach: openDemo },
  "signed-in": { part: "#sign-in", top: ".top", reach: (page) => signIn(page, "alice") },
  "attack-refused": { part: "#be-bob", top: "#be-bob-title", reach: (page) => attack(page, "edit-user-id") },
  "attack-succeeded": { part: "#be-bob", top: "#result", reach: (page) => attack(page, "expired") },
  "form-errors": { part: "#token", top: "#token-title", reach: breakTheForm },
  paste: { part: "#paste", top: "#paste-title", reach: (page) => page.click("[data-example='1']") },
};

async function breakTheForm(page) {
  for (const field of ["userId", "userEmail", "customerName"]) await page.fill(`#f-${field}`, "");
  await page.fill("#f-widgetId", "my widget");
}

const SCREENS = {
  light: { ...desktop, colorScheme: "light" },
  dark: { ...desktop, colorScheme: "dark" },
  phone: { ...phone, colorScheme: "light" },
};

for (const [screen, options] of Object.entries(SCREENS)) {
  visit(`no rule of axe is violated in any main state, frames included: ${screen}`, options, async (page) => {
    for (const [state, { part, top, reach }] of Object.entries(STATES)) {
      await reach(page);
      await page.locator(top).evaluate((element) => element.scrollIntoView());
      await page.screenshot({ path: `${folder}${screen}-${state}.png` });
      assert.deepEqual(await violations(page, part), [], `${screen}, ${state}`);
      const width = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      assert.equal(width[0], width[1], `${screen}, ${state}: nothing is wider than the screen`);
    }
  });
}

/** What axe finds in a part of the page and, by itself, in each of the frames. */
async function violations(page, part) {
  const found = [];
  for (const frame of page.frames()) {
    if (await frame.evaluate(() => window.axe === undefined)) await frame.evaluate(axe.source);
    const { looked, violated } = await frame.evaluate(runAxe, frame === page.mainFrame() ? part : "html");
    assert.ok(looked.includes("color-contrast"), `axe has looked at ${frame.url()}`);
    found.push(...violated);
  }
  return found;
}

async function runAxe(part) {
  const { violations, passes } = await window.axe.run(part, { iframes: false });
  const violated = violations.flatMap(({ nodes }) => nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`));
  return { looked: passes.map(({ id }) => id), violated };
}
