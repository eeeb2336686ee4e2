// Runs the command line of the packed package.
import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const CLI = fileURLToPath(new URL("node_modules/fogbender-token/cli.js", import.meta.url));
export const SECRET = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
export const OTHER_SECRET = "cP5szoYeM+aw6l9dmMmHXkHZb+YqraTQ";
export const WIDGET_ID = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";
export const ALICE = {
  userId: "U234328",
  customerId: "C256434",
  customerName: "Netflix",
  userEmail: "alice@netflix.com",
  userName: "Alice Chesterton",
};

/** As on a terminal, where there is none. */
const ON_TERMINAL = "--import=data:text/javascript,process.stdout.isTTY=true";

/**
 * Runs a command with the secret in the environment; `null` leaves the variable unset. Not synchronously, because a server of
 * the test's may have to answer it.
 * @param {string[]} args
 * @param {{ input?: unknown, secret?: string | null, previous?: string, terminal?: boolean, env?: Record<string, string> }} [options]
 */
export function run(args, { input = "", secret = SECRET, previous, terminal = false, env = {} } = {}) {
  const child = spawn(process.execPath, [...(terminal ? [ON_TERMINAL] : []), CLI, ...args], {
    env: {
      PATH: process.env.PATH,
      ...(secret === null ? {} : { FOGBENDER_SECRET: secret }),
      ...(previous === undefined ? {} : { FOGBENDER_SECRET_PREVIOUS: previous }),
      ...env,
    },
  });
  // A command that refuses its input does not read it to its end.
  child.stdin.on("error", () => {});
  child.stdin.end(typeof input === "string" || input instanceof Uint8Array ? input : JSON.stringify(input));
  const out = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"]) child[stream].setEncoding("utf8").on("data", (text) => (out[stream] += text));
  return new Promise((resolve) => {
    child.on("close", (status) => {
      resolve({ status, ...out, json: !terminal && out.stdout.startsWith("{") ? JSON.parse(out.stdout) : undefined });
    });
  });
}

/** Whatever could steer a terminal or make a text look like another, but for the line breaks of the output itself. */
export const RAW = /(?!\n)[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** A name as an attacker would choose it: ANSI in both forms, a title, bidi controls, a line break, a tag character. */
export const HOSTILE = "\u001b[2J\u009b31m\u001b]0;x\u0007\u202eecilA\u2066\n\r\u2028\u{e0041}\u200bok";

/** A userJWT as code without this package makes it. */
export function jwtByHand(claims, header = { alg: "HS256", typ: "JWT" }) {
  const parts = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  return `${parts}.${createHmac("sha256", SECRET).update(parts).digest("base64url")}`;
}

const folders = [];
process.on("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A temporary folder of these files; it is gone when the tests are over. */
export function folderOf(files = {}) {
  const folder = mkdtempSync(join(tmpdir(), "fogbender-cli-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
