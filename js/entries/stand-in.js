import "./inlined.js";
import "../core/error-help.js";

export * from "../server/stand-in.js";
