import * as rust from "../target/wasm/fogbender_token_bg.js";
import { FogbenderTokenError } from "./error.js";

/** The length of a text that is too long to be copied in: more than any input has, so Rust refuses it. */
const TOO_LONG = 0xffffffff;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

let loadModule;
let memory;
let limit;
let input;

/**
 * Says where the compiled module comes from, which is all that an entry file does. Nothing is compiled before it is used.
 * @param {() => WebAssembly.Module} load
 */
export function provide(load) {
  loadModule ??= load;
}

/** Rust's exports, started on first use. */
export function start() {
  if (memory === undefined) {
    const { exports } = new WebAssembly.Instance(loadModule(), { "./fogbender_token_bg.js": rust });
    rust.__wbg_set_wasm(exports);
    exports.__wbindgen_start();
    limit = rust.limit();
    memory = exports.memory;
    reserve(4096);
  }
  return rust;
}

function reserve(bytes) {
  // The address first: reserving may grow the memory, which detaches every view of it.
  const address = rust.reserve(bytes);
  input = new Uint8Array(memory.buffer, address, bytes);
}

/** Makes room for `bytes` bytes of input and gives the view to write them to. */
export function room(bytes) {
  start();
  // A view that memory.grow detached has no length.
  if (input.length < bytes) reserve(Math.max(bytes, 4096));
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
  if (first.length > limit) return run(TOO_LONG, 0);
  const fits = second.length <= limit;
  // In UTF-8, no UTF-16 code unit takes more than three bytes.
  const view = room((first.length + (fits ? second.length : 0)) * 3);
  const written = encoder.encodeInto(first, view).written;
  if (!fits) return run(written, TOO_LONG);
  return run(written, second === "" ? 0 : encoder.encodeInto(second, view.subarray(written)).written);
}

/** What Rust answered; `undefined` is a refusal, and is thrown with all of its problems. */
export function accepted(answer) {
  if (answer === undefined) throw refusal();
  return answer;
}

/** The text of `length` bytes that Rust wrote; none is a refusal. */
export function written(length) {
  if (length === 0) throw refusal();
  return decoder.decode(new Uint8Array(memory.buffer, rust.output(), length));
}

/** The problems of the call before, as an error. */
export const refusal = () => new FogbenderTokenError(rust.problems());
