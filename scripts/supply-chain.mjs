// What others wrote and we ship, build or test with (benches/native is none of these): licences, sources, duplicates; and
// an npm package that needs nothing.
// All of it is read off what cargo has already downloaded.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const LICENCES = ["MIT", "Apache-2.0", "NCSA", "Unicode-3.0", "Zlib"];
const CRATES_IO = "registry+https://github.com/rust-lang/crates.io-index";
const MANIFESTS = ["Cargo.toml", "fuzz/Cargo.toml", "tests/timing/Cargo.toml"];

const [host] = /(?<=^host: ).+$/m.exec(execFileSync("rustc", ["-vV"], { encoding: "utf8" }));
const PLATFORMS = [host, "wasm32-unknown-unknown"].flatMap((platform) => ["--filter-platform", platform]);

const read = (file) => (existsSync(file) ? readFileSync(file, "utf8") : "");
const problems = [];
const refuse = (condition, problem) => condition && problems.push(problem);

// "MIT OR Apache-2.0", "(MIT OR Apache-2.0) AND Unicode-3.0"; old crates write "/" for OR.
const allowed = (expression) => {
  const parts = expression.split(/ AND (?![^(]*\))/);
  return parts.every((part) =>
    part
      .replace(/^\(|\)$/g, "")
      .split(/ OR |\//)
      .some((licence) => LICENCES.includes(licence.trim())),
  );
};

for (const manifest of MANIFESTS) {
  const options = ["--locked", "--all-features", "--format-version=1", ...PLATFORMS, "--manifest-path", manifest];
  const { packages } = JSON.parse(execFileSync("cargo", ["metadata", ...options], { encoding: "utf8", maxBuffer: 2 ** 28 }));
  const others = packages.filter(({ source }) => source !== null);
  for (const { name, version, license, source } of others) {
    refuse(source !== CRATES_IO, `${manifest}: ${name} ${version} comes from ${source}, not from crates.io`);
    refuse(!allowed(license ?? ""), `${manifest}: ${name} ${version} has the licence ${license ?? "(none)"}`);
  }
  const names = others.map(({ name }) => name);
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  for (const name of twice) {
    problems.push(`${manifest}: ${name} is there in more than one version`);
  }
  const lock = readFileSync(manifest.replace(".toml", ".lock"), "utf8");
  const unchecked = lock.split("[[package]]").filter((entry) => entry.includes("source = ") && !entry.includes("checksum = "));
  refuse(unchecked.length > 0, `${manifest}: ${unchecked.length} packages are locked without a checksum`);
  console.log(`${manifest}: ${others.length} crates, all from crates.io`);
}

const npm = JSON.parse(readFileSync("pkg/package.json", "utf8"));
for (const field of ["dependencies", "optionalDependencies", "bundleDependencies", "scripts"]) {
  refuse(Object.keys(npm[field] ?? {}).length > 0, `pkg/package.json has ${field}`);
}
// React is asked for by fogbender-token/react alone.
const asked = Object.keys(npm.peerDependencies ?? {}).filter((name) => !npm.peerDependenciesMeta[name]?.optional);
refuse(asked.length > 0, `pkg/package.json demands ${asked.join(", ")}`);
console.log(`${npm.name} ${npm.version} on npm: no dependencies, no install scripts`);

// What is compiled in is named with its licence, in the package and on the page.
const texts = execFileSync("node", ["scripts/licenses.mjs"], { encoding: "utf8", maxBuffer: 2 ** 28 });
refuse(read("pkg/LICENSES.txt") !== texts, "pkg/LICENSES.txt is not what scripts/licenses.mjs prints: run make pkg");
refuse(!read("www/dist/LICENSES.txt").includes(texts.trim()), "www/dist/LICENSES.txt lacks what is in pkg/LICENSES.txt: run make pkg");

// The crate is its sources and what they are described by.
const packaged = execFileSync("cargo", ["package", "--list", "--allow-dirty", "--package", "fogbender-token"], { encoding: "utf8" }).split(
  "\n",
);
refuse(!packaged.includes("CHANGELOG.md") || !packaged.includes("LICENSE"), "the crate lacks CHANGELOG.md or LICENSE");
refuse(
  packaged.some((file) => file.startsWith("pkg/")),
  "the crate has pkg/ in it",
);

for (const problem of problems) {
  console.error(problem);
}
process.exitCode = problems.length > 0 ? 1 : 0;
