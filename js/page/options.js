/**
 * @import { ErrorCode } from "../entries/index.d.ts"
 * @import { TokenRequestOptions } from "../entries/page.d.ts"
 */
import { failure } from "../core/error.js";

/**
 * The options, when nothing is wrong with them or with the address. On a page this takes the place of core/options.js,
 * which is larger.
 * @template {TokenRequestOptions} T
 * @param {string | URL} url
 * @param {T | undefined} options
 * @param {string} more names of options, beside those of every request
 */
export function checkOptions(url, options = /** @type {T} */ ({}), more) {
  if (typeof (Object(url).href ?? url) !== "string" || !url) refuse("url", "must be the address of your endpoint.");
  const names = `headers, credentials, fetch, expect, ${more}`;
  if (!isPlain(options)) refuse("options", `must be a plain object with ${names}.`, "not_an_object");
  for (const [name, value] of Object.entries(options)) {
    if (!names.split(", ").includes(name)) refuse(name, `is not an option. The options are: ${names}.`, "option_unknown");
    if (value === undefined) continue;
    if (name === "fetch" && typeof value !== "function") refuse(name, "must be a function.");
    if (name === "expect" && !isPlain(value)) refuse(name, "must be a plain object.");
    if (name === "refreshBeforeSeconds" && !(typeof value === "number" && value >= 0))
      refuse(name, "must be a number of seconds, 0 or more.");
  }
  return options;
}

/**
 * A list, a Promise or a Map has no options to read.
 * @param {unknown} value
 */
const isPlain = (value) => ({}).toString.call(value) === "[object Object]";

/**
 * @param {string} name
 * @param {string} why
 * @param {ErrorCode} [code]
 * @returns {never}
 */
export function refuse(name, why, code = "option_invalid") {
  throw failure(code, name, `${name} ${why}`);
}
