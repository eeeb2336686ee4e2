// Writes what the docs have from a source elsewhere: docs/errors.md, and the figures in README.md and docs/performance.md. A test compares.
//   node scripts/docs.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { errorsPage } from "./docs/errors.mjs";
import { figures, sizes } from "./docs/figures.mjs";

const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));
const read = (relative) => readFileSync(path(relative), "utf8");

/** Each page, and its text as it must be. */
export function pages() {
  const results = JSON.parse(read("benches/results.json"));
  return {
    "docs/errors.md": errorsPage(read("src/explain/consequences.rs")),
    "README.md": between(read("README.md"), "figures", figures(results)),
    "docs/performance.md": between(read("docs/performance.md"), "sizes", sizes(results)),
  };
}

/** The text with another block between two comments. */
function between(text, name, block) {
  const [begin, end] = [`<!-- ${name}: written by scripts/docs.mjs -->`, `<!-- end of ${name} -->`];
  const [before, rest] = text.split(begin);
  const [, after] = (rest ?? "").split(end);
  if (after === undefined) throw new Error(`The comments around ${name} are not there.`);
  return `${before}${begin}\n${block}\n${end}${after}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [page, text] of Object.entries(pages())) writeFileSync(path(page), text);
}
