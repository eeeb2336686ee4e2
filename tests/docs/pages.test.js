// The code of docs/rotation.md, migrating.md and agents.md: it compiles under strict, and does what the page says.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
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

/** What agents.md leaves to its reader. */
const GET_USER = `
/** @param {Request} request */
const getUser = async (request) =>
  request.headers.has("cookie") ? { id: 7, email: "a@netflix.com", name: "Alice", company: { id: 9, name: "Netflix" } } : undefined;
export { signatures };
`;

const folder = path("../../target/docs/pages");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
symlinkSync(path("node_modules"), join(folder, "node_modules"));
writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
const written = ["rotation", "migrating", "agents"].flatMap((page) => {
  const blocks = readFileSync(path(`../../docs/${page}.md`), "utf8").matchAll(/^```jsx?\n\/\/ (\S+)\n([\s\S]*?)^```$/gm);
  return Array.from(blocks, ([, name, text]) => {
    writeFileSync(join(folder, name), name === "signatures.js" ? text + GET_USER : text);
    return name;
  });
});
const load = (name) => import(pathToFileURL(join(folder, name)));

test("the blocks compile under TypeScript's strict", () => {
  assert.deepEqual(written, ["start.js", "after.js", "both.js", "signatures.js", "support.jsx"]);
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
  execFileSync(process.execPath, [path("node_modules/typescript/bin/tsc"), "--project", "."], {
    cwd: folder,
    stdio: "pipe",
    encoding: "utf8",
  });
});

test("rotation: at start, the fingerprint is logged, and not the secret", () => {
  const printed = execFileSync(process.execPath, ["start.js"], { cwd: folder, encoding: "utf8" });
  assert.equal(printed, `Fogbender secret ${secretFingerprint(SECRET)}\n`);
  const cli = path("node_modules/fogbender-token/cli.js");
  assert.ok(execFileSync(process.execPath, [cli, "fingerprint"], { encoding: "utf8" }).includes(secretFingerprint(SECRET)));
});

test("rotation: explain says previous_secret of a token that an old instance signed", async () => {
  const { tokenOf } = await load("after.js");
  const { hints } = explainToken(tokenOf(alice), ["x".repeat(32), SECRET]);
  assert.ok(hints.some(({ code }) => code === "previous_secret"));
});

test("migrating from userHMAC: a token with both signatures is accepted before and after the signature type changes", async () => {
  const { tokenOf } = await load("both.js");
  const token = tokenOf(alice, widgetId);
  for (const signatureType of ["hmac", "jwt"]) assert.equal(explainToken(token, SECRET, { signatureType }).verdict, "accepted");
});

test("migrating from {userId, customerId}: what somebody could edit is the email first; after it, only the picture", async () => {
  const { Signer } = await import("fogbender-token");
  const { userId, customerId } = alice;
  const userJWT = new Signer(SECRET).sign({ userId, customerId }, { partial: true });
  const codes = (token) => explainToken(token, SECRET).consequences.map(({ code }) => code);
  assert.equal(codes({ widgetId, ...alice, userJWT })[0], "unsigned_user_email");
  const { tokenOf } = await load("after.js");
  assert.deepEqual(codes(tokenOf(alice)), ["unsigned_user_avatar_url"]);
});

test("agents.md: the endpoint answers the session's user, and 401 without one", async () => {
  const { signatures } = await load("signatures.js");
  const ask = (headers) => signatures(new Request("http://localhost/", { headers }));
  assert.equal((await ask({})).status, 401);
  const { token } = await (await ask({ cookie: "session=alice" })).json();
  assert.equal(token.userId, "7");
  assert.equal(explainToken(token, SECRET).verdict, "accepted");
});
