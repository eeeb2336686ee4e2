/**
 * @import { Problem } from "../entries/index.d.ts"
 * @typedef {{ memory: WebAssembly.Memory, __stack_pointer: WebAssembly.Global<"i32">, __wbindgen_start: () => void }} WasmExports
 */
import { failure, FogbenderTokenError } from "./error.js";

/** @type {() => WebAssembly.Module} */
let loadModule;
/** Rust's exports, once `start` has run. @type {typeof import("rust")} */
export let rust;
/** @type {WebAssembly.Memory} */
let memory;
/** @type {WebAssembly.Global<"i32">} */
let stackPointer;
/** @type {number} */
let stackTop;
/** The region of wasm's memory through which texts go in and out. @type {Uint8Array<ArrayBuffer>} */
let region;
/** Whether Rust must be made ready for a run: before the first one, and after one that did not come back. */
let unready = true;
/**
 * Whether this is where Node's Buffer is, which reads and writes short texts twice as fast as TextDecoder and TextEncoder.
 * @type {boolean}
 */
let hasBuffer;
/** @type {TextEncoder} */
let encoder;
/** @type {TextDecoder} */
let decoder;

/**
 * Says where the compiled module comes from. An entry file does nothing else. Nothing is compiled before it is used.
 * @param {() => WebAssembly.Module} load
 */
export function provide(load) {
  loadModule ??= load;
}

/** Gives Rust's exports. Starts Rust on the first use, and mends it after a run that did not come back. */
export function start() {
  if (rust === undefined) {
    requireGlobals();
    // Evaluated here and not at import, because the bindings want a TextDecoder at once. The bundler turns the require
    // into a call within the bundle.
    const bindings = /** @type {typeof import("rust")} */ (require("rust"));
    const exports = instantiate(bindings);
    bindings.__wbg_set_wasm(exports);
    exports.__wbindgen_start();
    hasBuffer = globalThis.Buffer !== undefined;
    encoder = new TextEncoder();
    decoder = new TextDecoder();
    memory = exports.memory;
    stackPointer = exports.__stack_pointer;
    stackTop = stackPointer.value;
    rust = bindings;
  }
  if (unready) mend();
  return rust;
}

function requireGlobals() {
  const { WebAssembly, TextEncoder, TextDecoder } = globalThis;
  for (const [name, value] of Object.entries({ WebAssembly, TextEncoder, TextDecoder })) {
    if (value !== undefined) continue;
    throw failure("wasm_unavailable", undefined, `This environment has no ${name}. ${name === "WebAssembly" ? BACKEND : JSDOM}`);
  }
}

const BACKEND = "Let your backend make the whole token, and take it with fogbender-token/page, which needs no WebAssembly.";
const JSDOM = "Jest's jsdom lacks it. Set globalThis.TextEncoder and TextDecoder from node:util in a setup file.";

/**
 * @param {object} bindings
 * @returns {WasmExports}
 */
function instantiate(bindings) {
  try {
    const imports = { "./fogbender_token_bg.js": /** @type {WebAssembly.ModuleImports} */ (bindings) };
    return /** @type {WasmExports} */ (new WebAssembly.Instance(loadModule(), imports).exports);
  } catch (cause) {
    if (!hasSimd()) throw failure("wasm_unavailable", undefined, NO_SIMD, cause);
    const { message } = /** @type {Error} */ (cause);
    throw failure("wasm_blocked", undefined, `WebAssembly could not be compiled here (${message}). ${BLOCKED}`, cause);
  }
}

const BLOCKED =
  "On a page, the Content-Security-Policy's script-src needs 'wasm-unsafe-eval'. In an edge runtime, the bundler must resolve " +
  "the package with the runtime's condition, workerd or edge-light. Nitro and Nuxt need experimental.wasm. OpenNext needs " +
  "fogbender-token in serverExternalPackages.";
