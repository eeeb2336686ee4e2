import "./inlined.js";

export * from "./api.js";
