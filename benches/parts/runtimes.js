// Ours, by hand and jose in the other runtimes, and in the other Nodes.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { measure, ratios } from "../measure.js";
import { startWorkerd } from "../runtimes/workerd.js";

const OWN = "fogbender-token";
const OTHERS = ["by hand", "jose"];
const TASKS = ["sign", "sign with iat and exp", "verify with exp"];

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const installed = (binary) => path(`../node_modules/.bin/${binary}`);
const version = (binary) => execFileSync(binary, ["--version"], { encoding: "utf8" });

/** The Nodes beside the one that runs this: Node 20 is the one on the PATH, where it is there. */
const NODES = ["node", path("../node_modules/node22/bin/node"), path("../node_modules/node24/bin/node")];

const SCRIPTS = {
  ...Object.fromEntries(NODES.map((node) => [`Node ${version(node).trim().slice(1)}`, [node]])),
  [`Deno ${version(installed("deno")).split(" ")[1]}`]: [
    installed("deno"),
    "run",
    "--no-prompt",
    "--no-remote",
    "--no-lock",
    "--node-modules-dir=manual",
  ],
  [`Bun ${version(installed("bun")).trim()}`]: [installed("bun"), "run"],
};

function runScript([binary, ...args], pace) {
  const env = { ...process.env, DENO_DIR: path("../../target/benches/deno"), DENO_NO_UPDATE_CHECK: "1" };
  return JSON.parse(execFileSync(binary, [...args, path("../runtimes/script.js"), JSON.stringify(pace)], { env }));
}

async function inWorkerd(pace, progress) {
  const workerd = await startWorkerd();
  try {
    const found = {};
    for (const task of TASKS) {
      const batches = Object.fromEntries([OWN, ...OTHERS].map((name) => [name, (count) => workerd.ask(task, name, count)]));
      found[task] = ratios(await measure(batches, pace, progress), OWN);
    }
    return found;
  } finally {
    workerd.stop();
  }
}

export async function run({ quick, progress }) {
  const results = {};
  const name = version(installed("workerd")).trim();
  // Longer batches, because a request comes on top of each.
  results[name] = await inWorkerd({ rounds: quick ? 5 : 60, milliseconds: 40 }, (share) => progress(share / 8, name));
  for (const [at, [name, command]] of Object.entries(SCRIPTS).entries()) {
    progress((at + 1) / 8, name);
    results[name] = runScript(command, { rounds: quick ? 40 : 700, milliseconds: 2 });
  }
  return {
    tables: [
      {
        title: "Other runtimes: how many times as fast fogbender-token is",
        columns: TASKS,
        rows: Object.entries(results).flatMap(([name, found]) =>
          OTHERS.map((other) => [`${name}, ${other}`, ...TASKS.map((task) => found[task][other])]),
        ),
      },
    ],
    notes: ["By hand is the same program as in Node, on each runtime's own `node:crypto`; workerd is timed from outside."],
  };
}
