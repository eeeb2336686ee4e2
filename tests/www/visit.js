// Chromium on the demo's page: a visit writes down what the page does, and at its end none of it may be harmful.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import { executablePath } from "../chromium.js";
import { answers, origins, secret, stopServers } from "./demo.js";

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
after(async () => {
  await browser.close();
  stopServers();
});

export const desktop = { viewport: { width: 1280, height: 860 } };
export const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

/** A test in a browser profile of its own. What it opens is watched, and must be harmless at its end. */
export function visit(name, options, run) {
  test(name, { timeout: 60_000 }, async () => {
    const context = await browser.newContext({ ...desktop, reducedMotion: "reduce", ...options });
    context.setDefaultTimeout(20_000);
    try {
      const page = await context.newPage();
      const seen = await watch(context);
      await run(page, seen);
      await assertHarmless(page, seen);
    } finally {
      await context.close();
    }
  });
}

/** Opens the page, ready for somebody to sign in. */
export async function openDemo(page) {
  await page.goto(origins.app);
  await page.locator("[data-sign-in=alice]:enabled").waitFor();
}

/** Holds back what the backend answers at a path, so that what is shown until then stays; the function that it gives lets it go. */
export async function hold(page, path) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(`**/${path}`, (route) => released.then(() => route.continue()), { times: 1 });
  return release;
}

/** Signs somebody in and gives the token that the page shows, when Fogbender has decided. */
export async function signIn(page, who) {
  await page.click(`[data-sign-in=${who}]`);
  await page.locator("[data-step='8']:not([data-state=idle])").waitFor();
  await page.locator("#story-status", { hasText: "Fogbender says" }).waitFor();
  return JSON.parse(await page.textContent("#token-json"));
}

/** Runs an attack, and waits for what Fogbender decides. */
export async function attack(page, id) {
  await page.click(`[data-attack=${id}]`);
  await page.locator(`#result[data-shows=${id}] #attack-verdict[data-verdict]`).waitFor();
}

/** What the client in a frame of the page shows. */
export async function shownIn(page, host) {
  const main = page.frameLocator(`${host} iframe`).locator("main");
  return {
    state: await main.getAttribute("data-state"),
    title: await main.locator("h1").textContent(),
    who: await main.locator(".who").textContent(),
    why: await main.locator(".why").textContent(),
  };
}

async function watch(context) {
  const seen = { requests: [], complaints: [], console: [], messages: [], shifts: [], steps: [] };
  const complain = (text) => seen.complaints.push(text);
  context.on("request", (request) => seen.requests.push(`${request.method()} ${request.url()} ${request.postData()}`));
  context.on("requestfailed", (request) => complain(`${request.url()} ${request.failure().errorText}`));
  context.on("response", (response) => response.status() >= 400 && complain(`${response.url()} ${response.status()}`));
  context.on("weberror", (error) => complain(String(error.error())));
  context.on("console", (message) => {
    seen.console.push(message.text());
    if (["error", "warning"].includes(message.type())) complain(message.text());
  });
  await context.exposeBinding("noteForTest", (_, kind, what) => seen[kind].push(what));
  await context.addInitScript(noteEvents);
  return seen;
}

/** Runs in the page and in its frames, before their own scripts. */
function noteEvents() {
  const note = window.noteForTest;
  window.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    note("complaints", `the policy's ${violatedDirective} forbids ${blockedURI}`),
  );
  window.addEventListener("message", ({ data }) => note("messages", { to: window.origin, data }));
  new PerformanceObserver((list) => {
    // Chromium also reports what it laid out before the style sheet came, which nobody saw.
    const painted = performance.getEntriesByName("first-paint")[0]?.startTime ?? Infinity;
    for (const { value, startTime } of list.getEntries()) if (startTime >= painted) note("shifts", value);
  }).observe({ type: "layout-shift", buffered: true });
}

async function assertHarmless(page, seen) {
  assert.deepEqual(seen.complaints, [], "console errors and warnings, failed requests, violations of the policy");
  const elsewhere = seen.requests.filter((request) => !/^\w+ (http:\/\/(localhost|127\.0\.0\.1):\d+\/|data:)/.test(request));
  assert.deepEqual(elsewhere, [], "requests to other hosts");
  assert.deepEqual(placesOf(secret, { ...(await contents(page)), ...seen, answers }), [], "where the secret is");
}

/** The names of the things that hold the secret, as it is or written otherwise. */
export function placesOf(text, things) {
  const bytes = Buffer.from(text);
  const spellings = [text, encodeURIComponent(text), bytes.toString("hex"), bytes.toString("base64url").slice(0, -1)];
  spellings.push(Buffer.from(text, "base64").toString("hex"), text.replaceAll("+", "-").replaceAll("/", "_"));
  return Object.entries(things)
    .map(([name, thing]) => [name, JSON.stringify(thing)])
    .filter(([, json]) => spellings.some((spelling) => json.includes(spelling)))
    .map(([name]) => name);
}

/** All that is in the page and its frames, and what the browser keeps of it; a frame of another site has no storage. */
export async function contents(page) {
  return {
    frames: await Promise.all(page.frames().map((frame) => frame.evaluate(contentsOfFrame))),
    session: await page.evaluate(() => [{ ...sessionStorage }, document.cookie, window.name]),
    storage: await page.context().storageState({ indexedDB: true }),
  };
}

function contentsOfFrame() {
  const typed = [...document.querySelectorAll("input, textarea")].map(({ value }) => value);
  return [document.documentElement.outerHTML, typed];
}
