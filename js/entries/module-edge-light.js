// Vercel's edge runtime, and so Next.js: the same, by an import with ?module.
import module from "./fogbender_token.wasm?module";
import { provide } from "../core/wasm.js";

provide(() => module);
