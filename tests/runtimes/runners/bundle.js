import { mkdirSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Bundles `code` with the package and the suite, as a platform's own tool would; gives the folder that the bundle is in
 * and the package's entry file that the conditions led to.
 */
export async function bundle(name, code, options) {
  const folder = join(root, "../../target/runtimes", name);
  mkdirSync(folder, { recursive: true });
  const { metafile } = await build({
    stdin: { contents: `import * as lib from "fogbender-token"; import * as suite from "./suite.js"; ${code}`, resolveDir: root },
    absWorkingDir: root,
    outfile: join(folder, "bundle.js"),
    bundle: true,
    metafile: true,
    logLevel: "warning",
    ...options,
  });
  const [{ path }] = metafile.inputs["<stdin>"].imports;
  return { folder, entry: isAbsolute(path) ? path : join(root, path) };
}
