/** @import { Server } from "node:http" */
import { once } from "node:events";
import { createServer } from "node:http";
import { UsageError } from "../arguments.js";

/**
 * A server that only this machine reaches.
 * @param {number} port
 */
export async function listen(port) {
  const server = createServer();
  try {
    await once(server.listen(port, "127.0.0.1"), "listening");
    return server;
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    const why = code === "EADDRINUSE" ? "is in use" : `cannot be used (${code})`;
    throw new UsageError(`Port ${port} ${why}. Stop what uses it, or choose another with --port.`);
  }
}

/**
 * Waits for Ctrl+C, or for the signal by which a parent stops its child, and closes the server.
 * @param {Server} server
 */
export async function stopped(server) {
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  server.close();
  server.closeAllConnections();
}
