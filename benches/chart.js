// The results as SVG: one file for each chart, legible on light and on dark ground.

const STYLE = `<style>
  text { font: 12px system-ui, sans-serif; fill: #1f2328 }
  .title { font-size: 15px; font-weight: 600 }
  .head { font-weight: 600 }
  .faint { fill: #59636e }
  .grid { stroke: #d1d9e0; stroke-width: 1 }
  .own { --colour: #b42318 } .c1 { --colour: #59636e } .c2 { --colour: #0969da } .c3 { --colour: #8250df }
  .bar { fill: #9aa4ae } .bar.own { fill: #b42318 }
  .line { fill: none; stroke: var(--colour); stroke-width: 2 }
  .dot, .name { fill: var(--colour) }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc }
    .faint { fill: #9198a1 }
    .grid { stroke: #3d444d }
    .own { --colour: #ff8a73 } .c1 { --colour: #9198a1 } .c2 { --colour: #58a6ff } .c3 { --colour: #bc8cff }
    .bar { fill: #656c76 } .bar.own { fill: #ff8a73 }
  }
</style>`;

const escaped = (text) => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const text = (x, y, content, rest = "") => `<text x="${round(x)}" y="${round(y)}" ${rest}>${escaped(content)}</text>`;
const round = (value) => Math.round(value * 10) / 10;

function svg(width, height, title, parts) {
  const size = `viewBox="0 0 ${round(width)} ${round(height)}"`;
  const head = `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-label="${escaped(title)}">`;
  return [head, STYLE, text(16, 26, title, 'class="title"'), ...parts, "</svg>", ""].join("\n");
}

/** One group of bars for each task: the speed of each contender, the first's being 1. */
function bars(title, groups) {
  const [left, top, step, full] = [220, 58, 19, 400];
  const longest = Math.max(...groups.flatMap(({ bars }) => bars.map(({ value }) => value)));
  let y = top;
  const parts = [];
  for (const { head, bars } of groups) {
    parts.push(text(16, y, head, 'class="head"'));
    y += 8;
    for (const [at, { name, value }] of bars.entries()) {
      const width = (full * value) / longest;
      parts.push(text(left - 8, y + 13, name, 'text-anchor="end"'));
      const box = `x="${left}" y="${y + 2}" width="${round(Math.max(width, 1))}" height="${step - 5}"`;
      parts.push(`<rect ${box} class="bar${at === 0 ? " own" : ""}"/>`);
      parts.push(text(left + width + 6, y + 13, value.toFixed(2), 'class="faint"'));
      y += step;
    }
    y += 28;
  }
  return svg(left + full + 60, y - 16, title, parts);
}

/** Lines on logarithmic axes, on which what grows in proportion is straight. */
function lines(title, { across, along, xs, series, low, high }) {
  const [left, right, top, bottom, height] = [64, 190, 60, 52, 280];
  const width = 460;
  const at = (value, from, to, length) => (length * Math.log(value / from)) / Math.log(to / from);
  const x = (value) => left + at(value, xs[0], xs.at(-1), width);
  const y = (value) => top + height - at(value, low, high, height);
  const ticks = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100].filter((tick) => tick >= low && tick <= high);
  const parts = [
    text(16, 46, along, 'class="faint"'),
    text(left + width / 2, top + height + 42, across, 'class="faint" text-anchor="middle"'),
  ];
  for (const tick of ticks) {
    parts.push(`<path d="M${left} ${round(y(tick))}h${width}" class="grid"/>`, text(left - 8, y(tick) + 4, tick, 'text-anchor="end"'));
  }
  for (const value of xs) parts.push(text(x(value), top + height + 20, value.toLocaleString("en"), 'text-anchor="middle"'));

  // Names stand beside the ends of their lines, and apart.
  const names = series.map(([name, values], index) => ({ name, index, y: y(values.at(-1)) + 4 })).sort((one, other) => one.y - other.y);
  for (let index = 1; index < names.length; index += 1) names[index].y = Math.max(names[index].y, names[index - 1].y + 16);

  for (const [index, [, values]] of series.entries()) {
    const points = values.map((value, place) => [round(x(xs[place])), round(y(value))]);
    const kind = index === 0 ? "own" : `c${index}`;
    parts.push(`<polyline points="${points.map((point) => point.join(",")).join(" ")}" class="line ${kind}"/>`);
    parts.push(...points.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3" class="dot ${kind}"/>`));
  }
  for (const { name, index, y } of names) parts.push(text(left + width + 12, y, name, `class="name ${index === 0 ? "own" : `c${index}`}"`));
  return svg(left + width + right, top + height + bottom, title, parts);
}

function peers([{ columns, rows }]) {
  const own = { name: "fogbender-token", value: 1 };
  const groups = columns.map((head, at) => ({
    head,
    bars: [own, ...rows.filter(([, ...cells]) => cells[at] !== undefined).map(([name, ...cells]) => ({ name, value: 1 / cells[at] }))],
  }));
  return bars("Speed in Node, fogbender-token's being 1: longer is faster", groups);
}

function growth([, { columns, rows }]) {
  const values = rows.flatMap(([, ...cells]) => cells);
  return lines("Time per token, against the size of its claims", {
    across: "bytes of the claims as JSON",
    along: "time per token, fogbender-token's for 60 bytes being 1; both axes are logarithmic",
    xs: columns,
    series: rows.map(([name, ...cells]) => [name, cells]),
    low: Math.min(0.5, ...values),
    high: Math.max(...values) * 1.1,
  });
}

function calls([, , { columns, rows }]) {
  return lines("Time per call, against the number of calls in a row", {
    across: "calls of sign in a row",
    along: "time per call, a thousand calls' being 1; flat means that nothing piles up",
    xs: columns,
    series: rows.map(([name, ...cells]) => [name, cells]),
    low: 0.1,
    high: 10,
  });
}

/** The charts that these results are enough for, by name. */
export function charts({ node, sweep }) {
  return {
    ...(node && { peers: peers(node.tables) }),
    ...(sweep && { sizes: growth(sweep.tables), calls: calls(sweep.tables) }),
  };
}
