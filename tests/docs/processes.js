// Programs that a test starts, and stops at its end.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

/**
 * Starts a program. `says` waits until it has printed something, and gives the match.
 * @param {import("node:test").TestContext} t
 * @param {string} cwd
 * @param {string[]} args for Node
 */
export function start(t, cwd, args) {
  const { NODE_TEST_CONTEXT, ...env } = process.env;
  const child = spawn(process.execPath, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (printed += text));
  t.after(async () => {
    if (child.exitCode !== null) return;
    child.kill();
    await once(child, "exit");
  });
  return {
    async says(pattern) {
      for (let waits = 0; waits < 500; waits += 1) {
        const match = pattern.exec(printed);
        if (match !== null) return match;
        if (child.exitCode !== null) break;
        await new Promise((done) => setTimeout(done, 20));
      }
      throw new Error(`It does not say ${pattern}, but:\n${printed}`);
    },
  };
}

/** A port that nothing uses. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Waits until something answers at an address. */
export async function answers(url) {
  for (let waits = 0; waits < 500; waits += 1) {
    const response = await fetch(url).catch(() => undefined);
    if (response !== undefined) return response;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`Nothing answers at ${url}.`);
}
