import base64 from "../target/wasm/optimized.wasm";
import { provide } from "./wasm.js";

provide(() => new WebAssembly.Module(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))));
