// docs/page.md's snippets in a Next.js app, built by Turbopack, with the published widget in Chromium.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { alice, aliceAtHooli, bob, widgetId } from "../backend.js";
import { openPage, seeNoWidget, seeWidgetOf } from "../browser.js";
import { snippets, writeSnippets } from "../docs.js";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const run = promisify(execFile);
const env = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: "1",
  FOGBENDER_SECRET: "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO",
  FOGBENDER_WIDGET_ID: widgetId,
};
const next = "node_modules/next/dist/bin/next";

/** The snippets, and around them what a docs page leaves to its reader. */
async function appFolder() {
  const folder = writeSnippets("next", ["next.config.ts", "app/page.tsx", "app/chat.tsx", "Support.tsx"]);
  cpSync(path("app"), join(folder, "app"), { recursive: true });
  for (const file of ["package.json", "tsconfig.json"]) cpSync(path(file), join(folder, file));
  rmSync(join(folder, "node_modules"));
  // Hard links: Turbopack takes no packages from outside of the app's folder.
  await run("cp", ["-al", path("node_modules"), folder]);
  return folder;
}

const build = (folder) => run(process.execPath, [next, "build"], { cwd: folder, env });

/** Starts the built app on a port that the system chooses. */
async function start(folder) {
  const server = spawn(process.execPath, [next, "start", "--hostname", "127.0.0.1", "--port", "0"], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  after(() => server.kill());
  let printed = "";
  return new Promise((resolve, reject) => {
    server.on("exit", () => reject(new Error(printed)));
    server.stdout.on("data", (data) => {
      printed += data;
      if (/Ready in/.test(printed)) resolve(printed.match(/http:\/\/127\.0\.0\.1:\d+/)[0]);
    });
  });
}

/** Signs a person in, or out: the cookie is the whole session. */
async function signIn(page, url, person) {
  await page.context().clearCookies();
  if (person) await page.context().addCookies([{ name: "session", value: encodeURIComponent(JSON.stringify(person)), url }]);
}

test("Next.js with Turbopack", { timeout: 300_000 }, async (t) => {
  const folder = await appFolder();

  await t.test("without turbopack.resolveAlias, Turbopack does not find ./ResizeSensor.js", async () => {
    writeFileSync(join(folder, "next.config.ts"), "export default {};\n");
    const { stdout, stderr } = await build(folder).then(
      () => assert.fail("it builds: docs/page.md can leave it out"),
      (error) => error,
    );
    assert.match(stdout + stderr, /Can't resolve '\.\/ResizeSensor\.js'/);
  });

  for (const [name, nothing] of Object.entries({ "the path of an empty file": '"./empty.js"', false: "false" })) {
    await t.test(`with ${name}, it builds, types included`, async () => {
      writeFileSync(join(folder, "empty.js"), "");
      writeFileSync(join(folder, "next.config.ts"), snippets["next.config.ts"].replace(": false", `: ${nothing}`));
      await build(folder);
    });
  }

  const url = await start(folder);

  await t.test("a server component makes the token: sign-in, switch of company and user, logout", async () => {
    await openPage(url, async (page) => {
      await page.getByText("Sign in to chat.").waitFor();
      for (const person of [alice, aliceAtHooli, bob]) {
        await signIn(page, url, person);
        await page.reload();
        await seeWidgetOf(page, person);
      }
      await signIn(page, url, undefined);
      await page.reload();
      await page.getByText("Sign in to chat.").waitFor();
      await seeNoWidget(page);
    });
  });

  await t.test("the hook in a client component: sign-in, switch of company and user, logout", async () => {
    await openPage(`${url}/support`, async (page) => {
      const show = (person) => page.evaluate((user) => window.show(user), person ? { id: person.userId, orgId: person.customerId } : null);
      for (const person of [alice, aliceAtHooli, bob]) {
        await signIn(page, url, person);
        await show(person);
        await seeWidgetOf(page, person);
      }
      await show(undefined);
      await page.getByText("Sign in to chat.").waitFor();
      await seeNoWidget(page);
    });
  });
});
