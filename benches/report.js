// The results as Markdown tables.

/** Two digits behind the point where they say something. */
function ratio(value) {
  if (value >= 100) return value.toFixed(0);
  return value.toFixed(value >= 10 ? 1 : 2);
}

const bytes = (value) => (value < 1000 ? `${value} B` : `${(value / 1000).toFixed(1)} KB`);

function table({ title, unit, columns, rows }) {
  const write = unit === "bytes" ? bytes : ratio;
  const cell = (value) => (typeof value === "number" ? write(value) : (value ?? "–"));
  const heads = columns.map((column) => (typeof column === "number" ? column.toLocaleString("en") : column));
  const lines = [["", ...heads], ["---", ...heads.map(() => "---:")], ...rows.map(([name, ...cells]) => [name, ...cells.map(cell)])];
  return `**${title}**\n\n${lines.map((line) => `| ${line.join(" | ")} |`).join("\n")}\n`;
}

export function markdown(results) {
  return Object.values(results)
    .flatMap(({ tables, notes = [] }) => [
      ...tables.map(table),
      ...(notes.length > 0 ? [`${notes.map((note) => `- ${note}`).join("\n")}\n`] : []),
    ])
    .join("\n");
}
