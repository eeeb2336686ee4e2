import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const read = (file) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
const cargo = (file) => /^version = "(.+)"$/m.exec(read(file))[1];
const { version } = JSON.parse(read("js/package.json"));

test("one version: the crate, the wasm's crate, the npm package and Cargo.lock agree", () => {
  const locked = [...read("Cargo.lock").matchAll(/^name = "fogbender-token.*"\nversion = "(.+)"$/gm)].map(([, locked]) => locked);
  const found = { crate: cargo("Cargo.toml"), wasm: cargo("wasm/Cargo.toml"), locked };
  assert.deepEqual(found, { crate: version, wasm: version, locked: [version, version] });
});

test("the changelog begins with what is not released yet or with this version, and its newest release is this version", () => {
  const headings = [...read("CHANGELOG.md").matchAll(/^## \[(.+?)\]/gm)].map(([, heading]) => heading);
  assert.ok(["Unreleased", version].includes(headings[0]), headings[0]);
  const newest = headings.find((heading) => heading !== "Unreleased");
  assert.ok(newest === undefined || newest === version, newest);
});
