import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import test from "node:test";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path) => readFileSync(join(root, path), "utf8");

/** The package as it was installed from its tarball. */
const installed = fileURLToPath(new URL(".", import.meta.resolve("fogbender-token")));
const inPackage = (file, encoding = "utf8") => readFileSync(join(installed, file), encoding);

test("the tarball installs into an empty folder and works with import and require, with the same exports", async (t) => {
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
  assert.deepEqual(names, Object.keys(await import("fogbender-token")).sort());
});

test("the package has no dependencies and no install scripts, and its one peer is optional", () => {
  const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta, scripts } = JSON.parse(inPackage("package.json"));
  assert.deepEqual(
    { dependencies, optionalDependencies, scripts },
    { dependencies: undefined, optionalDependencies: undefined, scripts: undefined },
  );
  assert.deepEqual(Object.keys(peerDependencies), ["react"]);
  assert.deepEqual(peerDependenciesMeta, { react: { optional: true } });
});

test("no path of the machine that built it is in the package", () => {
  const files = readdirSync(installed).filter((name) => /\.(c?js|wasm|ts|cts)$/.test(name));
  assert.ok(files.includes("index.js") && files.includes("fogbender_token.wasm") && files.includes("index.d.ts"));
  for (const file of files) assert.doesNotMatch(inPackage(file, "latin1"), /\/(root|home|work|Users|usr\/(lib|share|src))\//, file);
});

test("importing the package starts nothing: no WebAssembly, and nothing of Node's fetch", () => {
  const script = `
    await import("fogbender-token");
    const loaded = process.moduleLoadList.filter((name) => /undici/.test(name));
    console.log(JSON.stringify(loaded));`;
  const before = "WebAssembly.Module = WebAssembly.Instance = () => { throw new Error('compiled at import'); };";
  const out = execFileSync(process.execPath, ["--input-type=module", "-e", before + script], {
    cwd: import.meta.dirname,
    encoding: "utf8",
  });
  assert.deepEqual(JSON.parse(out), []);
});
