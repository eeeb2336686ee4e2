import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";

const entries = ["index", "server", "stand-in", "providers", "page"];
const folder = new URL("../../js/entries/", import.meta.url);
const read = (file) => readFileSync(new URL(`${file}.d.ts`, folder), "utf8");

/** The values that a declaration gives: its own, and those that it passes on. */
function declared(entry) {
  const text = read(entry);
  const own = [...text.matchAll(/^export (?:declare )?(?:class|function|const) (\w+)/gm)].map(([, name]) => name);
  const passed = [...text.matchAll(/^export \{ (.+) \} from/gm)].flatMap(([, names]) => names.split(", "));
  const all = [...text.matchAll(/^export \* from "\.\/(.+)\.js"/gm)].flatMap(([, from]) => declared(from));
  return [...new Set([...own, ...passed, ...all])].sort();
}

for (const entry of entries) {
  const name = entry === "index" ? "fogbender-token" : `fogbender-token/${entry}`;
  test(`${name} exports the functions and classes that its types say, and no others`, async () => {
    assert.deepEqual(Object.keys(await import(name)).sort(), declared(entry));
  });
}

// In a declaration file, what stands at the top is exported even without the word, unless an export list says otherwise.
for (const file of readdirSync(folder).filter((name) => name.endsWith(".d.ts"))) {
  test(`${file} exports nothing by accident`, () => {
    const text = readFileSync(new URL(file, folder), "utf8");
    const silent = /^(?:declare|interface|type|class|function|const|enum) /m.test(text);
    assert.ok(!silent || text.includes("\nexport {};\n"));
  });
}
