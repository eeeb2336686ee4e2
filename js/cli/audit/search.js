// Finds many short texts in one pass over bytes (Wu and Manber's way): from the two bytes at the end of a window it knows how far
// the next find must be, and steps there.
/** @import { Form, Match, Search } from "./types.d.ts" */
import { PIECE_BYTES } from "./forms.js";

const BLOCK = 2;
const FURTHEST = PIECE_BYTES - BLOCK + 1;

/** How much around a piece is looked at: a secret that is broken into many lines fits into the first, a JWT into the second. */
const NEAR = 2048;
export const CONTEXT = 131_072;

/**
 * @param {Form[]} forms
 * @returns {Search}
 */
export function searcher(forms) {
  const steps = new Uint8Array(65_536).fill(FURTHEST);
  /** Pieces by their last block. @type {Map<number, { piece: Buffer, form: Form }[]>} */
  const ends = new Map();
  for (const form of forms) {
    for (const whole of form.pieces) {
      const piece = whole.subarray(0, PIECE_BYTES);
      for (let end = BLOCK; end <= PIECE_BYTES; end += 1) {
        const block = (piece[end - 2] << 8) | piece[end - 1];
        steps[block] = Math.min(steps[block], PIECE_BYTES - end);
        if (end === PIECE_BYTES) ends.set(block, [...(ends.get(block) ?? []), { piece, form }]);
      }
    }
  }

  return function search(bytes, from, to) {
    /** @type {Match[]} */
    const found = [];
    const last = Math.min(to + PIECE_BYTES - 1, bytes.length);
    let end = from + PIECE_BYTES;
    while (end <= last) {
      const block = (bytes[end - 2] << 8) | bytes[end - 1];
      const step = steps[block];
      if (step > 0) {
        end += step;
        continue;
      }
      const at = end - PIECE_BYTES;
      for (const { piece, form } of ends.get(block) ?? []) if (isAt(bytes, at, piece)) found.push(...matches(bytes, at, form));
      end += 1;
    }
    return found;
  };
}

/**
 * @param {Buffer} bytes
 * @param {number} at
 * @param {Buffer} piece
 */
function isAt(bytes, at, piece) {
  for (let index = 0; index < PIECE_BYTES; index += 1) if (bytes[at + index] !== piece[index]) return false;
  return true;
}

/**
 * The form's match that holds the piece at `at`, if there is one.
 * @param {Buffer} bytes
 * @param {number} at
 * @param {Form} form
 * @returns {Match[]}
 */
function matches(bytes, at, { pattern, kind, fix, isLong, once }) {
  for (const reach of isLong ? [NEAR, CONTEXT] : [NEAR]) {
    const start = Math.max(0, at - NEAR);
    const text = bytes.toString("latin1", start, Math.min(bytes.length, at + reach));
    const match = matchAt(text, at - start, pattern);
    // What ends with the window may go on behind it.
    if (match === undefined || (isLong && reach < CONTEXT && match.index + match[0].length === text.length)) continue;
    const name = typeof kind === "function" ? kind(match[0], bytes) : kind;
    return name === undefined ? [] : [{ start: start + match.index, kind: name, fix, once }];
  }
  return [];
}

/**
 * @param {string} text
 * @param {number} at
 * @param {RegExp} pattern
 */
function matchAt(text, at, pattern) {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null && match.index <= at; match = pattern.exec(text)) {
    if (match.index + match[0].length > at) return match;
  }
  return undefined;
}
