import "./inlined.js";

export * from "../server/stand-in.js";
