import { chromium } from "playwright-core";
import { executablePath } from "../chromium.js";
import { inlined } from "./wasm.js";

const FLAGS =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

/** Chromium, headless. */
export async function openBrowser() {
  const browser = await chromium.launch({ executablePath, headless: true, args: FLAGS.split(" ") });

  /** Loads a page in a profile of its own and gives its #result, all that went wrong, and the wasm that it was sent. */
  async function visit(url) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints = [];
    const bodies = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("requestfailed", (request) => complaints.push(`${request.url()} ${request.failure().errorText}`));
    page.on("response", (response) => {
      if (response.status() >= 400) complaints.push(`${response.url()} ${response.status()}`);
      else if (response.url().startsWith("http")) bodies.push(response.text().catch((error) => complaints.push(String(error))));
    });
    try {
      await page.goto(url);
      const done = page.locator("#result:not(:empty)");
      await done.waitFor({ timeout: 10_000 }).catch(() => complaints.push("There is no result."));
      const result = (await done.count()) > 0 ? JSON.parse(await done.textContent()) : undefined;
      return { result, complaints, wasm: inlined((await Promise.all(bodies)).join("\n")) };
    } finally {
      await context.close();
    }
  }

  return { visit, version: browser.version(), close: () => browser.close() };
}
