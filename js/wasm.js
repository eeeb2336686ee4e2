import { failure, FogbenderTokenError } from "./error.js";

/** The length of a text that is too long to be copied in: more than any input has, so Rust refuses it. */
const TOO_LONG = 0xffffffff;

let loadModule;
/** Rust's exports, once `start` has run. */
export let rust;
let memory;
let stackPointer;
let stackTop;
let limit;
let input;
let inside = false;
let encoder;
let decoder;

/**
 * Says where the compiled module comes from, which is all that an entry file does. Nothing is compiled before it is used.
 * @param {() => WebAssembly.Module} load
 */
export function provide(load) {
  loadModule ??= load;
}

/** Gives Rust's exports, started on first use, and mended where they must be. Never from within a run. */
export function start() {
  if (rust === undefined) {
    // Evaluated here, not at import, because it wants a TextDecoder at once: an environment without one gets an error
    // that says so. The bundler makes the require a call within the bundle.
    requireGlobals();
    const bindings = require("rust");
    const { exports } = instantiate(bindings);
    bindings.__wbg_set_wasm(exports);
    exports.__wbindgen_start();
    encoder = new TextEncoder();
    decoder = new TextDecoder();
    memory = exports.memory;
    stackPointer = exports.__stack_pointer;
    stackTop = stackPointer.value;
    limit = bindings.limit();
    rust = bindings;
    inside = true;
  }
  if (inside) mend();
  return rust;
}

function requireGlobals() {
  for (const name of ["WebAssembly", "TextEncoder", "TextDecoder"]) {
    if (globalThis[name] === undefined) {
      const way = name === "WebAssembly" ? "" : " Jest's jsdom environment lacks it: set globalThis.TextEncoder and TextDecoder from node:util in a setup file.";
      throw failure("wasm_unavailable", undefined, `This environment has no ${name}, which fogbender-token needs.${way}`);
    }
  }
}

function instantiate(bindings) {
  try {
    return new WebAssembly.Instance(loadModule(), { "./fogbender_token_bg.js": bindings });
  } catch (cause) {
    const ways =
      "On a page, the Content-Security-Policy's script-src needs 'wasm-unsafe-eval'. In an edge runtime, the bundler must " +
      "resolve the package with the runtime's condition, workerd or edge-light.";
    throw failure("wasm_blocked", undefined, `WebAssembly could not be compiled here (${cause?.message}). ${ways}`, cause);
  }
}

/** Runs Rust, in the knowledge of whether the run came back. */
export function enter(run, first, second) {
  inside = true;
  const result = run(first, second);
  inside = false;
  return result;
}

/**
 * Makes the first view of the input; and mends what a run that did not come back, such as a stack overflow that the caller
 * caught, left half-done: before the next run, and not where it was thrown, because there the stack may still be full.
 */
function mend() {
  stackPointer.value = stackTop;
  input = viewOf(4096);
  inside = false;
}

/** A view of Rust's input with room for `bytes` bytes. */
function viewOf(bytes) {
  // The address first: reserving may grow the memory, which detaches every view of it.
  const address = rust.reserve(bytes);
  return new Uint8Array(memory.buffer, address, bytes);
}

/** Makes room for `bytes` bytes of input and gives the view to write them to. */
export function room(bytes) {
  start();
  // A view that memory.grow detached has no length.
  if (input.length < bytes) input = enter(viewOf, Math.max(bytes, 4096));
  return input;
}

/**
 * Writes two texts one behind the other into Rust's input and calls `run` with their lengths in bytes.
 * @template T
 * @param {(first: number, second: number) => T} run
 * @param {string} first
 * @param {string} [second]
 */
export function call(run, first, second = "") {
  start();
  if (first.length > limit) return enter(run, TOO_LONG, 0);
  const fits = second.length <= limit;
  // In UTF-8, no UTF-16 code unit takes more than three bytes.
  const view = room((first.length + (fits ? second.length : 0)) * 3);
  const written = encoder.encodeInto(first, view).written;
  if (second === "") return enter(run, written, 0);
  const behind = fits ? encoder.encodeInto(second, view.subarray(written)).written : TOO_LONG;
  return enter(run, written, behind);
}

/** The same for any number of texts. */
export function callMany(run, texts) {
  start();
  const fits = texts.map((text) => text.length <= limit);
  const view = room(3 * texts.reduce((sum, text, index) => (fits[index] ? sum + text.length : sum), 0));
  let end = 0;
  const lengths = texts.map((text, index) => {
    if (!fits[index]) return TOO_LONG;
    const { written } = encoder.encodeInto(text, view.subarray(end));
    end += written;
    return written;
  });
  try {
    return enter(() => run(...lengths));
  } finally {
    // One of them may be somebody's secret.
    room(end).fill(0, 0, end);
    wipeStack();
  }
}

/** Deeper than any work with a key reaches. */
const STACK_BYTES = 16_384;

/** Wipes the stack, where work with a key leaves copies of it: outside of a run, nothing there is in use. */
export function wipeStack() {
  // Where wasm could not be started, there is none.
  if (rust === undefined) return;
  new Uint8Array(memory.buffer, stackTop - STACK_BYTES, STACK_BYTES).fill(0);
}

/** What Rust answered; `undefined` is a refusal, and is thrown with all of its problems. */
export function accepted(answer) {
  if (answer === undefined) throw refusal();
  return answer;
}

/** The text of `length` bytes that Rust wrote; none is a refusal. */
export function written(length) {
  if (length === 0) throw refusal();
  return decoder.decode(new Uint8Array(memory.buffer, enter(rust.output), length));
}

/** The problems of the call before, as an error. */
export const refusal = () => new FogbenderTokenError(enter(rust.problems));
