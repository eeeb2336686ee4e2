// The examples in the declarations, which editors show: each compiles under strict, and runs.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as main from "fogbender-token";
import * as page from "fogbender-token/page";
import * as react from "fogbender-token/react";
import { createStandIn } from "fogbender-token/stand-in";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { freePort } from "./processes.js";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const secret = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
const widgetId = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";
process.env.FOGBENDER_SECRET = secret;
process.env.FOGBENDER_WIDGET_ID = widgetId;
const port = await freePort();

/** What the examples leave to their reader: each line comes in where its name is used. */
const READERS = {
  identity: `const identity = { userId: "U1", customerId: "C1", customerName: "Netflix", userEmail: "alice@netflix.com", userName: "Alice" };`,
  secret: `const secret = ${JSON.stringify(secret)};`,
  widgetId: `const widgetId = ${JSON.stringify(widgetId)};`,
  signer: `const signer = new Signer(${JSON.stringify(secret)});`,
  userJWT: `const userJWT = new Signer(${JSON.stringify(secret)}).sign(identity);`,
  token: `const token = new Signer(${JSON.stringify(secret)}).token(identity, { widgetId: ${JSON.stringify(widgetId)} });`,
  app: `import express from "express"; const app = express();`,
  getSession: `const getSession = async (/** @type {Request} */ request) => (request.url ? { user: identity } : undefined);`,
  redirect: `const redirect = (/** @type {string} */ url) => url;`,
  session: `const session = { user: { id: "U1" } };`,
  render: `const render = (/** @type {unknown} */ token) => void token;`,
  renderWidget: `const renderWidget = (/** @type {unknown} */ token) => void token;`,
  onUserChange: `const onUserChange = (/** @type {() => void} */ changed) => changed();`,
  FogbenderSimpleWidget: `import { FogbenderSimpleWidget } from "fogbender-react";`,
};
const MODULES = { "fogbender-token": main, "fogbender-token/page": page, "fogbender-token/react": react };

const uses = (code, name) => new RegExp(`(?<!\\w|(?<!\\.)\\.)${name}\\b(?!:)`).test(code);
const declares = (code, name) => new RegExp(`const (${name}|\\{[^}]*\\b${name}\\b[^}]*\\}) =`).test(code);

/** A module that runs the example; one that returns something is the body of a function. */
function moduleOf(code) {
  let whole = /^ *return /m.test(code) ? `export default function Example() {\n${code}}\n` : `${code}export {};\n`;
  // From the last to the first: a line of the reader's may use a name of a line above it.
  for (const [name, line] of Object.entries(READERS).reverse()) {
    if (uses(whole, name) && !declares(code, name)) whole = `${line}\n${whole}`;
  }
  for (const [from, exports] of Object.entries(MODULES)) {
    const names = Object.keys(exports).filter((name) => uses(whole, name) && !new RegExp(`import \\{[^}]*\\b${name}\\b`).test(whole));
    if (names.length > 0) whole = `import { ${names.join(", ")} } from "${from}";\n${whole}`;
  }
  return whole.replaceAll("8787", String(port)).replace(/(\.listen\(\d+\))/, "$1.unref()");
}

const folder = path("../../target/docs/examples");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
symlinkSync(path("node_modules"), join(folder, "node_modules"));
writeFileSync(join(folder, "package.json"), '{ "type": "module" }');

/** Each example by the name of its file. */
const written = ["signing", "token", "explaining", "errors", "endpoint", "page", "react", "stand-in"].flatMap((entry) => {
  const text = readFileSync(path(`../../js/entries/${entry}.d.ts`), "utf8");
  return Array.from(text.matchAll(/^ *\* ```jsx?\n([\s\S]*?)^ *\* ```$/gm), ([, lines], at) => {
    const name = `${entry}-${at + 1}.jsx`;
    writeFileSync(join(folder, name), moduleOf(lines.replace(/^ *\* ?/gm, "")));
    return name;
  });
});

test("the examples compile under TypeScript's strict", () => {
  assert.ok(written.length >= 24, String(written.length));
  const compilerOptions = {
    strict: true,
    allowJs: true,
    checkJs: true,
    skipLibCheck: true,
    outDir: "built",
    rootDir: ".",
    jsx: "react-jsx",
    target: "es2022",
    module: "preserve",
    types: ["node"],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: written }));
  const tsc = path("node_modules/typescript/bin/tsc");
  const { stdout, status } = spawnSync(process.execPath, [tsc, "--project", "."], { cwd: folder, encoding: "utf8" });
  assert.equal(status, 0, stdout);
});

/** The endpoint of the examples' app, Fogbender's API, and what is really on this machine. */
function fetchOfExamples(real) {
  const identity = { userId: "U1", customerId: "C1", customerName: "Netflix", userEmail: "alice@netflix.com", userName: "Alice" };
  const endpoint = main.createSignaturesHandler({ secret, widgetId, identify: () => identity });
  const fogbender = createStandIn({ secret });
  return (url, init) => {
    if (String(url).startsWith("/")) return endpoint(new Request(`http://localhost${url}`, init));
    return String(url).startsWith("https://api.fogbender.com/") ? fogbender(new Request(url, init)) : real(url, init);
  };
}

for (const name of written) {
  test(`${name} runs`, async (t) => {
    t.mock.method(globalThis, "fetch", fetchOfExamples(globalThis.fetch));
    t.mock.method(console, "log", () => {});
    const { default: Example } = await import(pathToFileURL(join(folder, "built", name.replace(/jsx$/, "js"))));
    if (Example) renderToString(createElement(Example));
  });
}
