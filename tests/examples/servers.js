import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { checkExample, exampleSettings } from "./check.js";

const settings = { FOGBENDER_SECRET: exampleSettings.secret, FOGBENDER_WIDGET_ID: exampleSettings.widgetId };

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.on("listening", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until `url` answers anything, as long as the server lives. */
async function answering(url, server) {
  let printed = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (data) => (printed += data));
  for (let tries = 0; tries < 200; tries += 1) {
    if (server.exitCode !== null) throw new Error(`The server ended: ${printed}`);
    try {
      return await fetch(url);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`The server does not answer: ${printed}`);
}

/**
 * Starts an example's server on a port of its own, and asks its endpoint.
 * @param {(what: string, actual: unknown, expected: unknown) => void} check
 * @param {(port: number) => string[] | Promise<string[]>} command
 * @param {{ cwd: string, path?: string, env?: NodeJS.ProcessEnv }} options
 */
export async function askServer(check, command, { cwd, path = "/fogbender-signatures", env = process.env }) {
  const port = await freePort();
  const [file, ...args] = await command(port);
  const server = spawn(file, args, { cwd, env: { ...env, ...settings, HOST: "127.0.0.1", PORT: String(port) } });
  const url = `http://127.0.0.1:${port}${path}`;
  try {
    check("it answers, and nobody is signed in", (await answering(url, server)).status, 401);
    await checkExample(url, check);
  } finally {
    server.kill();
  }
}
