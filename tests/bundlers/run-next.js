// The packed package in a Next.js app: routes of both runtimes and a client component, by Turbopack and by webpack.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openBrowser } from "./chromium.js";
import { checkPage, seedsUserJWT } from "./expected.js";
import { checkExample, exampleSettings } from "../examples/check.js";
import { checks, finish } from "./report.js";
import { run, version } from "./tools.js";
import { signing } from "./wasm.js";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const next = "node_modules/next/dist/bin/next";
const { secret } = exampleSettings;
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", FOGBENDER_SECRET: secret, FOGBENDER_WIDGET_ID: exampleSettings.widgetId };

/** The app in a folder of its own, because Next writes into the app's, with hard links to what is installed here. */
async function appFolder(name) {
  const folder = path(`../../target/bundlers/${name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of ["fixture", "next", "package.json", "package-lock.json"]) cpSync(path(part), join(folder, part), { recursive: true });
  // The example for Next.js, at the place where it says that it stands.
  cpSync(path("../../examples/next/app"), join(folder, "next/app"), { recursive: true });
  cpSync(path("../../examples/session.js"), join(folder, "session.js"));
  await run("cp", ["-al", path("node_modules"), folder]);
  return folder;
}

/** Starts the built app on a port that the system chooses. */
async function start(folder) {
  const server = spawn(process.execPath, [next, "start", "next", "--hostname", "127.0.0.1", "--port", "0"], { cwd: folder, env });
  let printed = "";
  const url = await new Promise((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.on("data", (data) => {
        printed += data;
        const ready = /Ready in/.test(printed) && printed.match(/http:\/\/127\.0\.0\.1:\d+/);
        if (ready) resolve(ready[0]);
      });
    }
    server.on("exit", () => reject(new Error(printed)));
  });
  return { url, stop: () => server.kill() };
}

async function fetchText(url) {
  const response = await fetch(url);
  return [response.status, await response.text()];
}

const browser = await openBrowser();

for (const bundler of ["turbopack", "webpack"]) {
  await checks(`next ${version("next")}, ${bundler}`, async (check) => {
    const folder = await appFolder(`next-${bundler}`);
    // With webpack, Next 16.4.6 builds no route handler for the edge, whatever is in it: it misses the handler's
    // client-reference-manifest.js. A page for the edge goes the same way through the bundler.
    const [edge, other] = bundler === "webpack" ? ["edge", "api/edge"] : ["api/edge", "edge"];
    rmSync(join(folder, "next/app", other), { recursive: true });
    await run(process.execPath, [next, "build", "next", `--${bundler}`], { cwd: folder, env });

    const server = await start(folder);
    try {
      check("the Node route signs", await fetchText(`${server.url}/api/node`), [200, seedsUserJWT]);
      const [status, text] = await fetchText(`${server.url}/${edge}`);
      await checkExample(`${server.url}/fogbender-signatures`, check);
      check("the edge answers, from the edge runtime", [status, text.includes("edge-runtime")], [200, true]);
      check("the edge signs", text.includes(seedsUserJWT), true);
      checkPage(check, await browser.visit(server.url));
    } finally {
      server.stop();
    }

    const wasm = readdirSync(join(folder, "next/.next/server"), { recursive: true }).filter((name) => name.endsWith(".wasm"));
    const files = wasm.map((name) => readFileSync(join(folder, "next/.next/server", name)));
    check("the edge has one wasm module, which can sign", files.map(signing), [{ exports: true, sha256: true }]);
  });
}

await browser.close();
finish();
