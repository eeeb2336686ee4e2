// Every block of code in the Markdown files and the declarations has a test that compiles it and runs it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What runs the blocks of a file, and how many there are: whoever adds one sees to it that it is run, and counts it here. */
const RUNNERS = {
  "README.md": [8, "tests/docs/readme.test.js", "tests/docs/next.js", "tests/page/docs.test.js"],
  "docs/agents.md": [2, "tests/docs/pages.test.js", "tests/page/docs.test.js"],
  "docs/endpoint.md": [1, "tests/docs/pages.test.js"],
  "docs/errors.md": [1, "tests/docs/pages.test.js"],
  "docs/local-development.md": [5, "tests/local/develop.test.js", "tests/local/ci.test.js"],
  "docs/migrating.md": [3, "tests/docs/pages.test.js"],
  "docs/page.md": [12, "tests/page/docs.test.js", "tests/page/react.test.js", "tests/page/places.test.js", "tests/page/next/run.js"],
  // Each line stands in an example, which its provider's test runs with the real SDK.
  "docs/providers.md": [8, "tests/providers/docs.test.js"],
  "docs/rotation.md": [1, "tests/docs/pages.test.js"],
  "js/entries/endpoint.d.ts": [3, "tests/docs/examples.test.js"],
  "js/entries/errors.d.ts": [1, "tests/docs/examples.test.js"],
  "js/entries/explaining.d.ts": [1, "tests/docs/examples.test.js"],
  "js/entries/page.d.ts": [3, "tests/docs/examples.test.js"],
  "js/entries/react.d.ts": [1, "tests/docs/examples.test.js"],
  "js/entries/signing.d.ts": [12, "tests/docs/examples.test.js"],
  "js/entries/stand-in.d.ts": [1, "tests/docs/examples.test.js"],
  "js/entries/token.d.ts": [2, "tests/docs/examples.test.js"],
};

/** What nothing runs, and why. */
const NOT_RUN = {
  "js/entries/providers.d.ts": [
    7,
    "they need an account at the provider; examples/providers has the same calls, and tests/providers runs them",
  ],
};

const files = execFileSync("git", ["ls-files", "*.md", "js/entries/*.d.ts"], { cwd: root, encoding: "utf8" }).trim().split("\n");
const BLOCK = /^[ *]*```(?:[cm]?[jt]sx?|vue|html|svelte)\n/gm;

test("every block of JavaScript, TypeScript, Vue and HTML has a runner, or a reason to have none", () => {
  const found = files
    .filter((file) => !file.startsWith("pkg/"))
    .map((file) => [file, readFileSync(join(root, file), "utf8").match(BLOCK)?.length ?? 0])
    .filter(([, blocks]) => blocks > 0);
  const claimed = Object.entries({ ...RUNNERS, ...NOT_RUN }).map(([file, [blocks]]) => [file, blocks]);
  assert.deepEqual(Object.fromEntries(found), Object.fromEntries(claimed));
});

test("every runner is there", () => {
  for (const [, ...runners] of Object.values(RUNNERS)) for (const runner of runners) assert.ok(existsSync(join(root, runner)), runner);
});
