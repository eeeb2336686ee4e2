export * from "./signing.js";
export * from "./token.js";
export * from "./explaining.js";
export * from "./errors.js";
export * from "./endpoint.js";
