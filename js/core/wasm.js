import { failure, FogbenderTokenError } from "./error.js";

let loadModule;
/** Rust's exports, once `start` has run. */
export let rust;
let memory;
let stackPointer;
let stackTop;
let input;
/** Whether Rust must be made ready for a run: before the first, and after one that did not come back. */
let inside = true;
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
    rust = bindings;
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

/** Begins a run: makes room for `bytes` bytes of input and gives the view to write them to. */
export function room(bytes) {
  start();
  inside = true;
  // A view that memory.grow detached has no length.
  if (input.length < bytes) input = viewOf(bytes);
  return input;
}

/**
 * Begins a run with a text and, on a line before it, what goes with it; gives the length of both in bytes. What Rust
 * answers to that goes through `written`, `accepted` or `end`.
 * @param {string} text
 * @param {string} [options] has no line breaks
 */
export function begin(text, options = "") {
  const both = `${options}\n${text}`;
  // In UTF-8, no UTF-16 code unit takes more than three bytes.
  return encodeInto(both, room(both.length * 3));
}

/** Writes a text as UTF-8 and gives its length in bytes. */
export const encodeInto = (text, view) => encoder.encodeInto(text, view).written;

/** Ends a run that came back with an answer. */
export function end(answer) {
  inside = false;
  return answer;
}

/** Deeper than any work with a key reaches. */
const STACK_BYTES = 16_384;

/** Wipes the stack, where work with a key leaves copies of it: outside of a run, nothing there is in use. */
export function wipeStack() {
  // Where wasm could not be started, there is none.
  if (rust === undefined) return;
  new Uint8Array(memory.buffer, stackTop - STACK_BYTES, STACK_BYTES).fill(0);
}

/** Ends a run with what Rust answered; `undefined` is a refusal, and is thrown with all of its problems. */
export function accepted(answer) {
  if (answer === undefined) throw refusal();
  return end(answer);
}

/** Ends a run with the text of `length` bytes that Rust wrote; none is a refusal. */
export function written(length) {
  if (length === 0) throw refusal();
  const address = end(rust.output());
  return decoder.decode(new Uint8Array(memory.buffer, address, length));
}

/** Ends a run with its problems, as an error. */
export function refusal() {
  inside = true;
  return new FogbenderTokenError(end(rust.problems()));
}
