// docs/page.md's React components, built with the React that is installed here (19) or in react-18.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { snippets, writeSnippets } from "./docs.js";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const html = '<!doctype html><link rel="icon" href="data:," /><div id="root"></div><script type="module" src="/main.js"></script>';
const modules = { 18: "react-18/node_modules", 19: "node_modules" };

let edited = 0;

export const versions = Object.keys(modules);

/** What esbuild needs to take one version of React. */
export const withReact = (version) => ({
  bundle: true,
  jsx: "automatic",
  logLevel: "error",
  nodePaths: [path("node_modules")],
  alias: { react: path(`${modules[version]}/react`), "react-dom": path(`${modules[version]}/react-dom`) },
});

/**
 * The files of a page that shows the component of one snippet.
 * @param {string} version of React
 * @param {string} component the snippet's name
 * @param {(text: string) => string} [edit] changes the snippet, to show what a part of it is for
 */
export function pageWith(version, component, edit) {
  const folder = writeSnippets(`react-${version}-${component}${edit ? `-${edited++}` : ""}`);
  const file = join(folder, `${component}.tsx`);
  if (edit) writeFileSync(file, edit(snippets[`${component}.tsx`]));
  return pageOf(version, "app/react.jsx", { component: file });
}

/** The files of a page that runs a file of this folder, in which some imports are other files. */
export async function pageOf(version, entry, imports = {}) {
  const { alias, ...options } = withReact(version);
  const { outputFiles } = await build({
    ...options,
    entryPoints: [path(entry)],
    write: false,
    format: "esm",
    define: { "process.env.NODE_ENV": '"development"' },
    alias: { ...alias, ...imports },
  });
  return { "index.html": html, "main.js": outputFiles[0].text };
}

/** Renders for a person, or for nobody; gives how many widgets are there when React has rendered. */
export const show = (page, person) =>
  page.evaluate((user) => window.show(user), person ? { id: person.userId, orgId: person.customerId } : null);

/** Signs a person in at the backend, and shows it. */
export function become(page, backend, person) {
  backend.session = person;
  return show(page, person);
}
