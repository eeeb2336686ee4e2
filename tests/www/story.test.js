import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { people, widgetId } from "../../www/people.js";
import { answers, origins, secret } from "./demo.js";
import { accepts } from "./judge.js";
import { attack, hold, openDemo, phone, shownIn, signIn, visit } from "./visit.js";

const STEPS = [1, 2, 3, 4, 5, 6, 7, 8].map((step) => `${step} done`);

/** Writes down every step that lights up. */
const noteSteps = (page) =>
  page.evaluate(() => {
    const lit = (records) => {
      for (const { target } of records) {
        if (target.dataset.state !== "idle") window.noteForTest("steps", `${target.dataset.step} ${target.dataset.state}`);
      }
    };
    new MutationObserver(lit).observe(document.querySelector("#steps"), {
      subtree: true,
      attributeFilter: ["data-state"],
    });
  });

/** The message of each step, as the page shows it when the step is chosen. */
async function readMessages(page) {
  const messages = [];
  for (let step = 1; step <= 8; step++) {
    await page.click(`[data-step='${step}'] button`);
    messages.push(await page.textContent("#message"));
  }
  return messages;
}

const received = (seen) => seen.messages.filter(({ to, data }) => to === origins.fogbender && data.initToken);
const pretty = (value) => JSON.stringify(value, null, 2);

for (const [signer, path] of Object.entries({
  backend: "/fogbender-signatures",
  api: "/fogbender-signatures-by-api",
})) {
  visit(`the seed's sequence runs in its order with the published widget; who signs: ${signer}`, {}, async (page, seen) => {
    await openDemo(page);
    await noteSteps(page);
    await page.check(`[name=signer][value=${signer}]`);
    answers.length = 0;
    const token = await signIn(page, "alice");
    assert.deepEqual(seen.steps, STEPS);

    const answered = (url) => answers.filter((answer) => answer.url === url).map(({ status, body }) => [status, JSON.parse(body)]);
    const [[status, answer]] = answered(origins.app + path);
    assert.equal(status, 200);
    assert.deepEqual(token, { widgetId, ...people.alice, userJWT: answer.signatures.userJWT });
    assert.equal(accepts(token, secret), true);
    const userHMAC = createHmac("sha256", secret).update(people.alice.userId).digest("hex");
    const fogbenders = { ...people.alice, userHMAC, userJWT: token.userJWT };
    assert.deepEqual(
      answered(`${origins.fogbender}/signatures`),
      signer === "api" ? [[200, { token: fogbenders, signatures: fogbenders }]] : [],
    );

    const [{ data }, ...others] = received(seen);
    assert.equal(others.length, 0);
    const { versions, visitUrl, visitorToken, ...initToken } = data.initToken;
    assert.deepEqual(initToken, token);
    assert.deepEqual(await shownIn(page, "#stage-widget"), {
      state: "accepted",
      title: "Verified, render away!",
      who: "Alice Chesterton of Netflix",
      why: "U234328 · C256434",
    });
    assert.equal(await page.getAttribute("#stage-widget iframe", "src"), origins.fogbender);
    assert.equal(await page.getAttribute("#stage-widget iframe", "title"), "Fogbender’s messaging client");

    const messages = await readMessages(page);
    assert.ok(messages[0].startsWith("POST /session"));
    assert.ok(messages[1].includes(pretty({ signedIn: people.alice })));
    assert.ok(messages[2].startsWith(`GET ${path}\n`));
    assert.ok(messages[3].includes(pretty(people.alice)));
    assert.ok(messages[4].includes(token.userJWT));
    assert.ok(messages[5].includes(pretty(answer)));
    assert.ok(messages[6].includes("APP_IS_READY") && messages[6].includes(pretty(data)));
    const [[, decision]] = answered(`${origins.fogbender}/verify`);
    assert.equal(decision.verdict, "accepted");
    assert.equal(messages[7], pretty(decision));
  });
}

visit("Bob after Alice mounts the widget anew, and leaves no trace of her", {}, async (page, seen) => {
  await openDemo(page);
  await signIn(page, "alice");
  await page.evaluate(() => (document.querySelector("#stage-widget iframe").dataset.of = "alice"));
  const before = seen.messages.length;
  const token = await signIn(page, "bob");

  assert.deepEqual(token, { widgetId, ...people.bob, userJWT: token.userJWT });
  assert.equal((await shownIn(page, "#stage-widget")).who, "Bob Builder of Hooli");
  const later = seen.messages.slice(before);
  assert.equal(later.filter(({ to, data }) => to === origins.app && data.type === "APP_IS_READY").length, 1);
  assert.deepEqual(
    received({ messages: later }).map(({ data }) => data.initToken.userJWT),
    [token.userJWT],
  );
  assert.equal(await page.locator("iframe").count(), 1);
  assert.equal(await page.getAttribute("#stage-widget iframe", "data-of"), null);

  const shown = [
    ...(await readMessages(page)),
    ...(await page.locator("#sign-in .stage, #story-status, #assembled, #editable").allTextContents()),
  ];
  shown.push(await page.frameLocator("#stage-widget iframe").locator("body").textContent());
  shown.push(...(await page.locator("#form :is(input, textarea)").evaluateAll((inputs) => inputs.map(({ value }) => value))));
  assert.ok(shown.some((text) => text.includes("Bob Builder")));
  assert.deepEqual(
    shown.filter((text) => /alice|netflix|U234328|C256434/i.test(text)),
    [],
  );
  assert.deepEqual(
    await page.locator("[data-sign-in]").evaluateAll((buttons) => buttons.map((button) => [button.dataset.signIn, button.ariaPressed])),
    [
      ["alice", "false"],
      ["bob", "true"],
    ],
  );
});

