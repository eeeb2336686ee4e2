import "./module-edge-light.js";

export * from "../server/stand-in.js";
