// Figures from benches/results.json: four lines for README.md, ratios of medians in one run, and sizes for docs/performance.md.

const NOT_MEASURED = "The recorded run is not of Node 26. `make bench` measures it on your machine.";

export function figures(results) {
  const find = (title) => tableOf(results, title);
  const node = find("Node 26.");
  if (node === undefined) return NOT_MEASURED;
  const runtimes = rowsOf(find("Other runtimes"));
  const shipped = shippedBy(results);
  const sweep = find("Signing, by the bytes");
  const byHand = rowsOf(node)["by hand"];
  const at = sweep.columns.indexOf(4000);
  return [
    `- **${node.title.split(":")[0]}**, against hand-written code on its native crypto: ${columns(byHand)} times as fast to ${NAMES}.`,
    `- Against libraries, to sign with times and to verify: ${["fast-jwt", "jsonwebtoken", "@node-rs/jsonwebtoken", "jose"].map(both(rowsOf(node))).join("; ")}.`,
    `- Elsewhere, to sign, against code by hand there: ${byHandIn(runtimes)}. Below 1 it is slower.`,
    `- Where it is slower and larger: with 4 KB of claims, signing by hand is ${ratio(1 / rowsOf(sweep)["by hand"][at])} times as fast as ours; a worker ships ${kilobytes(shipped, "a worker: `Signer`")} for \`Signer\` (gzip), for jose ${kilobytes(shipped, "a worker: `SignJWT")}.`,
  ].join("\n");
}

/** In KB, gzip: what was wanted, before it was measured. */
const WANTED = { "a page: `assembleToken`": 24, "a worker: `Signer`": 35 };

export function sizes(results) {
  const shipped = shippedBy(results);
  const rows = Object.entries(WANTED).map(([name, wanted]) => `| ${name} | ${kilobytes(shipped, name)} | ${wanted} KB |`);
  return ["| minified, gzip | it ships | wanted |", "| --- | ---: | ---: |", ...rows].join("\n");
}

const tableOf = (results, title) =>
  Object.values(results)
    .flatMap(({ tables }) => tables)
    .find((table) => table.title.startsWith(title));
const shippedBy = (results) => rowsOf(tableOf(results, "Size of what esbuild ships"));

const NAMES = "sign, to sign with times, to make the whole token, and to verify";

/** Each runtime, without its patch version, and how fast it signs there beside code by hand. */
const byHandIn = (runtimes) =>
  Object.entries(runtimes)
    .filter(([name]) => name.endsWith(", by hand"))
    .map(([name, [sign]]) => `${name.replace(", by hand", "").replace(/^(\w+ \d+)\.[\d.]+$/, "$1")} ${ratio(sign)}`)
    .join(", ");

const ratio = (value) => value.toFixed(2);
const columns = (values) =>
  values
    .map(ratio)
    .join(", ")
    .replace(/, ([^,]+)$/, " and $1");
const rowsOf = ({ rows }) => Object.fromEntries(rows.map(([name, ...cells]) => [name, cells]));
const both = (rows) => (name) => `${name} ${ratio(rows[name][1])} and ${ratio(rows[name][3])}`;

function kilobytes(shipped, begin) {
  const [, [, gzip]] = Object.entries(shipped).find(([name]) => name.startsWith(begin));
  return `${(gzip / 1000).toFixed(1)} KB`;
}
