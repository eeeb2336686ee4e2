// A workerd that serves worker.js; gives how to ask for a batch, and how to stop it.
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { bundleWorker } from "../bundle.js";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const folder = path("../../target/benches/workerd");

async function configure() {
  const { script, wasm } = await bundleWorker('export { default } from "./runtimes/worker.js";');
  mkdirSync(folder, { recursive: true });
  const files = { "worker.js": script, ...wasm };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  const modules = [
    '(name = "worker", esModule = embed "worker.js")',
    ...Object.keys(wasm).map((name) => `(name = "${name}", wasm = embed "${name}")`),
  ];
  const config = join(folder, "config.capnp");
  writeFileSync(
    config,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (modules = [${modules}], compatibilityDate = "2026-11-01"))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`,
  );
  return config;
}

/** Where it listens, which workerd writes to its control channel. */
async function portOf(child) {
  for await (const line of createInterface({ input: child.stdio[3] })) {
    const { event, port } = JSON.parse(line);
    if (event === "listen") return port;
  }
  throw new Error("workerd did not start.");
}

export async function startWorkerd() {
  const args = ["serve", "--control-fd=3", await configure()];
  const child = spawn(path("../node_modules/.bin/workerd"), args, { stdio: ["ignore", "inherit", "inherit", "pipe"] });
  const url = `http://127.0.0.1:${await portOf(child)}/`;
  return {
    async ask(task, name, count) {
      const answer = await fetch(url, { method: "POST", body: JSON.stringify({ task, name, count }) });
      if (!answer.ok) throw new Error(`workerd answered ${answer.status}: ${await answer.text()}`);
    },
    stop: () => child.kill(),
  };
}
