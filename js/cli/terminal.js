// What is shown. No text of a stranger's reaches a terminal as it stands: it could steer the terminal or look like another text.

/** Control and format characters (ANSI escapes, bidi controls), line breaks, every space but the plain one, what has no shape. */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu;

/**
 * A text on one line, with an escape such as `\u{202e}` for each character that does not print as itself.
 * @param {unknown} text
 */
export const shown = (text) => String(text).replace(UNPRINTABLE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);

/**
 * A value as JSON that means the same and has JSON's own escapes for each character that does not print as itself.
 * @param {unknown} value
 * @param {number} [indent]
 */
export const json = (value, indent) =>
  JSON.stringify(value, null, indent).replace(UNPRINTABLE, (character) => (character === "\n" ? character : jsonEscape(character)));

/** @param {string} character */
const jsonEscape = (character) =>
  character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");

/**
 * One line for standard error: what happened, where, and what to do.
 * @param {{ code: string, field?: string, message: string }} problem
 */
export const problemLine = ({ code, field, message }) => shown(`${code}${field ? ` ${field}` : ""}: ${message}`);

/** How many characters a line may have. */
export const lineWidth = () => Math.max(60, Math.min(process.stdout.columns || 100, 120));

/**
 * A text in lines of at most `width` characters. A word that is longer is cut, so that columns stay straight.
 * @param {string} text
 * @param {number} width
 */
export function wrap(text, width) {
  const lines = [""];
  for (const word of shown(text).split(" ")) {
    for (const piece of word.match(new RegExp(`.{1,${width}}`, "gu")) ?? [""]) {
      const line = lines[lines.length - 1];
      if (line === "") lines[lines.length - 1] = piece;
      else if (line.length + 1 + piece.length <= width) lines[lines.length - 1] = `${line} ${piece}`;
      else lines.push(piece);
    }
  }
  return lines;
}

/**
 * A text in lines that all begin with `indent` spaces.
 * @param {string} text
 * @param {number} indent
 */
export const paragraph = (text, indent) => wrap(text, lineWidth() - indent).map((line) => " ".repeat(indent) + line);

/**
 * The lines of rows of cells in straight columns.
 * @type {(...given: Parameters<typeof table>) => string[]}
 */
export const columns = (rows, options) => table(rows, options).flat();

/**
 * Rows of cells in straight columns, each row as its lines; the last column takes what is left of the line.
 * @param {string[][]} rows
 * @param {{ indent?: number, widest?: number }} [options] the most characters of every column but the last
 */
export function table(rows, { indent = 0, widest = 30 } = {}) {
  const count = Math.max(1, ...rows.map((row) => row.length));
  /** @type {number[]} */
  const widths = [];
  for (let column = 0; column < count - 1; column += 1) {
    widths.push(Math.min(widest, Math.max(1, ...rows.map((row) => shown(row[column] ?? "").length))));
  }
  const used = indent + widths.reduce((sum, width) => sum + width + 2, 0);
  widths.push(Math.max(20, lineWidth() - used));
  return rows.map((row) => {
    const cells = row.map((cell, column) => wrap(cell, widths[column]));
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      (" ".repeat(indent) + cells.map((lines, column) => (lines[line] ?? "").padEnd(widths[column])).join("  ")).trimEnd(),
    );
  });
}
