/** One of several oddities, with its name as the mark that decisions.js knows it by. */
export function oneOf({ pick }, marks, oddities) {
  const mark = pick(Object.keys(oddities));
  marks.add(mark);
  return oddities[mark]();
}

/** Arrays or objects in one another. */
export function nested({ pick }, depth) {
  const [open, core, close] = pick([
    ["[", "", "]"],
    ['{"a":', "0", "}"],
  ]);
  return open.repeat(depth) + core + close.repeat(depth);
}
