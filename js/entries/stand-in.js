import "./inlined.js";

export * from "../stand-in.js";
