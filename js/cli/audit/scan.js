/** @import { Chunks, Match, Place, Search } from "./types.d.ts" */
import { CONTEXT } from "./search.js";

const LINE_FEED = 10;

/**
 * What is found in a stream of bytes, with line and column (in bytes); each place once.
 * @param {() => Chunks} chunks gives the bytes, each time anew
 * @param {Search} search
 * @returns {Promise<Place[]>}
 */
export async function scan(chunks, search) {
  /** @type {Map<number, { kind: string, fix: string }>} */
  const places = new Map();
  const kinds = new Set();
  for await (const { start, once, ...found } of hits(chunks(), search)) {
    if (places.has(start) || (once && kinds.has(found.kind))) continue;
    places.set(start, found);
    kinds.add(found.kind);
  }
  if (places.size === 0) return [];
  const found = [...places].sort(([one], [other]) => one - other);
  const positions = await linesOf(
    chunks(),
    found.map(([start]) => start),
  );
  return found.map(([, what], index) => ({ ...positions[index], ...what }));
}

/**
 * Searches chunk by chunk. At each end some is left for the next turn, so that what lies across it is seen whole.
 * @param {Chunks} chunks
 * @param {Search} search
 */
async function* hits(chunks, search) {
  /** @type {Buffer} */
  let bytes = Buffer.alloc(0);
  let offset = 0;
  let done = 0;
  for await (const chunk of chunks) {
    bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk]);
    const to = bytes.length - CONTEXT;
    if (to > done) {
      yield* moved(search(bytes, done, to), offset);
      done = to;
    }
    const gone = Math.max(0, done - CONTEXT);
    // A copy, because the chunk's buffer is used again.
    bytes = Buffer.from(bytes.subarray(gone));
    offset += gone;
    done -= gone;
  }
  yield* moved(search(bytes, done, bytes.length), offset);
}

/** @type {(found: Match[], offset: number) => Match[]} */
const moved = (found, offset) => found.map((one) => ({ ...one, start: one.start + offset }));

/**
 * Lines and columns of some places: only files in which something was found are read for it.
 * @param {Chunks} chunks
 * @param {number[]} starts
 */
async function linesOf(chunks, starts) {
  /** @type {{ line: number, column: number }[]} */
  const positions = [];
  let offset = 0;
  let line = 1;
  let lineStart = 0;
  for await (const chunk of chunks) {
    const end = offset + chunk.length;
    for (let next = chunk.indexOf(LINE_FEED); ; next = chunk.indexOf(LINE_FEED, next + 1)) {
      const lineEnd = next === -1 ? end : offset + next + 1;
      while (positions.length < starts.length && starts[positions.length] < lineEnd) {
        positions.push({ line, column: starts[positions.length] - lineStart + 1 });
      }
      if (next === -1) break;
      line += 1;
      lineStart = lineEnd;
    }
    if (positions.length === starts.length) break;
    offset = end;
  }
  return positions;
}
