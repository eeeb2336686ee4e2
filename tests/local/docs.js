// The code blocks of docs/local-development.md, as the files that their first lines name, built into the app of this folder.
import { copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const text = readFileSync(path("../../docs/local-development.md"), "utf8");

/** Every block, with its language, if it has one. */
export const blocks = [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({ language, code }));

const FILE_NAME = /^\/\/ (\S+)\n/;
const inLanguage = (wanted) => blocks.filter(({ language }) => language === wanted).map(({ code }) => code);

/** Each snippet's text by its file name. */
export const snippets = Object.fromEntries(
  blocks.filter(({ code }) => FILE_NAME.test(code)).map(({ code }) => [FILE_NAME.exec(code)[1], code.replace(FILE_NAME, "")]),
);

/** The commands of the shell's blocks. */
export const commands = inLanguage("sh").map((code) => code.trim());

/** What the stand-in prints, as the page shows it. */
export const outputs = inLanguage("");

/** A block's text, with ports that are free here in the place of the documented ones. */
export const withPorts = (code, { app, client }) =>
  code
    .replaceAll("http://localhost:5173", `http://localhost:${app}`)
    .replaceAll("http://127.0.0.1:4690", `http://127.0.0.1:${client}`)
    .replaceAll(`stand-in --app http://localhost:${app}`, `stand-in --app http://localhost:${app} --port ${client}`);

export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Writes the snippets into a folder under target/, where imports find what is installed here, and gives the folder. */
export function writeSnippets(name, change = (code) => code) {
  const folder = path(`../../target/local/${name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [file, code] of Object.entries(snippets)) writeFileSync(join(folder, file), change(code));
  symlinkSync(path("node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Builds the app with the documented snippets into a folder under target/, and gives the folder. */
export async function buildApp(name, clientUrl, ports) {
  const folder = writeSnippets(name, (code) => withPorts(code, ports));
  mkdirSync(join(folder, "dist"));
  for (const file of ["session.js", "main.jsx"]) copyFileSync(path(`app/${file}`), join(folder, file));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(
    join(folder, "dist/index.html"),
    '<!doctype html><link rel="icon" href="data:," /><div id="root"></div><script type="module" src="/main.js"></script>',
  );
  const define = {
    "process.env.NODE_ENV": '"development"',
    "import.meta.env.VITE_FOGBENDER_CLIENT_URL": JSON.stringify(clientUrl),
  };
  const entryPoints = [join(folder, "main.jsx")];
  await build({ entryPoints, outdir: join(folder, "dist"), bundle: true, format: "esm", jsx: "automatic", logLevel: "error", define });
  return folder;
}
