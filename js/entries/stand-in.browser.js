// Browsers hold no secret to stand in with.
export { createStandIn } from "./in-browser.js";
