import { failure } from "./error.js";
import { isPromise, kindOf } from "./kinds.js";
import { within } from "./values.js";
import { begin, rust, written } from "./wasm.js";

/**
 * A userJWT as a caller gave it, if it is text at all.
 * @param {unknown} userJWT
 */
export function jwtText(userJWT) {
  if (typeof userJWT === "string") return within("userJWT", userJWT);
  const hint = isPromise(userJWT) ? " Did you forget await?" : "";
  throw failure("jwt_not_string", "userJWT", `userJWT must be a string, and it is ${kindOf(userJWT)}.${hint}`);
}

/** @type {typeof import("../entries/index.d.ts").decodeUserJWT} */
export function decodeUserJWT(userJWT) {
  const length = begin(jwtText(userJWT));
  return JSON.parse(written(rust.decode(length)));
}
