import "./module-workerd.js";

export * from "../stand-in.js";
