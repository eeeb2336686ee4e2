import "./module-edge-light.js";

export * from "./api.js";
