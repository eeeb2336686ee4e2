// node --jitless has no WebAssembly, as a browser in lockdown mode; --no-enable-sse4-1 leaves it without SIMD; with
// --conditions=browser, browsers' entry.
import * as lib from "fogbender-token";
import { runUnstartable } from "../suite.js";

const entry = import.meta.resolve("fogbender-token");
const signingCode = entry.endsWith("/browser.js") ? "secret_in_browser secret" : "wasm_unavailable";
const result = await runUnstartable(lib, "wasm_unavailable", signingCode);
console.log(JSON.stringify({ runtime: `Node ${process.version}, ${process.execArgv.join(" ")}`, entry, ...result }));
