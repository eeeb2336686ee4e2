// The code blocks of README.md: files by the names in their first lines, and commands.
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

export const readme = readFileSync(path("../../README.md"), "utf8");

/** Each file's text by its name. */
export const files = Object.fromEntries(
  [...readme.matchAll(/^```jsx?\n\/\/ (\S+)\n([\s\S]*?)^```$/gm)].map(([, name, text]) => [name, text]),
);

/** The commands of the shell's blocks. */
export const commands = [...readme.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, text]) => text.trim());

export const rust = /^```rust\n([\s\S]*?)^```$/m.exec(readme)[1];

/** How many blocks there are, of whatever kind. */
export const blocks = readme.match(/^```/gm).length / 2;

/**
 * Writes the files into a folder under target/, as a reader does, and around them what a new app of Vite has.
 * @param {string} name the folder's
 * @param {(text: string) => string} [change]
 */
export function writeApp(name, change = (text) => text) {
  const folder = path(`../../target/docs/${name}`);
  rmSync(folder, { recursive: true, force: true });
  const around = {
    "package.json": '{ "type": "module" }\n',
    "index.html":
      '<!doctype html><link rel="icon" href="data:," /><div id="root"></div><script type="module" src="/src/main.jsx"></script>\n',
    "src/main.jsx":
      'import { StrictMode } from "react";\nimport { createRoot } from "react-dom/client";\nimport App from "./App.jsx";\n\ncreateRoot(document.getElementById("root")).render(<StrictMode><App /></StrictMode>);\n',
    "src/support.jsx": files["support.jsx"],
  };
  for (const [file, text] of Object.entries({ ...around, ...files })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), change(text));
  }
  symlinkSync(path("node_modules"), join(folder, "node_modules"));
  return folder;
}
