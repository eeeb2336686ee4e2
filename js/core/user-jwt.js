import { failure } from "./error.js";
import { within } from "./values.js";
import { begin, rust, written } from "./wasm.js";

/** A userJWT as a caller gave it, if it is text at all. */
export function jwtText(userJWT) {
  if (typeof userJWT === "string") return within("userJWT", userJWT);
  const kind = userJWT === null ? "null" : typeof userJWT;
  throw failure("jwt_not_string", "userJWT", `userJWT must be a string, and it is ${kind}.`);
}

export function decodeUserJWT(userJWT) {
  const length = begin(jwtText(userJWT));
  return JSON.parse(written(rust.decode(length)));
}
