/** @import { Identity } from "../entries/index.d.ts" */
import { createReadStream } from "node:fs";
import { failure } from "../core/error.js";
import { shownName } from "../core/kinds.js";
import { UsageError } from "./arguments.js";
import { readObject } from "./json-text.js";

/** As many characters as a userJWT may have, and as many bytes as these can take in UTF-8. */
const MAX_CHARACTERS = 65_536;
const MAX_BYTES = 3 * MAX_CHARACTERS;

/**
 * The text of the file that was named, or else of standard input; without the white space around it.
 * @param {string[]} operands
 */
export async function readInput([file = "-"]) {
  const text = textOf(await bytesOf(file)).trim();
  if (text.length > MAX_CHARACTERS) throw tooLong();
  return text;
}

/**
 * The bytes, read no further than the first one too many.
 * @param {string} file
 */
async function bytesOf(file) {
  if (file === "-" && process.stdin.isTTY) {
    console.error("Paste the input, then press Ctrl+D on a line of its own (Windows: Ctrl+Z, Enter).");
  }
  /** @type {Buffer[]} */
  const chunks = [];
  let length = 0;
  try {
    for await (const chunk of file === "-" ? process.stdin : createReadStream(file)) {
      length += chunk.length;
      if (length > MAX_BYTES) break;
      chunks.push(chunk);
    }
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new UsageError(file === "-" ? `Standard input cannot be read (${code}). Give a file.` : wrongFile(file, code));
  }
  if (length > MAX_BYTES) throw tooLong();
  return Buffer.concat(chunks);
}

const tooLong = () =>
  failure(
    "too_large",
    "input",
    "The input is longer than 65,536 characters, and no token is so long. Give the token or the identity alone.",
  );

/**
 * A token or a secret may have been typed where a file should be: a long name is not repeated.
 * @param {string} file
 * @param {string} [code]
 */
function wrongFile(file, code) {
  const name = file.length > 24 ? "The file" : shownName(file);
  return `${name} cannot be read (${code}). Give the name of a file, or give the token or the identity on standard input.`;
}

/**
 * PowerShell pipes UTF-16 with a byte order mark.
 * @param {Buffer} bytes
 */
function textOf(bytes) {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw failure("not_an_object", "input", "The input is not text in UTF-8. Save it as UTF-8, and try again.", cause);
  }
}

/**
 * The identity in the input. The package checks what it has.
 * @param {string[]} operands
 */
export const readIdentity = async (operands) => /** @type {Identity} */ (/** @type {unknown} */ (readObject(await readInput(operands))));

/**
 * The userJWT in a text: the text itself, or the member `userJWT` of an object. The package refuses what is no text.
 * @type {(text: string) => string}
 */
export const userJWTIn = (text) => (text.startsWith("{") ? /** @type {string} */ (readObject(text).userJWT) : text);
