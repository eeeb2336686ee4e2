// Node, Bun, Deno, and whatever else no condition names.
import "./inlined.js";
import "../core/error-help.js";

export * from "./api.js";
