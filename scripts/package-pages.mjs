// Writes the pages of the package into the folder that is the one argument: README.md and the others at the top, docs/, and
// the examples that they link. A picture is left out, and a link to what is not in the package becomes its text.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

const out = process.argv[2];
const pages = ["README.md", "CHANGELOG.md", "SECURITY.md", ...readdirSync("docs").map((name) => `docs/${name}`)];

for (const page of pages) {
  const text = readFileSync(page, "utf8").replace(/^!\[.*\n\n/gm, "");
  const inPackage = text.replace(/\[([^\][]+)\]\(([^)\s#]+)(#[^)\s]+)?\)/g, (link, words, path) => {
    if (path.includes(":")) return link;
    const target = normalize(join(dirname(page), path));
    if (target.startsWith("examples/")) write(target, readFileSync(target));
    return pages.includes(target) || existsSync(join(out, target)) ? link : words;
  });
  write(page, inPackage);
}

function write(file, content) {
  mkdirSync(join(out, dirname(file)), { recursive: true });
  writeFileSync(join(out, file), content);
}
