// The code of docs/agents.md, endpoint.md, errors.md, migrating.md and rotation.md: it compiles under strict, and does what the
// page says.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { explainToken, secretFingerprint } from "fogbender-token";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const SECRET = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
const widgetId = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";
const alice = {
  userId: "U234328",
  customerId: "C256434",
  customerName: "Netflix",
  userEmail: "alice@netflix.com",
  userName: "Alice Chesterton",
};
Object.assign(process.env, { FOGBENDER_SECRET: SECRET, FOGBENDER_WIDGET_ID: widgetId });

/** Who is signed in, which the pages leave to their reader. */
const SESSION = `
const alice = ${JSON.stringify(alice)};
/** @param {Request} request */
const getSession = async (request) => (request.headers.has("cookie") ? { user: alice } : undefined);
/** @param {Request} request */
const getUser = async (request) =>
  (await getSession(request)) && { id: 7, email: "a@netflix.com", name: "Alice", company: { id: 9, name: "Netflix" } };
`;

/** What stands around a block, where its page leaves something out. */
const AROUND = {
  "agents/signatures.js": (block) => `${block}${SESSION}export { signatures };`,
  "endpoint/block.js": (block) => `${block}${SESSION}export { signatures };`,
  "errors/block.js": (block) => `import { FogbenderTokenError, Signer } from "fogbender-token";
    const signer = new Signer(process.env.FOGBENDER_SECRET ?? "");
    /** @param {import("fogbender-token").Identity} identity @param {string} widgetId */
    export function tokenOf(identity, widgetId) {\n${block}}`,
};

const folder = path("../../target/docs/pages");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
symlinkSync(path("node_modules"), join(folder, "node_modules"));
writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
const written = ["agents", "endpoint", "errors", "migrating", "rotation"].flatMap((page) => {
  mkdirSync(join(folder, page));
  const blocks = readFileSync(path(`../../docs/${page}.md`), "utf8").matchAll(/^```jsx?\n(?:\/\/ (\S+)\n)?([\s\S]*?)^```$/gm);
  return Array.from(blocks, ([, name = "block.js", text]) => {
    const file = `${page}/${name}`;
    writeFileSync(join(folder, file), AROUND[file]?.(text) ?? text);
    return file;
  });
});
const load = (file) => import(pathToFileURL(join(folder, file)));

test("the blocks compile under TypeScript's strict", () => {
  assert.deepEqual(written, [
    "agents/signatures.js",
    "agents/support.jsx", // tests/page/docs.test.js runs it
    "endpoint/block.js",
    "errors/block.js",
    "migrating/before.js",
    "migrating/after.js",
    "migrating/both.js",
    "rotation/start.js",
  ]);
  const options = {
    strict: true,
    allowJs: true,
    checkJs: true,
    noEmit: true,
    skipLibCheck: true,
    jsx: "react-jsx",
    target: "es2022",
    module: "preserve",
    types: ["node"],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, files: written }));
  const { stdout, status } = spawnSync(process.execPath, [path("node_modules/typescript/bin/tsc"), "--project", "."], {
    cwd: folder,
    encoding: "utf8",
  });
  assert.equal(status, 0, stdout);
});

test("rotation: at start, the fingerprint is logged, and not the secret", () => {
  const printed = execFileSync(process.execPath, ["rotation/start.js"], { cwd: folder, encoding: "utf8" });
  assert.equal(printed, `Fogbender secret ${secretFingerprint(SECRET)}\n`);
  const cli = path("node_modules/fogbender-token/cli.js");
  assert.ok(execFileSync(process.execPath, [cli, "fingerprint"], { encoding: "utf8" }).includes(secretFingerprint(SECRET)));
});

test("rotation: explain says previous_secret of a token that an old instance signed", async () => {
  const { tokenOf } = await load("migrating/after.js");
  const { hints } = explainToken(tokenOf(alice), ["x".repeat(32), SECRET]);
  assert.ok(hints.some(({ code }) => code === "previous_secret"));
});

test("migrating from userHMAC: a token with both signatures is accepted before and after the signature type changes", async () => {
  const { tokenOf } = await load("migrating/both.js");
  const token = tokenOf(alice, widgetId);
  for (const signatureType of ["hmac", "jwt"]) assert.equal(explainToken(token, SECRET, { signatureType }).verdict, "accepted");
});

test("migrating from jsonwebtoken: of what it signed somebody could edit the email first; after it, only the picture", async () => {
  const { userJwtOf } = await load("migrating/before.js");
  const userJWT = userJwtOf({ id: alice.userId, orgId: alice.customerId });
  const codes = (token) => explainToken(token, SECRET).consequences.map(({ code }) => code);
  assert.equal(codes({ widgetId, ...alice, userJWT })[0], "unsigned_user_email");
  const { tokenOf } = await load("migrating/after.js");
  assert.deepEqual(codes(tokenOf(alice)), ["unsigned_user_avatar_url"]);
});

for (const [file, userId] of [
  ["agents/signatures.js", "7"],
  ["endpoint/block.js", alice.userId],
]) {
  test(`${file}: the endpoint answers the session's user, and 401 without one`, async () => {
    const { signatures } = await load(file);
    const ask = (headers) => signatures(new Request("http://localhost/", { headers }));
    assert.equal((await ask({})).status, 401);
    const { token } = await (await ask({ cookie: "session=alice" })).json();
    assert.equal(token.userId, userId);
    assert.equal(explainToken(token, SECRET).verdict, "accepted");
  });
}

test("errors: the block logs code, field, message and help of a refusal, and leaves other errors alone", async (t) => {
  const { tokenOf } = await load("errors/block.js");
  const logged = t.mock.method(console, "error", () => {}).mock;
  tokenOf(alice, widgetId);
  assert.equal(logged.callCount(), 0);
  tokenOf({ ...alice, userEmail: undefined }, widgetId);
  const [[code, field, message], [help]] = logged.calls.map(({ arguments: shown }) => shown);
  assert.deepEqual([code, field], ["field_missing", "userEmail"]);
  assert.match(message, /userEmail/);
  assert.equal(help.page, "docs/errors.md#field_missing");
});