const NO_SIMD = "This environment's WebAssembly has no SIMD, which fogbender-token needs. Use a CPU with SSE4.1, or Safari 16.4 or newer.";

/** Whether WebAssembly's SIMD is there: asked by the smallest module that has a SIMD instruction. */
function hasSimd() {
  const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];
  try {
    return WebAssembly.validate(new Uint8Array(bytes));
  } catch {
    return true;
  }
}

/**
 * Mends what a run left half-done that did not come back, such as a stack overflow that the caller caught. This is done
 * before the next run, not where the error was thrown, because there the stack may still be full.
 */
function mend() {
  stackPointer.value = stackTop;
  region = viewOf(4096);
  unready = false;
}

/**
 * A view of the region with room for `bytes` bytes.
 * @param {number} bytes
 */
function viewOf(bytes) {
  // The address comes first: reserving may grow the memory, which detaches every view of it.
  const address = rust.reserve(bytes);
  return hasBuffer ? Buffer.from(memory.buffer, address, bytes) : new Uint8Array(memory.buffer, address, bytes);
}

/**
 * Begins a run: makes room for `bytes` bytes of input and gives the view to write them to.
 * @param {number} bytes
 */
export function room(bytes) {
  start();
  unready = true;
  // A view that memory.grow detached has no length.
  if (region.length < bytes) region = viewOf(bytes);
  return region;
}

/**
 * Begins a run with a text and gives its length in bytes. What Rust answers goes through `written`, `accepted` or `end`.
 * @param {string} text
 */
export function begin(text) {
  // In UTF-8, a UTF-16 code unit takes at most three bytes.
  return encodeInto(text, room(text.length * 3));
}

/**
 * Writes a text as UTF-8 and gives its length in bytes.
 * @param {string} text
 * @param {Uint8Array<ArrayBuffer>} view
 */
export const encodeInto = (text, view) => (hasBuffer ? /** @type {Buffer} */ (view).write(text) : encoder.encodeInto(text, view).written);

/**
 * Ends a run that came back with an answer.
 * @template T
 * @param {T} answer
 */
export function end(answer) {
  unready = false;
  return answer;
}

/** Deeper than any work with a key reaches. */
const STACK_BYTES = 16_384;

/** Wipes the stack, where work with a key leaves copies of it. Outside of a run, nothing there is in use. */
export function wipeStack() {
  // Where wasm could not be started, there is none.
  if (rust === undefined) return;
  new Uint8Array(memory.buffer, stackTop - STACK_BYTES, STACK_BYTES).fill(0);
}

/**
 * Ends a run with what Rust answered. `undefined` is a refusal, and is thrown with all of its problems.
 * @template T
 * @param {T | undefined} answer
 * @returns {T}
 */
export function accepted(answer) {
  if (answer === undefined) throw refusal();
  return end(answer);
}

/**
 * Ends a run with the text of `length` bytes that Rust wrote. 0 is a refusal.
 * @param {number} length
 */
export function written(length) {
  if (length === 0) throw refusal();
  unready = false;
  if (region.length < length) region = viewOf(length);
  return hasBuffer ? /** @type {Buffer} */ (region).toString("utf8", 0, length) : decoder.decode(region.subarray(0, length));
}

/** Ends a run with its problems, as an error. */
export function refusal() {
  unready = true;
  return new FogbenderTokenError(end(rust.problems()).map(inJavaScript));
}

/** Names of options in a message. Rust writes them in snake_case. */
const OPTIONS = /\b(issued_at|expires_in_seconds|not_before_seconds|clock_tolerance_seconds)\b/g;

/**
 * A problem with the names that options have in JavaScript.
 * @param {Problem} problem
 */
function inJavaScript(problem) {
  const camelCase = (/** @type {string} */ text) =>
    text.replace(OPTIONS, (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase()));
  if (problem.field !== undefined) problem.field = camelCase(problem.field);
  problem.message = camelCase(problem.message);
  return problem;
}
