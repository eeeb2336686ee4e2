import { createRequire } from "node:module";
import { runCopies } from "../suite.js";

const memories = new Set();
WebAssembly.Instance = class extends WebAssembly.Instance {
  constructor(module, imports) {
    super(module, imports);
    memories.add(this.exports.memory);
  }
};
// After the line above, so that it sees what importing does.
const lib = await import("fogbender-token");
const require = createRequire(import.meta.url);
const result = await runCopies(lib, require("fogbender-token"), memories);
const entry = require.resolve("fogbender-token");
console.log(JSON.stringify({ runtime: `Node ${process.version}, import beside require`, entry, ...result }));
