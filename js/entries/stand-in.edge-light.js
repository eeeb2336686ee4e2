import "./module-edge-light.js";

export * from "../stand-in.js";
