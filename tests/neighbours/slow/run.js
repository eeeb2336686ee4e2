// What has to be built first: each app is built without a secret, started with one, and asked, in the runtime nearest to
// where it is deployed; Parcel's page is opened in Chromium, Metro's bundle is run. Five minutes.
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { openBrowser } from "../../bundlers/chromium.js";
import { checkPage } from "../../bundlers/expected.js";
import { checks, finish } from "../../bundlers/report.js";
import { serve } from "../../bundlers/serve.js";
import { askServer } from "../../examples/servers.js";
import { frameworks } from "./frameworks.js";
import * as metro from "./metro.js";
import * as netlify from "./netlify.js";
import * as nitro from "./nitro.js";
import { bin, path } from "./tools.js";

const { FOGBENDER_SECRET, FOGBENDER_WIDGET_ID, ...rest } = process.env;
// The newest frameworks want a newer Node than 20.
const PATH = `${path("../../nodes/node_modules/node24/bin")}:${rest.PATH}`;
const silent = {
  NEXT_TELEMETRY_DISABLED: "1",
  NUXT_TELEMETRY_DISABLED: "1",
  ASTRO_TELEMETRY_DISABLED: "1",
  WRANGLER_SEND_METRICS: "false",
};
const env = { ...rest, PATH, ...silent, WRANGLER_LOG_PATH: path("target/wrangler") };

/** Writes an app's files below `target`, with its example at the place where that says that it stands. */
function write(name, files, target = path("target")) {
  const folder = join(target, name.replace("/", "-"));
  rmSync(folder, { recursive: true, force: true });
  for (const [file, content] of Object.entries({ "package.json": '{ "private": true, "type": "module" }\n', ...files })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content.example ? exampleText(content) : content);
  }
  cpSync(path("../../../examples/session.js"), join(target, "session.js"));
  return folder;
}

function exampleText({ example, replace: [from, to] = [] }) {
  const text = readFileSync(path(`../../../examples/${example}`), "utf8");
  return from === undefined ? text : text.replace(from, to);
}

async function run([file, ...args], cwd) {
  const { stdout, stderr } = await promisify(execFile)(file, args, { cwd, env, maxBuffer: 1e8, timeout: 120_000 });
  return stdout + stderr;
}

/** Checks a package's `use`, or that of the argument alone: node run.js [package] */
function checked(name, run, { use = "", modules = "node_modules" } = {}) {
  if ((process.argv[2] ?? name) !== name) return;
  const { version } = JSON.parse(readFileSync(path(`${modules}/${name}/package.json`), "utf8"));
  return checks(`${name} ${version}${use}`, run);
}

for (const [name, { files, build, start, path }] of Object.entries(frameworks)) {
  await checked(name, async (check) => {
    const cwd = write(name, files);
    await run(build, cwd);
    await askServer(check, start, { cwd, env, path });
  });
}

for (const [preset, start] of Object.entries(nitro.presets)) {
  await checked(
    "nitropack",
    async (check) => {
      const cwd = write(`nitropack-${preset}`, nitro.files(preset));
      await run(bin("nitro", "build"), cwd);
      await askServer(check, (port) => start(port, cwd), { cwd, env });
    },
    { use: `, ${preset}` },
  );
}

// Nitro writes the bytes into its build. Vercel's edge compiles no bytes, so the docs name the preset vercel instead.
await checked(
  "nitropack",
  async (check) => {
    const cwd = write("nitropack-vercel-edge", nitro.files("vercel-edge"));
    await run(bin("nitro", "build"), cwd);
    const server = ["node", path("serve/edge-runtime.js"), nitro.vercelFunction];
    await askServer(check, () => server, { cwd, env });
    const refused = await run([...server, "--strict"], cwd).catch(({ stderr }) => stderr);
    check("where no bytes may be compiled, it does not start", /Wasm code generation disallowed/.test(refused), true);
  },
  { use: ", vercel-edge" },
);

await checked(
  "@sveltejs/adapter-netlify",
  async (check) => {
    const build = async (entry) => {
      const cwd = write("sveltekit", netlify.files(entry), path("netlify/target"));
      await run(netlify.build, cwd);
      return cwd;
    };
    const said = await run(netlify.askOnce, await build("fogbender-token"));
    check(
      "the entry that browsers share names the other",
      /secret must never be in a browser[\s\S]*import from fogbender-token\/server/.test(said),
      true,
    );
    await askServer(check, netlify.start, { cwd: await build("fogbender-token/server"), env });
  },
  { modules: "netlify/node_modules", use: ", edge" },
);

await checked("metro", async (check) => {
  const cwd = write("metro", metro.files);
  const bundle = await metro.bundle(cwd);
  await run([...metro.hermesc, "-emit-binary", "-out", join(cwd, "bundle.hbc"), bundle], cwd);
  await metro.checkBundle(check, readFileSync(bundle, "utf8"));
});

await checked("parcel", async (check) => {
  const fixture = (name) => readFileSync(path(`../../bundlers/fixture/${name}`), "utf8");
  const files = Object.fromEntries(["alice.js", "app.js", "in-browser.js", "index.html"].map((name) => [name, fixture(name)]));
  const cwd = write("parcel", files);
  await run(bin("parcel", "build", "index.html", "--no-cache", "--dist-dir", "dist"), cwd);
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
