// The published build of fogbender has this inside it, and so no path of the bundle shows it.
const INSIDE_OTHERS = ["node_modules/css-element-queries"];

/** The licences of the packages that are in a bundle, by the paths of its inputs. */
export function licenses(inputs, read) {
  const bundled = inputs.map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]).filter(Boolean);
  const folders = [...new Set([...bundled, ...INSIDE_OTHERS])].sort();
  return folders.map((folder) => licenseOf(folder, read)).join(`\n${"-".repeat(80)}\n\n`);
}

function licenseOf(folder, read) {
  const { name, version, license, author } = JSON.parse(read(`${folder}/package.json`));
  const by = author === undefined ? "" : `, by ${author.name ?? author}`;
  return `${name} ${version}: ${license}${by}\n\n${text(folder, read)}`;
}

function text(folder, read) {
  try {
    return read(`${folder}/LICENSE`);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    // A package that names the MIT licence and has no text of it: ours is the same, but for the first lines.
    return read("../LICENSE").split("\n\n").slice(2).join("\n\n");
  }
}
