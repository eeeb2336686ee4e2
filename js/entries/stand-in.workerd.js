import "./module-workerd.js";
import "../core/error-help.js";

export * from "../server/stand-in.js";
