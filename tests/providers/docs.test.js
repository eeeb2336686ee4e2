import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const docs = read("../../docs/providers.md");
const rows = docs
  .split("\n")
  .filter((line) => /^\| \[/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()));

test("docs/providers.md: the versions of its table are those that are tested", () => {
  const { devDependencies } = JSON.parse(read("package.json"));
  const tested = Object.entries(devDependencies).map(([name, version]) => /^npm:(.+)@(.+)$/.exec(version)?.slice(1) ?? [name, version]);
  assert.equal(rows.length, 8);
  for (const [, , , cell] of rows) {
    const [, name, versions] = /^`(.+)` (.+)$/.exec(cell);
    const expected = tested.filter(([other]) => other === name).map(([, version]) => version);
    assert.deepEqual(versions.split(", ").sort(), expected.sort(), name);
  }
});

test("docs/providers.md: its table names every example, and its code stands in the examples", () => {
  const examples = rows.map((row) => /\((.+)\)/.exec(row[4])[1]);
  assert.deepEqual(
    examples.map((path) => path.split("/").at(-1)).sort(),
    readdirSync(new URL("../../examples/providers/", import.meta.url)).sort(),
  );
  const code = examples.map((path) => read(`../../docs/${path}`)).join("\n");
  const blocks = [...docs.matchAll(/```js\n(.+?)\n```/gs)].flatMap(([, block]) => block.split("\n"));
  assert.ok(blocks.length > 20);
  for (const line of blocks) assert.ok(code.includes(line), `not in the examples: ${line}`);
});

test("docs/providers.md: the codes of its table are codes of the package", () => {
  const codes = new Set(read("../../js/entries/errors.d.ts").match(/(?<=\| ")[a-z_]+(?=")/g));
  const named = [...docs.matchAll(/\| `([a-z_]+)` \|/g)].map(([, code]) => code);
  assert.equal(named.length, 8);
  for (const code of named) assert.ok(codes.has(code), code);
});
