// The compiled module as text in the bundle: for every runtime that compiles bytes.
import base64 from "wasm";
import { provide } from "../wasm.js";

provide(() => new WebAssembly.Module(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))));
