// Node, Bun, Deno, and whatever else no condition names.
import "./inlined.js";

export * from "./api.js";
