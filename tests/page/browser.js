// Chromium, with a page in the place of https://client.fogbender.com that writes down whose token the widget gave it.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import { executablePath } from "../chromium.js";
import { startBackend } from "./backend.js";

const FLAGS =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
const browser = await chromium.launch({ executablePath, args: FLAGS.split(" ") });
after(() => browser.close());

const CLIENT = `<!doctype html><title>client</title><body><script>
  addEventListener("message", ({ data }) => {
    if (data.initToken) document.body.textContent = data.initToken.userName + " of " + data.initToken.customerName;
  });
  parent.postMessage({ type: "APP_IS_READY" }, "*");
</script>`;

/**
 * A test on a page of a backend of its own.
 * @param {string} name
 * @param {Record<string, string>} files what the backend serves, index.html among it
 * @param {(page, backend, complaints: string[]) => Promise<void>} run
 */
export function visit(name, files, run) {
  test(name, { timeout: 60_000 }, async () => {
    const backend = await startBackend();
    backend.files = files;
    try {
      await openPage(backend.url, (page, complaints) => run(page, backend, complaints));
    } finally {
      backend.stop();
    }
  });
}

/** Opens a page in a browser profile of its own. What `run` leaves among the complaints of the console is a failure. */
export async function openPage(url, run) {
  const context = await browser.newContext();
  context.setDefaultTimeout(20_000);
  const complaints = [];
  context.on("console", (message) => {
    // Chromium itself says that a status was 401 or 500, or that a request was aborted.
    const isOurs = !message.text().startsWith("Failed to load resource:");
    if (isOurs && ["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  context.on("weberror", (error) => complaints.push(String(error.error())));
  await context.route("https://client.fogbender.com/**", (route) => route.fulfill({ contentType: "text/html", body: CLIENT }));
  try {
    const page = await context.newPage();
    await page.goto(url);
    await run(page, complaints);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

/** Waits until the widget on the page is this person's, and the only one. */
export async function seeWidgetOf(page, { userName, customerName }) {
  await page.frameLocator("iframe").getByText(`${userName} of ${customerName}`, { exact: true }).waitFor();
  assert.equal(await page.locator("iframe").count(), 1);
}

/** Waits until something is so on the backend's side; how long a request takes is the machine's affair. */
export async function until(isSo) {
  for (let waits = 0; !isSo(); waits++) {
    assert.ok(waits < 1_000, `not within 20 seconds: ${isSo}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** There is no widget, not even for a moment longer. */
export async function seeNoWidget(page) {
  assert.equal(await page.locator("iframe").count(), 0);
}
