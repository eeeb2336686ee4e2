// The browser build in Debian's Chromium.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { executablePath } from "../../tests/chromium.js";
import { bundlePage } from "../bundle.js";
import { identity, USER_JWT, widgetId } from "../payload.js";

const FLAGS = [
  "--no-sandbox --disable-gpu --disable-quic --no-first-run",
  "--disable-background-networking --disable-component-update --disable-sync",
].join(" ");

const RIGHT = {
  "assemble and check a token": { widgetId, ...identity, userJWT: USER_JWT },
  "decode a userJWT": { header: { alg: "HS256", typ: "JWT" }, claims: identity },
  "explain a token": Object.fromEntries(Object.keys(identity).map((field) => [field, "signed"])),
};

export async function run({ quick, progress }) {
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    args: FLAGS.split(" "),
  });
  try {
    const page = await browser.newPage();
    const script = await bundlePage('import "./runtimes/page.js";', { format: "iife" });
    await page.addScriptTag({ content: Buffer.from(script).toString() });
    const outputs = await page.evaluate(() => globalThis.outputs());
    for (const [task, right] of Object.entries(RIGHT)) {
      for (const [name, output] of Object.entries(outputs[task])) assert.deepEqual(output, right, `${task}: ${name}`);
    }
    const [version] = browser.version().split(".");
    progress(0.1, version);
    // The page's clock moves in steps of 0.1 ms.
    const found = await page.evaluate((pace) => globalThis.measured(pace), {
      rounds: quick ? 15 : 300,
      milliseconds: 10,
    });
    return {
      tables: [
        {
          title: `Chromium ${version}, the browser build: how many times as fast fogbender-token is`,
          columns: ["ratio"],
          rows: Object.entries(found).flatMap(([task, { "fogbender-token": _, ...others }]) =>
            Object.entries(others).map(([name, ratio]) => [`${task}, against ${name}`, ratio]),
          ),
        },
      ],
      notes: ["By hand, less is done: nothing checks base64url, repeated names, or a secret in the wrong place."],
    };
  } finally {
    await browser.close();
  }
}
