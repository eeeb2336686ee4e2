// Runs the benchmarks, all or those that are named, and writes results.json, results.md and the charts:
//   node benches/run.js [--quick] [node] [sweep] [runtimes] [chromium] [cold-start] [sizes] [endpoint] [native]
// A quick run's figures mean little, so it writes into target/benches/ and leaves the recorded ones alone.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { charts } from "./chart.js";
import { markdown } from "./report.js";

const PARTS = ["node", "sweep", "runtimes", "chromium", "cold-start", "sizes", "endpoint", "native"];

const { values, positionals } = parseArgs({
  options: { quick: { type: "boolean", default: false } },
  allowPositionals: true,
});
const { quick } = values;
const unknown = positionals.find((name) => !PARTS.includes(name));
if (unknown !== undefined) throw new Error(`There is no part ${unknown}; there are ${PARTS.join(", ")}.`);

const folder = fileURLToPath(new URL(quick ? "../target/benches/" : ".", import.meta.url));
mkdirSync(folder, { recursive: true });

/** What is recorded so far: a run of some parts leaves the others' figures as they are. */
function recorded() {
  try {
    return JSON.parse(readFileSync(`${folder}results.json`, "utf8"));
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return {};
  }
}

const started = performance.now();
const since = (moment) => `${Math.round((performance.now() - moment) / 1000)} s`;
const say = (text) => process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${text}` : "");
const results = recorded();

function write() {
  const inOrder = Object.fromEntries(PARTS.filter((name) => name in results).map((name) => [name, results[name]]));
  writeFileSync(`${folder}results.json`, `${JSON.stringify(inOrder, null, 2)}\n`);
  writeFileSync(`${folder}results.md`, `# Measured against its peers\n\n${markdown(inOrder)}`);
  for (const [name, svg] of Object.entries(charts(inOrder))) writeFileSync(`${folder}${name}.svg`, svg);
}

for (const name of PARTS.filter((part) => positionals.length === 0 || positionals.includes(part))) {
  const begun = performance.now();
  const progress = (share, detail) => say(`${name}: ${Math.round(share * 100)} %, ${detail}`);
  process.stderr.write(`${name} …\n`);
  const { run } = await import(`./parts/${name}.js`);
  results[name] = await run({ quick, progress });
  say("");
  console.log(markdown({ [name]: results[name] }));
  write();
  process.stderr.write(`${name}: done in ${since(begun)}, ${since(started)} in all\n`);
}
