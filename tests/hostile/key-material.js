// What whoever reads the memory could sign with, and a search for it. With a SHA-256 of its own (FIPS 180-4), because no
// library shows the words that it works with on the way.
import { createHash } from "node:crypto";

const BLOCK = 64;

const rotate = (word, by) => (word >>> by) | (word << (32 - by));

/** The first 32 bits of the fractional parts of the first primes' roots: the constants of FIPS 180-4 §4.2.2 and §5.3.3. */
function constants(count, root) {
  const primes = [];
  for (let n = 2; primes.length < count; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes.map((prime) => ((root(prime) % 1) * 2 ** 32) | 0);
}

const ROUND = constants(64, Math.cbrt);
const START = constants(8, Math.sqrt);

/** Compresses one block: the state after it, and the words that it is worked out with. */
function compress(start, block) {
  const schedule = Array.from({ length: 16 }, (_, index) => block.readInt32BE(index * 4));
  const sums = [];
  let [a, b, c, d, e, f, g, h] = start;
  for (let index = 0; index < 64; index += 1) {
    if (index >= 16) {
      const [early, late] = [schedule[index - 15], schedule[index - 2]];
      const sigma0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
      const sigma1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
      schedule.push((schedule[index - 16] + sigma0 + schedule[index - 7] + sigma1) | 0);
    }
    const keyed = (schedule[index] + ROUND[index]) | 0;
    const first = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + keyed;
    const second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
    sums.push(keyed, a, e);
  }
  return { state: [a, b, c, d, e, f, g, h].map((word, index) => (word + start[index]) | 0), schedule, sums };
}

/** An HMAC-SHA256 key as RFC 2104 works with it: xored with each pad, and the states after those blocks. */
function pads(secret) {
  const key = secret.length > BLOCK ? createHash("sha256").update(secret).digest() : Buffer.from(secret);
  return Object.entries({ ipad: 0x36, opad: 0x5c }).map(([name, pad]) => {
    const block = Buffer.alloc(BLOCK, pad);
    for (const [index, byte] of key.entries()) block[index] = byte ^ pad;
    return { name, key, block, ...compress(START, block) };
  });
}

/** The HMAC of a message of 32 bytes, by these states: the proof that they are the right ones. */
export function hmacOf32Bytes(secret, message) {
  const behind = Buffer.alloc(32);
  behind[0] = 0x80;
  behind.writeUInt32BE((BLOCK + 32) * 8, 28);
  return pads(secret).reduce((text, { state }) => {
    const hash = Buffer.alloc(32);
    compress(state, Buffer.concat([text, behind])).state.forEach((word, index) => void hash.writeInt32BE(word, index * 4));
    return hash;
  }, message);
}

/**
 * Where in a memory anything is left of a secret, or of what an HMAC key makes of it: any 11 bytes in a row of the secret or
 * of the key's blocks, any two neighbouring words of the states, of the message schedule and of the rounds.
 * @param {WebAssembly.Memory} memory
 * @param {Uint8Array} secret
 */
export function remnants(memory, secret) {
  const found = [];
  const bytes = Buffer.from(memory.buffer);
  const search = (what, pattern) => {
    for (let from = 0; from + 8 <= pattern.length; from += 4) {
      const at = bytes.indexOf(pattern.subarray(from, from + 8));
      if (at >= 0) found.push(`${what}, from byte ${from}, at ${at}`);
    }
  };
  const words = new Map();
  search("secret", Buffer.from(secret));
  for (const { name, key, block, state, schedule, sums } of pads(secret)) {
    if (key.length !== secret.length) search("hashed secret", key);
    const keyed = block.subarray(0, key.length & ~3);
    search(`key ^ ${name}`, keyed);
    search(`key ^ ${name}, as big-endian words`, Buffer.from(keyed).swap32());
    const isPadding = (index) => index >= keyed.length / 4 && index < 16;
    for (const word of state) words.set(word, `state after ${name}`);
    for (const [index, word] of schedule.entries()) if (!isPadding(index)) words.set(word, `schedule of ${name}`);
    for (const [index, word] of sums.entries()) if (index % 3 !== 0 || !isPadding(index / 3)) words.set(word, `rounds of ${name}`);
  }
  const memoryWords = new Int32Array(memory.buffer);
  for (let index = 1; index < memoryWords.length; index += 1) {
    if (words.has(memoryWords[index]) && words.has(memoryWords[index - 1])) {
      found.push(`${words.get(memoryWords[index])} at ${index * 4}`);
    }
  }
  return found;
}