visit("whoever is clicked last is signed in, however fast the clicks", {}, async (page) => {
  await openDemo(page);
  await page.evaluate(() => {
    for (const who of ["alice", "bob", "alice", "bob"]) document.querySelector(`[data-sign-in=${who}]`).click();
  });
  await page.frameLocator("#stage-widget iframe").getByText("Bob Builder of Hooli").waitFor();
  await page.locator("#story-status", { hasText: "Bob Builder is signed in; Fogbender says: accepted." }).waitFor();
  assert.equal(await page.getAttribute("[data-sign-in=bob]", "aria-pressed"), "true");
  assert.equal(await page.locator("#stage-widget iframe").count(), 1);
});

const widgets = (page) => page.locator("iframe").count();

visit("a switch of user takes every widget of the old one away at once, before the backend has answered", {}, async (page) => {
  await openDemo(page);
  await signIn(page, "alice");
  await page.click("#ask");
  await page.locator("#form-verdict[data-judge=fogbender]").waitFor();
  await attack(page, "edit-user-id");
  assert.equal(await widgets(page), 3);
  const release = await hold(page, "session");
  await page.click("[data-sign-in=bob]");
  await page.locator("#story-status", { hasText: "The old widget has left. Bob signs in …" }).waitFor();
  assert.equal(await widgets(page), 0);
  assert.equal(await page.textContent("#lane-user"), "nobody");
  release();
  await page.frameLocator("#stage-widget iframe").getByText("Bob Builder of Hooli").waitFor();
  assert.equal(await widgets(page), 1);
});

visit("a logout takes every widget away at once, and ends the session", {}, async (page) => {
  await openDemo(page);
  assert.equal(await page.isDisabled("#sign-out"), true);
  await signIn(page, "alice");
  await page.click("#ask");
  await page.locator("#form-verdict[data-judge=fogbender]").waitFor();
  const cookies = await page.context().cookies();
  const release = await hold(page, "session");
  await page.click("#sign-out");
  await page.locator("#story-status", { hasText: "The old widget has left. Signing out …" }).waitFor();
  assert.equal(await widgets(page), 0);
  release();
  await page.locator("#story-status", { hasText: "The old widget has left. Nobody is signed in." }).waitFor();
  assert.equal(await page.textContent("#stage-widget"), "Nobody is signed in, so there is no widget.");
  assert.equal(await page.locator("[data-step][data-state=idle]").count(), 8);
  assert.equal(await page.locator("[data-sign-in][aria-pressed=true]").count(), 0);
  assert.deepEqual([cookies.length, (await page.context().cookies()).length], [1, 0]);
  const cookie = `session=${cookies[0].value}`;
  assert.equal((await fetch(`${origins.app}/fogbender-signatures`, { headers: { cookie } })).status, 401);
  await signIn(page, "bob");
  assert.equal((await shownIn(page, "#stage-widget")).who, "Bob Builder of Hooli");
});

visit("who signs counts at once: for who is signed in, and before anybody is", {}, async (page) => {
  await openDemo(page);
  const labels = () => page.locator("#steps .label").allTextContents();
  const before = await labels();
  await page.check("[name=signer][value=api]");
  assert.notDeepEqual(await labels(), before);
  await signIn(page, "bob");
  answers.length = 0;
  const release = await hold(page, "session");
  await page.check("[name=signer][value=backend]");
  await page.locator("#story-status", { hasText: "Bob signs in" }).waitFor();
  release();
  await page.locator("#story-status", { hasText: "Bob Builder is signed in; Fogbender says: accepted." }).waitFor();
  const asked = answers.map(({ method, url }) => `${method} ${url.replace(origins.app, "")}`);
  assert.ok(asked.includes("GET /fogbender-signatures") && !asked.includes("GET /fogbender-signatures-by-api"), asked.join());
});

visit("on a phone, the widget is in sight when somebody has signed in", phone, async (page) => {
  await openDemo(page);
  await signIn(page, "alice");
  const box = await page.locator("#stage-widget").boundingBox();
  assert.ok(box.y >= 0 && box.y + box.height <= phone.viewport.height, JSON.stringify(box));
});
