// The code blocks of docs/page.md, as the files that their first lines name.
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** Each snippet's text by its file name. */
export const snippets = Object.fromEntries(
  [...readFileSync(path("../../docs/page.md"), "utf8").matchAll(/^```\w+\n(?:\/\/|<!--) (\S+?)(?: -->)?\n([\s\S]*?)^```$/gm)].map(
    ([, name, text]) => [name, text],
  ),
);

/** Writes snippets into a folder under target/, where imports find what is installed here, and gives the folder. */
export function writeSnippets(name, files = Object.keys(snippets)) {
  const folder = path(`../../target/page/${name}`);
  rmSync(folder, { recursive: true, force: true });
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), snippets[file]);
  }
  symlinkSync(path("node_modules"), join(folder, "node_modules"));
  return folder;
}
