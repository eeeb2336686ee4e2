import "./module-workerd.js";

export * from "../server/stand-in.js";
