// Browsers: the module without signing.
import "./inlined.js";

export * from "./api-browser.js";
