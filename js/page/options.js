/** @import { ErrorCode } from "../entries/index.d.ts" */
import { failure } from "../core/error.js";

/**
 * The options, unless one of them does not exist here. On a page this takes the place of core/options.js, which is larger.
 * @template {object} T
 * @param {T} options
 * @param {readonly string[]} known
 */
export function checkOptions(options, known) {
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined) refuse(unknown, `is not an option here. The options are: ${known.join(", ")}.`, "option_unknown");
  return options;
}

/**
 * @param {string} name
 * @param {string} why
 * @param {ErrorCode} [code]
 * @returns {never}
 */
export function refuse(name, why, code = "option_invalid") {
  throw failure(code, name, `${name} ${why}`);
}
