// The crate in native Rust beside Keats' jsonwebtoken, by criterion; in several short runs, so that they take turns.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "../measure.js";

const TASKS = ["sign", "sign with iat and exp", "verify with exp"];
const NAMES = ["fogbender-token", "jsonwebtoken"];

const manifest = fileURLToPath(new URL("../native/Cargo.toml", import.meta.url));
const target = fileURLToPath(new URL("../../target/benches/native", import.meta.url));

export async function run({ quick, progress }) {
  progress(0, "cargo build, which takes long the first time");
  const build = ["build", "--quiet", "--release", "--locked", "--manifest-path", manifest, "--target-dir", target];
  execFileSync("cargo", build, { stdio: "inherit" });

  const times = Object.fromEntries(TASKS.map((task) => [task, Object.fromEntries(NAMES.map((name) => [name, []]))]));
  const home = join(target, "criterion");
  const pace = ["--warm-up-time", quick ? "0.1" : "0.5", "--measurement-time", quick ? "0.2" : "1", "--sample-size", quick ? "10" : "50"];
  const rounds = quick ? 2 : 5;
  for (let round = 1; round <= rounds; round += 1) {
    const env = { ...process.env, CRITERION_HOME: home };
    execFileSync(join(target, "release/fogbender-token-benches"), ["--bench", "--noplot", ...pace], {
      env,
      stdio: "ignore",
    });
    for (const task of TASKS) {
      for (const name of NAMES) {
        const estimates = JSON.parse(readFileSync(join(home, task, name, "new/estimates.json"), "utf8"));
        times[task][name].push(estimates.median.point_estimate);
      }
    }
    progress(round / rounds, "criterion");
  }

  const [own, other] = NAMES;
  return {
    tables: [
      {
        title: "Native Rust: how many times as fast the crate is",
        columns: TASKS,
        rows: [["jsonwebtoken (crates.io)", ...TASKS.map((task) => median(times[task][other]) / median(times[task][own]))]],
      },
    ],
    notes: [
      "One key made beforehand on both sides; jsonwebtoken on RustCrypto, which was no slower than on AWS-LC, with a struct for the claims.",
    ],
  };
}
