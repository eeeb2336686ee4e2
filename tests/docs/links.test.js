// Links of every Markdown file: to files of this repository, and to headings in them. Addresses of the network are not asked.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const listed = execFileSync("git", ["ls-files", "*.md"], { cwd: root, encoding: "utf8" });
const pages = listed
  .trim()
  .split("\n")
  .filter((page) => !page.startsWith("pkg/"));

/** A page without its code. */
const prose = (page) =>
  readFileSync(join(root, page), "utf8")
    .replace(/^```[^]*?^```/gm, "")
    .replace(/`[^`\n]*`/g, "code");

/** The anchors of a page's headings, as GitHub makes them: a second one of the same words gets -1. */
function anchors(page) {
  const seen = new Map();
  const text = readFileSync(join(root, page), "utf8").replace(/^```[^]*?^```/gm, "");
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => {
    const slug = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\- ]/gu, "")
      .replaceAll(" ", "-");
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times === 0 ? slug : `${slug}-${times}`;
  });
}

/** What is wrong with a link of a page, if anything is. */
function wrong(page, link) {
  if (/^(https?|mailto):/.test(link)) return undefined;
  const [path, anchor] = link.split("#");
  const target = path === "" ? page : relative(root, join(root, dirname(page), path));
  if (!existsSync(join(root, target))) return `${page}: there is no ${target}`;
  if (anchor === undefined || statSync(join(root, target)).isDirectory()) return undefined;
  return anchors(target).includes(anchor) ? undefined : `${page}: ${target} has no heading #${anchor}`;
}

test("every link of a Markdown file leads to a file, and to a heading in it", () => {
  const links = pages.flatMap((page) => [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => [page, link]));
  assert.ok(links.length > 80);
  assert.deepEqual(links.map(([page, link]) => wrong(page, link)).filter(Boolean), []);
});

test("every page of docs/ is linked from README.md or from a page that README.md links", () => {
  const seen = new Set(["README.md"]);
  for (const page of seen) {
    for (const [, link] of prose(page).matchAll(/\]\(([^)\s#]+\.md)[^)]*\)/g)) {
      const target = relative(root, join(root, dirname(page), link));
      if (pages.includes(target)) seen.add(target);
    }
  }
  assert.deepEqual(
    pages.filter((page) => page.startsWith("docs/") && !seen.has(page)),
    [],
  );
});
