// README.md's Next.js app, with the packages of tests/page/next: built by Turbopack, to "Verified, render away!" in Chromium.
//   node next.js, after tests/page/next and this folder are installed
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { CHROMIUM } from "./chromium.js";
import { freePort, start } from "./processes.js";
import { files, writeApp } from "./readme.js";

const run = promisify(execFile);
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const NEXT = "node_modules/next/dist/bin/next";

/** What a new app of Next.js has. */
const LAYOUT = `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`;

test("Next.js with the local Fogbender: verified", { timeout: 180_000 }, async (t) => {
  const port = String(await freePort());
  const folder = writeApp("next-app");
  for (const file of ["server.js", "vite.config.js", "index.html", "src"]) rmSync(join(folder, file), { recursive: true });
  writeFileSync(join(folder, "app/layout.jsx"), LAYOUT);
  rmSync(join(folder, "node_modules"));
  // Hard links: Turbopack takes no packages from outside of the app's folder.
  await run("cp", ["-al", path("../page/next/node_modules"), folder]);

  const cli = path("node_modules/fogbender-token/cli.js");
  const fogbender = start(t, folder, [cli, "stand-in", "--app", `http://localhost:${port}`, "--port", "0"]);
  const [, variables] = await fogbender.says(/environment:\n((?: {2}FOGBENDER_\w+=\S+\n)+)/);
  const [, clientUrl] = await fogbender.says(/clientUrl="(\S+?)"/);
  writeFileSync(join(folder, ".env"), `${variables.replaceAll("  ", "")}NEXT_PUBLIC_FOGBENDER_CLIENT_URL=${clientUrl}\n`);

  await run(process.execPath, [NEXT, "build"], { cwd: folder, env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" } });
  await start(t, folder, [NEXT, "start", "--port", port]).says(/Ready in/);
  const browser = await chromium.launch(CHROMIUM);
  t.after(() => browser.close());
  const page = await browser.newPage();
  await page.goto(`http://localhost:${port}`);
  await page.getByText("Sign in to chat.").waitFor();
  await page.evaluate('document.cookie = "session=alice"');
  await page.reload();
  await page.frameLocator("iframe").getByText("Verified, render away!").waitFor();
  assert.ok(files["app/page.js"].includes("NEXT_PUBLIC_FOGBENDER_CLIENT_URL"));
});
