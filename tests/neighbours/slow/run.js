// What has to be built first: the examples of frameworks, each built without a secret, started with one, and asked; Nitro
// for Cloudflare, in workerd; Parcel's page, in Chromium. Two minutes.
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { openBrowser } from "../../bundlers/chromium.js";
import { checkPage } from "../../bundlers/expected.js";
import { checks, finish } from "../../bundlers/report.js";
import { serve } from "../../bundlers/serve.js";
import { askServer } from "../../examples/servers.js";
import { frameworks } from "./frameworks.js";
import * as nitro from "./nitro.js";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const generated = path("target");
const version = (name) => JSON.parse(readFileSync(path(`node_modules/${name}/package.json`), "utf8")).version;
const { FOGBENDER_SECRET, FOGBENDER_WIDGET_ID, ...rest } = process.env;
// The newest frameworks want a newer Node than 20.
const PATH = `${path("../../nodes/node_modules/node24/bin")}:${rest.PATH}`;
const env = { ...rest, PATH, NEXT_TELEMETRY_DISABLED: "1", NUXT_TELEMETRY_DISABLED: "1", ASTRO_TELEMETRY_DISABLED: "1" };

/** Writes an app's files, with its example at the place where that says that it stands. */
function write(name, files) {
  const folder = join(generated, name.replace("/", "-"));
  rmSync(folder, { recursive: true, force: true });
  for (const [file, content] of Object.entries({ "package.json": '{ "private": true, "type": "module" }\n', ...files })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content.example ? readFileSync(path(`../../../examples/${content.example}`)) : content);
  }
  cpSync(path("../../../examples/session.js"), join(generated, "session.js"));
  return folder;
}

async function run([file, ...args], cwd) {
  const { stdout, stderr } = await promisify(execFile)(file, args, { cwd, env, maxBuffer: 1e8 });
  return stdout + stderr;
}

/** Checks one of them, or all: node run.js [name] */
const checked = (name, run) => (process.argv[2] ?? name) === name && checks(`${name} ${version(name)}`, run);

for (const [name, { files, build, start, path }] of Object.entries(frameworks)) {
  await checked(name, async (check) => {
    const cwd = write(name, files);
    await run(build, cwd);
    await askServer(check, start, { cwd, env, path });
  });
}

await checked("nitropack", async (check) => {
  const cwd = write("nitropack", nitro.files);
  await run([path("node_modules/.bin/nitro"), "build"], cwd);
  await askServer(check, (port) => [path("node_modules/.bin/workerd"), "serve", nitro.writeConfig(cwd, port)], { cwd, env });
});

await checked("parcel", async (check) => {
  const fixture = (name) => readFileSync(path(`../../bundlers/fixture/${name}`), "utf8");
  const files = Object.fromEntries(["alice.js", "app.js", "in-browser.js", "index.html"].map((name) => [name, fixture(name)]));
  const cwd = write("parcel", files);
  await run([path("node_modules/.bin/parcel"), "build", "index.html", "--no-cache", "--dist-dir", "dist"], cwd);
  const browser = await openBrowser();
  const server = await serve(join(cwd, "dist"));
  try {
    checkPage(check, await browser.visit(server.url));
  } finally {
    server.close();
    await browser.close();
  }
});

finish();
