// docs/page.md's React components, built with the React that is installed here (19) or in react-18.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { writeSnippets } from "./docs.js";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const html = '<!doctype html><link rel="icon" href="data:," /><div id="root"></div><script type="module" src="/main.js"></script>';
const modules = { 18: "react-18/node_modules", 19: "node_modules" };

export const versions = Object.keys(modules);

/** What esbuild needs to take one version of React. */
export const withReact = (version) => ({
  bundle: true,
  jsx: "automatic",
  logLevel: "error",
  nodePaths: [path("node_modules")],
  alias: { react: path(`${modules[version]}/react`), "react-dom": path(`${modules[version]}/react-dom`) },
});

/** The files of a page that shows the component of one snippet, by its name. */
export async function pageWith(version, component) {
  const folder = writeSnippets(`react-${version}-${component}`);
  const { alias, ...options } = withReact(version);
  const { outputFiles } = await build({
    ...options,
    entryPoints: [path("app/react.jsx")],
    write: false,
    format: "esm",
    define: { "process.env.NODE_ENV": '"development"' },
    alias: { ...alias, component: `${folder}/${component}.tsx` },
  });
  return { "index.html": html, "main.js": outputFiles[0].text };
}
