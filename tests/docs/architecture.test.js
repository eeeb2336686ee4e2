// docs/architecture.md: the folders, the arrows and the conditions are those of the source.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path) => readFileSync(join(root, path), "utf8");
const page = read("docs/architecture.md");

test("each folder of the table is there", () => {
  const rows = [...page.matchAll(/^\| ((?:`[\w/]+`(?:, )?)+) \|/gm)].filter(([, names]) => names.includes("/"));
  const folders = rows.flatMap(([, names]) => [...names.matchAll(/`([\w/]+)`/g)].map(([, name]) => name));
  assert.ok(folders.length > 10);
  assert.deepEqual(
    folders.filter((folder) => !existsSync(join(root, folder))),
    [],
  );
});

/** Which folders of js/ the files of one import from, beside itself. */
function imports(folder) {
  const files = readdirSync(join(root, "js", folder), { recursive: true }).filter((name) => name.endsWith(".js"));
  const found = files.flatMap((file) => {
    const paths = Array.from(read(`js/${folder}/${file}`).matchAll(/(?:from|import) "(\.\.?\/[^"]+)"/g), ([, path]) => path);
    // Types are no code.
    return paths.filter((path) => !path.endsWith(".d.ts")).map((path) => join(folder, file, "..", path).split("/")[0]);
  });
  return [...new Set(found)].filter((name) => name !== folder).sort();
}

test("arrows go one way: what a page loads imports nothing of a server's, and nothing points back", () => {
  assert.deepEqual(imports("core"), []);
  assert.deepEqual(imports("page"), ["core"]);
  assert.deepEqual(imports("providers"), ["core"]);
  assert.deepEqual(
    imports("server").filter((name) => !["client", "core"].includes(name)),
    [],
  );
});

test("the page's folder takes of core its errors alone", () => {
  for (const file of readdirSync(join(root, "js/page"))) {
    for (const [, path] of read(`js/page/${file}`).matchAll(/from "\.\.\/core\/([^"]+)"/g)) assert.equal(path, "error.js");
  }
});

test("the conditions stand in the order of package.json, and each entry is built", () => {
  const { exports } = JSON.parse(read("js/package.json"));
  const [, table] = page.split("## The entries, and why each exists")[1].split("| --- | --- | --- |");
  const named = [...table.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, names]) => [...names.matchAll(/`([\w-]+)`/g)].map(([, name]) => name));
  assert.deepEqual(named, Object.keys(exports["."]));
  for (const name of ["./server", "./stand-in", "./providers", "./page", "./react"])
    assert.ok(name in exports && page.includes(`\`${name}\``), name);
  assert.ok(!("browser" in exports["./server"]));
});
