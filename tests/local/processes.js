// Processes that a test starts, and stops at its end.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export const CLI = fileURLToPath(new URL("node_modules/fogbender-token/cli.js", import.meta.url));
export const SECRET = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";

/**
 * Starts a program; what it prints is in `output`. Its children, such as those of npx, are stopped with it.
 * @param {import("node:test").TestContext} t
 * @param {string[]} command
 * @param {{ env?: Record<string, string>, cwd?: string }} [options]
 */
export function start(t, [file, ...args], { env = {}, cwd } = {}) {
  const child = spawn(file, args, {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const program = { output: "", child, ended: once(child, "close") };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (program.output += text));
  t.after(() => {
    try {
      process.kill(-child.pid, "SIGTERM");
    } catch {
      // It has ended by itself.
    }
  });
  /** Waits until the output has this, and gives the match. */
  program.says = async (pattern) => {
    for (let waits = 0; waits < 500; waits += 1) {
      const match = pattern.exec(program.output);
      if (match !== null) return match;
      if (child.exitCode !== null) break;
      await new Promise((done) => setTimeout(done, 20));
    }
    throw new Error(`It does not say ${pattern}, but:\n${program.output}`);
  };
  return program;
}

/** Starts the stand-in, and gives its process with its address. */
export async function startStandIn(t, args = [], env = {}) {
  const program = start(t, [process.execPath, CLI, "stand-in", "--app", "http://localhost:5173", "--port", "0", ...args], { env });
  const [, url] = await program.says(/clientUrl(?:="|":")(http:\/\/127\.0\.0\.1:\d+)"/);
  return { ...program, url, text: () => program.output };
}
