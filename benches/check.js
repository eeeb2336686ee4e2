// The quick check of speed and size for `make test`: of pkg/, with nothing installed. Only what is far off fails.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as fogbenderToken from "../pkg/index.js";
import { hand, ours } from "./contenders.js";
import { batch, measure } from "./measure.js";
import { entrySize } from "./package-size.js";
import { identity } from "./payload.js";
import { prove, timedUserJWT } from "./prove.js";

// How many times as fast as by hand it must be: far less than a benchmark on a quiet machine finds, because a test runs
// on busy machines too. What makes it several times as slow is below, whatever the machine does.
const LEAST = { sign: 0.5, signTimed: 0.5, token: 0.5, verify: 0.5 };

let failed = 0;
function check(name, right, found) {
  console.log(`${right ? "ok  " : "FAIL"}  ${name}: ${found}`);
  if (!right) failed += 1;
}

const contenders = { ours: ours(fogbenderToken), hand: hand() };
for (const contender of Object.values(contenders)) await prove(contender);

const userJWT = timedUserJWT();
for (const [task, least] of Object.entries(LEAST)) {
  const given = task === "verify" ? userJWT : identity;
  const batches = Object.fromEntries(Object.entries(contenders).map(([name, one]) => [name, batch(() => one[task](given))]));
  const times = await measure(batches, { rounds: 200, milliseconds: 2 });
  // The quickest of many short rounds, which is what a busy machine spoils least.
  const ratio = Math.min(...times.hand) / Math.min(...times.ours);
  check(`${task} is at least ${least} times as fast as by hand`, ratio >= least, ratio.toFixed(2));
}

const folder = fileURLToPath(new URL("../pkg", import.meta.url));
const budget = JSON.parse(readFileSync(new URL("sizes-budget.json", import.meta.url), "utf8"));
for (const [file, most] of Object.entries(budget)) {
  const { gzip } = entrySize(folder, file);
  check(`${file} with all that it imports is at most ${most} bytes of gzip`, gzip <= most, gzip);
}

process.exitCode = failed === 0 ? 0 : 1;
