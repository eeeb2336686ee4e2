import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const here = fileURLToPath(new URL(".", import.meta.url));
const bin = (name) => `node_modules/.bin/${name}`;

export const version = (name) => createRequire(import.meta.url)(`${name}/package.json`).version;

/** Runs a program here and gives what it prints. */
export async function run(program, args, options) {
  const { stdout, stderr } = await promisify(execFile)(program, args, { cwd: here, ...options });
  return stdout + stderr;
}

/**
 * The bundlers, as they are without configuration: how each builds the page into a folder, and the server's main.js into
 * a file that Node runs. Rollup alone has to be told that a page is for browsers: by default it takes the server's build.
 */
export const bundlers = {
  esbuild: {
    browser: (out) => ["esbuild", "fixture/app.js", "--bundle", `--outdir=${out}`],
    server: (out) => ["esbuild", "fixture/main.js", "--bundle", "--platform=node", `--outfile=${out}/main.cjs`],
    main: "main.cjs",
  },
  webpack: {
    browser: (out) => ["webpack", "--mode=production", "--entry=./fixture/app.js", `--output-path=${out}`, "--output-filename=app.js"],
    server: (out) => [
      "webpack",
      "--mode=production",
      "--target=node",
      "--entry=./fixture/main.js",
      `--output-path=${out}`,
      "--output-filename=main.cjs",
    ],
    main: "main.cjs",
  },
  rollup: {
    browser: (out) => ["rollup", "fixture/app.js", "--plugin=node-resolve={browser:true}", `--dir=${out}`],
    server: (out) => ["rollup", "fixture/main.js", "--plugin=node-resolve", `--file=${out}/main.mjs`],
    main: "main.mjs",
  },
  vite: {
    browser: (out) => ["vite", "build", "fixture", `--outDir=${out}`, "--emptyOutDir"],
    server: (out) => ["vite", "build", "fixture", "--ssr=main.js", `--outDir=${out}`, "--emptyOutDir"],
    main: "main.js",
    ownPage: true,
  },
};

/** Builds with one of them, and gives what it printed. */
export const build = ([name, ...args]) => run(bin(name), args);
