/** The wasm modules that stand in hexadecimal in a text, such as a bundle. */
export const inlined = (text) => [...text.matchAll(/0061736d01[0-9a-f]+/g)].map(([hex]) => Buffer.from(hex, "hex"));

/** What a wasm module holds of what it takes to sign. */
export function signing(bytes) {
  const exports = WebAssembly.Module.exports(new WebAssembly.Module(bytes));
  return {
    exports: exports.some(({ name }) => /sign|verify|key|secret/.test(name)),
    sha256: SHA_256.some((constant) => bytes.includes(constant)),
  };
}

// Round constants and initial state (FIPS 180-4 §4.2.2, §5.3.3), as they would stand in data or vectors, and in code.
const SHA_256 = [0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x6a09e667, 0xbb67ae85].flatMap((word) => [
  littleEndian(word),
  leb128(word | 0),
]);

function littleEndian(word) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(word);
  return bytes;
}

/** A wasm integer constant: seven bits a byte, sign-extended. */
function leb128(integer) {
  const bytes = [];
  for (let rest = integer; ; rest >>= 7) {
    const ends = rest >> 6 === 0 || rest >> 6 === -1;
    bytes.push(ends ? rest & 0x7f : (rest & 0x7f) | 0x80);
    if (ends) return Buffer.from(bytes);
  }
}
