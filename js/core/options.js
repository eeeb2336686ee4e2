import { FogbenderTokenError } from "./error.js";
import { isPromise, kindOf, shownName } from "./kinds.js";
import { readable } from "./values.js";

/**
 * The own members of an options object, each read once, in an object that inherits nothing: so what somebody added to
 * `Object.prototype` is no option. A name that is not known is an error, never ignored.
 * @param {unknown} options what the caller gave; `undefined` is no options
 * @param {readonly string[]} known the names of the options that exist here
 * @returns {Record<string, any>}
 */
export function readOptions(options, known) {
  if (options === undefined) return Object.create(null);
  return readable("options", () => {
    if (!isPlain(options)) refuse(`options must be an object with ${known.join(", ")}, and it is ${kindOf(options)}.${awaitHint(options)}`);
    const unknown = Object.keys(options).filter((name) => !known.includes(name));
    if (unknown.length > 0) throw new FogbenderTokenError(unknown.map((name) => unknownOption(name, known)));
    return Object.assign(Object.create(null), options);
  });
}

/** One problem for an option that does not exist. */
export const unknownOption = (name, known) => ({
  code: "option_unknown",
  field: shownName(name),
  message: `${shownName(name)} is not an option here. The options are: ${known.join(", ")}.`,
});

const awaitHint = (value) => (isPromise(value) ? " Did you forget await?" : "");

/** Whether an object was written as a literal: its members are all there is to it. */
function isPlain(value) {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function refuse(message) {
  throw new FogbenderTokenError([{ code: "not_an_object", field: "options", message }]);
}
