import assert from "node:assert/strict";
import { people, widgetId } from "../../www/people.js";
import { openDemo, signIn, visit } from "./visit.js";

async function explained(page) {
  const codes = (list) =>
    page.locator(`#paste-details [data-list=${list}] li`).evaluateAll((all) => all.map(({ dataset }) => dataset.code));
  const coverage = await page
    .locator("#paste-details tbody tr")
    .evaluateAll((rows) => rows.map(({ dataset }) => [dataset.field, dataset.coverage]));
  return {
    verdict: await page.getAttribute("#paste-verdict", "data-verdict"),
    reasons: await codes("reasons"),
    hints: await codes("hints"),
    fields: Object.fromEntries(coverage),
  };
}

const allSigned = Object.fromEntries(Object.keys(people.alice).map((name) => [name, "signed"]));

visit("the paste box explains each of its examples", {}, async (page) => {
  await openDemo(page);
  const example = async (index) => {
    await page.click(`[data-example='${index}']`);
    return explained(page);
  };
  const fine = { verdict: "unknown", reasons: [], hints: [], fields: allSigned };
  assert.equal(await page.getAttribute("#paste-verdict", "data-verdict"), "none");
  assert.deepEqual(await example(0), fine);
  assert.deepEqual(JSON.parse((await page.textContent("#paste-decoded")).split("claims ")[1]), people.alice);
  const fields = { ...allSigned, userId: "mismatch" };
  assert.deepEqual(await example(1), { verdict: "refused", reasons: ["field_mismatch"], hints: [], fields });
  assert.deepEqual(await example(2), fine);
});

visit("a token is explained without a single request, and without a network", {}, async (page, seen) => {
  await openDemo(page);
  const token = await signIn(page, "bob");
  const before = seen.requests.length;
  await page.context().setOffline(true);
  await page.fill("#pasted-text", JSON.stringify({ ...token, customerName: "Netflix" }));
  assert.deepEqual((await explained(page)).reasons, ["field_mismatch"]);
  assert.equal(await page.textContent("#paste-details tr[data-field=customerName] .claim"), "signed: Hooli");
  await page.fill("#pasted-text", token.userJWT);
  assert.deepEqual((await explained(page)).verdict, "unknown");
  await page.fill("#pasted-text", "");
  await page.locator("#pasted-text").pressSequentially(JSON.stringify({ widgetId, userId: "U1", userJWT: "e30.e30." }));
  assert.equal((await explained(page)).verdict, "refused");
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  assert.deepEqual(seen.requests.slice(before), []);
});

visit("what is no token is answered with what to paste instead", {}, async (page) => {
  await openDemo(page);
  const answers = {
    "": "Waiting for something to explain.",
    "{widgetId: 1}": "This is neither JSON nor a userJWT: names and texts need double quotes.",
    "[]": "This is JSON, but not a token: a token is an object.",
    cP5szoYeMQaw6l9dmMmHXkHZbQYqraTQ:
      "This may be a workspace secret. Clear it: a secret belongs on your backend alone.",
  };
  for (const [text, note] of Object.entries(answers)) {
    await page.fill("#pasted-text", text);
    assert.equal(await page.textContent("#paste-verdict"), note);
    assert.equal(await page.getAttribute("#paste-verdict", "data-verdict"), "none");
  }
});
