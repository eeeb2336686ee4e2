// Four lines of figures for README.md, from benches/results.json. All are ratios of medians, taken in turns in one run.

const NOT_MEASURED = "The recorded run is not of Node 26. `make bench` measures it on your machine.";

export function figures(results) {
  const tables = Object.values(results).flatMap((part) => part.tables);
  const find = (title) => tables.find((one) => one.title.startsWith(title));
  const node = find("Node 26.");
  if (node === undefined) return NOT_MEASURED;
  const runtimes = rowsOf(find("Other runtimes"));
  const sizes = rowsOf(find("Size of what esbuild ships"));
  const sweep = find("Signing, by the bytes");
  const byHand = rowsOf(node)["by hand"];
  const at = sweep.columns.indexOf(4000);
  return [
    `- **${node.title.split(":")[0]}**, against hand-written code on its native crypto: ${columns(byHand)} times as fast to ${NAMES}.`,
    `- Against libraries, to sign with times and to verify: ${["fast-jwt", "jsonwebtoken", "@node-rs/jsonwebtoken", "jose"].map(both(rowsOf(node))).join("; ")}.`,
    `- Elsewhere, to sign, against code by hand there: ${byHandIn(runtimes)}. Below 1 it is slower.`,
    `- Where it is slower and larger: with 4 KB of claims, signing by hand is ${ratio(1 / rowsOf(sweep)["by hand"][at])} times as fast as ours; a worker ships ${kilobytes(sizes, "a worker: `Signer`")} for \`Signer\` (gzip), for jose ${kilobytes(sizes, "a worker: `SignJWT")}.`,
  ].join("\n");
}

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

function kilobytes(sizes, begin) {
  const [, [, gzip]] = Object.entries(sizes).find(([name]) => name.startsWith(begin));
  return `${(gzip / 1000).toFixed(1)} KB`;
}
