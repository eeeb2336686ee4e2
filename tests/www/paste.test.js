import assert from "node:assert/strict";
import { people, widgetId } from "../../www/people.js";
import { attack, openDemo, signIn, visit } from "./visit.js";

async function explained(page) {
  const codes = (list) =>
    page.locator(`#paste-details [data-list=${list}] li`).evaluateAll((all) => all.map(({ dataset }) => dataset.code));
  const coverage = await page
    .locator("#paste-details tbody tr")
    .evaluateAll((rows) => rows.map(({ dataset }) => [dataset.field, dataset.coverage]));
  return {
    verdict: await page.getAttribute("#paste-verdict", "data-verdict"),
    readAs: await page.locator("#paste-details > .help").textContent(),
    reasons: await codes("reasons"),
    consequences: await codes("consequences"),
    hints: await codes("hints"),
    fields: Object.fromEntries(coverage),
  };
}

const allSigned = Object.fromEntries(Object.keys(people.alice).map((name) => [name, "signed"]));

const steps = (page) =>
  page
    .locator("#paste-details [data-login-step]")
    .evaluateAll((rows) => rows.map(({ dataset }) => `${dataset.loginStep} ${dataset.outcome}`));

visit("the paste box explains each of its examples", {}, async (page) => {
  await openDemo(page);
  const example = async (index) => {
    await page.click(`[data-example='${index}']`);
    return explained(page);
  };
  const fine = {
    verdict: "unknown",
    readAs: "Read as a token.",
    reasons: [],
    consequences: ["unsigned_user_avatar_url"],
    hints: [],
    fields: allSigned,
  };
  assert.equal(await page.getAttribute("#paste-verdict", "data-verdict"), "none");
  assert.deepEqual(await example(0), fine);
  assert.deepEqual(JSON.parse((await page.textContent("#paste-decoded")).split("claims ")[1]), people.alice);
  const login = ["workspace goes_on", "signature_kind goes_on", "user_jwt unknown", "claims goes_on", "account goes_on"];
  assert.deepEqual(await steps(page), login);
  const fields = { ...allSigned, userId: "mismatch" };
  assert.deepEqual(await example(1), { ...fine, verdict: "refused", reasons: ["field_mismatch"], fields });
  assert.equal((await steps(page)).at(-1), "claims refused");
  const readAs = "Read as a userJWT alone: its claims are taken as the token’s fields.";
  assert.deepEqual(await example(2), { ...fine, readAs, hints: ["user_jwt_alone"] });
  await page.click("[data-example='3']");
  assert.match(await page.textContent("#paste-verdict"), /^input stops being JSON at line 7, column 3\. Correct it there\.$/);
});

visit("the paste box takes what people have, and shows its fields and its JWT", {}, async (page) => {
  await openDemo(page);
  const token = await signIn(page, "bob");
  const { userJWT } = token;
  const signatures = { ...people.bob, userJWT };
  const alone = /^Read as a userJWT alone/;
  const given = {
    [JSON.stringify({ signatures: { userJWT }, token })]: /^Read as your endpoint’s answer/,
    [JSON.stringify({ signatures: { userJWT } })]: /^Read as your endpoint’s answer/,
    [JSON.stringify({ token: signatures, signatures })]: /^Read as your endpoint’s answer/,
    [JSON.stringify({ initToken: token, env: "x" })]: /^Read as the widget’s message/,
    [JSON.stringify(JSON.stringify(token))]: /^Read as a token/,
    [JSON.stringify({ userJWT })]: alone,
    [`"${userJWT}"`]: alone,
    [`Bearer ${userJWT}\n`]: alone,
    [userJWT.replace(/.{60}/g, "$&\n")]: alone,
  };
  for (const [text, readAs] of Object.entries(given)) {
    await page.fill("#pasted-text", text);
    const found = await explained(page);
    assert.match(found.readAs, readAs);
    const values = await page.locator("#paste-details tbody tr td:nth-child(2)").allTextContents();
    assert.deepEqual(values.toSorted(), Object.values(people.bob).toSorted(), text);
    assert.ok((await page.textContent("#paste-decoded")).includes(people.bob.userEmail), text);
  }
});

visit("an email that nobody signed is the first of what somebody could do", {}, async (page) => {
  await openDemo(page);
  await attack(page, "colleague-email");
  await page.click("[data-inspect]");
  await page.fill("#pasted-text", await page.textContent("#token-json"));
  const { verdict, consequences } = await explained(page);
  assert.deepEqual([verdict, consequences[0]], ["unknown", "unsigned_user_email"]);
  assert.match(await page.locator("#paste-details [data-code=unsigned_user_email]").textContent(), /colleague’?'?s email/);
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
    "{widgetId: 1}": "input stops being JSON at line 1, column 2. Correct it there.",
    "[]": "The input is neither a token nor a userJWT. Give the object that the widget was given, or the userJWT alone.",
    '{"error":{"code":"not_signed_in","message":"Nobody is signed in."}}':
      "The input is the endpoint's error not_signed_in, not a token. Read its message, which says why there is no token.",
    cP5szoYeMQaw6l9dmMmHXkHZbQYqraTQ: "This may be a workspace secret. Clear it: a secret belongs on your backend alone.",
  };
  for (const [text, note] of Object.entries(answers)) {
    await page.fill("#pasted-text", text);
    assert.equal(await page.textContent("#paste-verdict"), note);
    assert.equal(await page.getAttribute("#paste-verdict", "data-verdict"), "none");
  }
});
