export * from "./signing.cjs";
export * from "./token.cjs";
export * from "./explaining.cjs";
export * from "./errors.cjs";
export * from "./endpoint.cjs";
