// The compiled module as text in the bundle: for every runtime that compiles bytes.
import hex from "wasm";
import { provide } from "../core/wasm.js";

provide(() => new WebAssembly.Module(bytes()));

/** The text's bytes, at once where the runtime can: a step for each byte would be most of a cold start. */
function bytes() {
  if (Uint8Array.fromHex) return Uint8Array.fromHex(hex);
  if (globalThis.Buffer) return globalThis.Buffer.from(hex, "hex");
  const bytes = new Uint8Array(hex.length / 2);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}
