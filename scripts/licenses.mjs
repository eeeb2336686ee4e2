// Prints the licence texts of what is compiled into the wasm: every crate that Cargo.lock brings into it, as cargo downloaded
// it, and Rust's own library. scripts/bundle.sh writes them into the package, and scripts/supply-chain.mjs checks that copy.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const options = ["--locked", "--format-version=1", "--filter-platform=wasm32-unknown-unknown", "--manifest-path=wasm/Cargo.toml"];
const { packages, resolve } = JSON.parse(execFileSync("cargo", ["metadata", ...options], { encoding: "utf8", maxBuffer: 2 ** 28 }));
const byId = (list) => new Map(list.map((item) => [item.id, item]));
const [crates, nodes] = [byId(packages), byId(resolve.nodes)];

/** The crates that are in the program itself: what only runs in the compiler, or builds, is not. */
function compiledIn(id, found = new Set()) {
  const isMacro = crates.get(id).targets.some(({ kind }) => kind.includes("proc-macro"));
  if (found.has(id) || isMacro) return found;
  found.add(id);
  for (const { pkg, dep_kinds: kinds } of nodes.get(id).deps) if (kinds.some(({ kind }) => kind === null)) compiledIn(pkg, found);
  return found;
}

const others = [...compiledIn(resolve.root)].map((id) => crates.get(id)).filter(({ source }) => source !== null);

/** MIT's text where the crate has it: it is what we choose where there is a choice. */
function licenceText({ manifest_path: manifest }) {
  const folder = dirname(manifest);
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying)/i.test(file));
  const file = files.find((name) => /mit/i.test(name)) ?? files.sort()[0];
  return file && readFileSync(join(folder, file), "utf8").trim();
}

const texts = new Map();
const add = (text, name) => texts.set(text, [...(texts.get(text) ?? []), name]);
for (const crate of others) {
  // A crate without the file: its manifest names the licence and the authors, and the licence's text is everybody's.
  const text = licenceText(crate) ?? mit(crate.authors.join(", ") || `the authors of ${crate.name}`);
  add(text.replaceAll("\r\n", "\n"), `${crate.name} ${crate.version} (${crate.license}), ${crate.repository}`);
}
add(mit("The Rust Project Contributors"), "Rust's standard library (MIT OR Apache-2.0), https://www.rust-lang.org");

/** Our own LICENSE is MIT's text too. */
function mit(holder) {
  const permission = readFileSync("LICENSE", "utf8").split("\n\n").slice(2).join("\n\n").trim();
  return `Copyright (c) ${holder}\n\n${permission}`;
}

console.log("The WebAssembly of this package contains the following, each under its licence.");
for (const [text, names] of texts) console.log(`\n${"-".repeat(80)}\n${names.join("\n")}\n\n${text}`);
