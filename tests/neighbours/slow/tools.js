// Where the tools are that build and serve.
import { fileURLToPath } from "node:url";

export const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

export const bin = (name, ...args) => [path(`node_modules/.bin/${name}`), ...args];

/** Deno with what a host of it allows; a prompt would wait for ever. */
export const deno = [path("../../runtimes/node_modules/.bin/deno"), "run", "--no-prompt", "--allow-env", "--allow-net", "--allow-read"];
