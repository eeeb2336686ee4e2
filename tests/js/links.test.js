// Links of every Markdown file, here and in the package: to files, and to headings in them. Addresses of the network are not asked.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
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
const prose = (page, folder = root) =>
  readFileSync(join(folder, page), "utf8")
    .replace(/^```[\s\S]*?^```/gm, "")
    .replace(/`[^`\n]*`/g, "code");

/** The anchors of a page's headings, as GitHub makes them: a second one of the same words gets -1. */
function anchors(page) {
  const seen = new Map();
  const text = readFileSync(page, "utf8").replace(/^```[\s\S]*?^```/gm, "");
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
function wrong(folder, page, link) {
  if (/^(https?|mailto):/.test(link)) return undefined;
  const [path, anchor] = link.split("#");
  const target = path === "" ? page : relative(folder, join(folder, dirname(page), path));
  if (target.startsWith("..") || !existsSync(join(folder, target))) return `${page}: there is no ${target}`;
  if (anchor === undefined || statSync(join(folder, target)).isDirectory()) return undefined;
  return anchors(join(folder, target)).includes(anchor) ? undefined : `${page}: ${target} has no heading #${anchor}`;
}

/** How many links the pages of a folder have, and what is wrong with them. */
function checked(folder, pages) {
  const links = pages.flatMap((page) => [...prose(page, folder).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => [page, link]));
  return { count: links.length, faults: links.map(([page, link]) => wrong(folder, page, link)).filter(Boolean) };
}

test("every link of a Markdown file leads to a file, and to a heading in it", () => {
  for (const page of ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "docs/page.md"]) assert.ok(pages.includes(page), page);
  const { count, faults } = checked(root, pages);
  assert.ok(count > 80);
  assert.deepEqual(faults, []);
});

test("every link of a page in the npm package leads to a file of the package", () => {
  const installed = fileURLToPath(new URL(".", import.meta.resolve("fogbender-token")));
  const { count, faults } = checked(
    installed,
    readdirSync(installed, { recursive: true }).filter((name) => name.endsWith(".md")),
  );
  assert.ok(count > 50);
  assert.deepEqual(faults, []);
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
