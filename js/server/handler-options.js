// Reads the options of createSignaturesHandler. What is wrong with them is found when the handler is made.
/** @import { HandlerOptions } from "../entries/index.d.ts" */
import { failure } from "../core/error.js";
import { readOptions } from "../core/options.js";
import { all, checkSigning, SIGNING_OPTIONS, signingWith } from "./signing.js";

/** @type {(keyof HandlerOptions)[]} */
const OPTIONS = [...SIGNING_OPTIONS, "identify", "origins", "onError"];

/** @param {HandlerOptions} options */
export function readSettings(options) {
  if (options === undefined)
    throw failure(
      "not_an_object",
      "options",
      `options must be an object with ${OPTIONS.join(", ")}, and it is undefined. Give secret and identify.`,
    );
  const given = readOptions(options, OPTIONS);
  const { identify, origins = [], onError = (error) => console.error(error) } = given;
  all(
    () => checkSigning(given),
    () => checkFunction("identify", identify, "that gives the identity of the session's user, or nothing"),
    () => checkFunction("onError", onError, "that is given an error"),
    () => checkOrigins(origins),
  );
  const right = /** @type {HandlerOptions} */ (given);
  return { identify: right.identify, onError, origins: [...origins], sign: signingWith(right) };
}

/**
 * @param {string} name
 * @param {unknown} value
 * @param {string} does
 */
function checkFunction(name, value, does) {
  if (typeof value !== "function") throw failure("option_invalid", name, `${name} must be a function ${does}.`);
}

/** @param {unknown} origins */
function checkOrigins(origins) {
  const isOrigin = (/** @type {unknown} */ origin) =>
    typeof origin === "string" && URL.canParse(origin) && new URL(origin).origin === origin;
  if (Array.isArray(origins) && origins.every(isOrigin)) return;
  throw failure("option_invalid", "origins", 'origins must be a list of origins such as "https://app.example.com", without a path or "*".');
}
