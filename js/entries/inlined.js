// The compiled module as text in the bundle: for every runtime that compiles bytes.
import base64 from "wasm";
import { provide } from "../wasm.js";

provide(() => new WebAssembly.Module(bytes()));

/** The text's bytes, at once where there is a Buffer: a callback for each byte would be most of a cold start. */
function bytes() {
  if (globalThis.Buffer) return globalThis.Buffer.from(base64, "base64");
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}
