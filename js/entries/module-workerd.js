// Cloudflare Workers: workerd compiles no bytes, but gives a compiled module for an import.
import module from "./fogbender_token.wasm";
import { provide } from "../core/wasm.js";

provide(() => module);
