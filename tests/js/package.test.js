import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import test from "node:test";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path) => readFileSync(join(root, path), "utf8");

test("the tarball installs into an empty folder and works with import and require, with the same exports", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "fogbender-token-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const [tarball] = readdirSync(join(root, "target/packed"));
  const inFolder = (command, ...args) => execFileSync(command, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  inFolder("npm", "install", "--offline", "--no-audit", "--no-fund", join(root, "target/packed", tarball));
  const use = `
    const alice = { userId: "U234328", customerId: "C256434", customerName: "Netflix", userEmail: "alice@netflix.com", userName: "Alice Chesterton" };
    const userJWT = new lib.Signer("cP5szoYeM+aw6l9dmMmHXkHZb+YqraTQ").sign(alice, { issuedAt: false });
    console.log(JSON.stringify([Object.keys(lib).sort(), userJWT]));`;
  const imported = inFolder(process.execPath, "--input-type=module", "-e", `import * as lib from "fogbender-token";${use}`);
  const required = inFolder(process.execPath, "--input-type=commonjs", "-e", `const lib = require("fogbender-token");${use}`);
  assert.equal(imported, required);

  const [names, userJWT] = JSON.parse(imported);
  const seedsAlice = JSON.parse(read("tests/vectors/user-jwt.json")).find(({ note }) => note.startsWith("the seed's Alice"));
  assert.equal(userJWT, seedsAlice.userJWT);
  const typed = [...read("js/entries/index.d.ts").matchAll(/^export (?:class|function) (\w+)/gm)].map(([, name]) => name);
  assert.deepEqual(names, [...new Set(typed)].sort());
});

test("the package has no dependencies and no install scripts", () => {
  const { dependencies, peerDependencies, optionalDependencies, scripts } = JSON.parse(read("pkg/package.json"));
  assert.deepEqual({ dependencies, peerDependencies, optionalDependencies, scripts }, {
    dependencies: undefined,
    peerDependencies: undefined,
    optionalDependencies: undefined,
    scripts: undefined,
  });
});

test("no path of the machine that built it is in the package", () => {
  const files = readdirSync(join(root, "pkg")).filter((name) => /\.(c?js|wasm)$/.test(name));
  assert.ok(files.includes("index.js") && files.includes("fogbender_token.wasm"));
  for (const file of files) {
    const bytes = readFileSync(join(root, "pkg", file));
    assert.doesNotMatch(bytes.toString("latin1"), /\/(root|home|work|Users|usr\/(lib|share|src))\//, file);
  }
});

test("the README's tables have every error code and every hint, and no other", () => {
  const rows = (from, to) => [...read("README.md").split(from)[1].split(to)[0].matchAll(/^\| `(\w+)` \|/gm)].map(([, code]) => code);
  const union = read("js/entries/index.d.ts").split("export type ErrorCode =")[1].split(";")[0];
  const codes = [...union.matchAll(/"(\w+)"/g)].map(([, code]) => code);
  assert.deepEqual(rows("## Errors", "`explainToken` adds hints"), codes);
  const hints = [...read("src/explain.rs").matchAll(/hint\(\s*"(\w+)"/g)].map(([, code]) => code);
  assert.deepEqual(rows("`explainToken` adds hints", "## Scope"), [...new Set(hints)].sort());
});

test("every code of the crate is a code of the package", () => {
  const ofCrate = [...read("src/error.rs").matchAll(/^ {4}\w+ "(\w+)" "/gm)].map(([, code]) => code);
  const union = read("js/entries/index.d.ts").split("export type ErrorCode =")[1].split(";")[0];
  assert.ok(ofCrate.length > 30);
  for (const code of ofCrate) assert.ok(union.includes(`"${code}"`), code);
});
