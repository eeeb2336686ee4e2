// What a file holds: its bytes, and what is compressed in it.
/**
 * @import { Transform } from "node:stream"
 * @import { Chunks } from "./types.d.ts"
 * @typedef {{ name: string, chunks: () => Chunks }} Part
 */
import { createReadStream, readSync } from "node:fs";
import { createBrotliDecompress, createGunzip, createInflate, inflateSync } from "node:zlib";

export const CHUNK_BYTES = 4 * 1024 * 1024;

/** A small file may unpack to more than any disk holds. */
const MAX_UNPACKED_BYTES = 2 ** 30;

const MAX_TEXT_BYTES = 2 ** 26;
const UNPACKING = { chunkSize: 1 << 20 };

/** Formats that this command does not look into, by their first bytes. */
const CLOSED = [
  ["504b0304", "a zip archive"],
  ["28b52ffd", "Zstandard"],
  ["fd377a585a", "xz"],
  ["425a68", "bzip2"],
  ["377abcaf271c", "a 7z archive"],
  ["526172211a07", "a RAR archive"],
  ["5041434b0000", "a Git pack"],
];
const PNG = "89504e470d0a1a0a";

/**
 * The bytes of a file as they stand; the buffer is used again for the next ones.
 * @param {number} file its descriptor
 * @param {Buffer} buffer
 */
export function* chunks(file, buffer) {
  let at = 0;
  for (;;) {
    const count = readSync(file, buffer, 0, buffer.length, at);
    if (count === 0) return;
    yield buffer.subarray(0, count);
    at += count;
  }
}

/**
 * The first bytes of a file as hex, by which its format is known.
 * @param {number} file
 */
export function magicOf(file) {
  const buffer = Buffer.alloc(8);
  return buffer.toString("hex", 0, readSync(file, buffer, 0, 8, 0));
}

/**
 * What a file unpacks to, each part as a name and a source of chunks.
 * @param {string} path
 * @param {string} magic
 * @param {number} file
 * @returns {Part[]}
 */
export function unpacked(path, magic, file) {
  if (magic.startsWith("1f8b")) return [{ name: "unpacked", chunks: () => inflated(path, createGunzip(UNPACKING)) }];
  if (/\.br$/i.test(path)) return [{ name: "unpacked", chunks: () => inflated(path, createBrotliDecompress(UNPACKING)) }];
  if (magic === PNG) return [...pngTexts(file)];
  // A loose object of Git's, and other zlib streams, which are small.
  if (/^78(01|5e|9c|da)/.test(magic) && /(^|[\\/])objects[\\/]/.test(path)) {
    return [{ name: "unpacked", chunks: () => inflated(path, createInflate(UNPACKING)) }];
  }
  return [];
}

/**
 * Why a file cannot be looked into, if it cannot.
 * @param {string} magic
 */
export const closedFormat = (magic) => CLOSED.find(([start]) => magic.startsWith(start))?.[1];

/**
 * @param {string} path
 * @param {Transform} unpack
 * @returns {AsyncGenerator<Buffer>}
 */
async function* inflated(path, unpack) {
  const packed = createReadStream(path).on("error", (error) => unpack.destroy(error));
  let total = 0;
  for await (const chunk of packed.pipe(unpack)) {
    total += chunk.length;
    if (total > MAX_UNPACKED_BYTES) throw Object.assign(new Error("too much"), { code: "unpacks to more than 1 GiB" });
    yield chunk;
  }
}

/**
 * The zTXt and iTXt chunks of a PNG (PNG §11.3.3) whose texts are compressed.
 * @param {number} file
 * @returns {Generator<Part>}
 */
function* pngTexts(file) {
  const head = Buffer.alloc(8);
  for (let at = 8; readSync(file, head, 0, 8, at) === 8; at += 12 + head.readUInt32BE(0)) {
    const type = head.toString("latin1", 4, 8);
    if (type !== "zTXt" && type !== "iTXt") continue;
    const data = Buffer.alloc(Math.min(head.readUInt32BE(0), CHUNK_BYTES));
    readSync(file, data, 0, data.length, at + 8);
    const start = compressedStart(type, data);
    if (start !== undefined) {
      yield { name: "text in the image", chunks: () => [inflateSync(data.subarray(start), { maxOutputLength: MAX_TEXT_BYTES })] };
    }
  }
}

/**
 * Where the compressed text begins, behind keyword, flags, language and translated keyword.
 * @param {string} type
 * @param {Buffer} data
 */
function compressedStart(type, data) {
  const flag = data.indexOf(0) + 1;
  if (type === "zTXt") return flag + 1;
  if (data[flag] !== 1) return undefined;
  return data.indexOf(0, data.indexOf(0, flag + 2) + 1) + 1;
}
