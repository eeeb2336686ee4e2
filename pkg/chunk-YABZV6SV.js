var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// js/core/error.js
var BRAND = /* @__PURE__ */ Symbol.for("fogbender-token.error");
var FogbenderTokenError = class extends Error {
  /**
   * @param {Problem[]} problems never empty
   * @param {ErrorOptions} [options]
   */
  constructor(problems, options) {
    super(problems.map((problem) => problem.message).join(" "), options);
    this.code = problems[0].code;
    if (problems[0].field !== void 0) this.field = problems[0].field;
    this.problems = problems;
  }
};
Object.defineProperty(FogbenderTokenError, Symbol.hasInstance, {
  value(value) {
    try {
      const isOurs = value instanceof Error && BRAND in value;
      return this === FogbenderTokenError ? isOurs : isOurs && this.prototype.isPrototypeOf(value);
    } catch {
      return false;
    }
  }
});
Object.defineProperty(FogbenderTokenError.prototype, BRAND, { value: true });
Object.defineProperty(FogbenderTokenError.prototype, "name", { value: "FogbenderTokenError", configurable: true, writable: true });
function failure(code, field, message, cause) {
  const problem = field === void 0 ? { code, message } : { code, field, message };
  return new FogbenderTokenError([problem], cause === void 0 ? void 0 : { cause });
}

// js/core/kinds.js
function looked(look, otherwise) {
  try {
    return look();
  } catch {
    return otherwise;
  }
}
function kindOf(value) {
  if (value === null || value === void 0) return String(value);
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (typeof value === "string") return value === "" ? "an empty string" : "a string";
  if (typeof value !== "object") return `a ${typeof value}`;
  if (isArray(value)) return "an array";
  if (isPromise(value)) return "a Promise";
  const tag = looked(() => Object.prototype.toString.call(value).slice(8, -1), "");
  return BUILT_IN.has(tag) ? `a ${tag}` : "an object";
}
var BUILT_IN = /* @__PURE__ */ new Set([
  "Date",
  "Map",
  "RegExp",
  "Set",
  "WeakMap",
  "WeakSet",
  "Headers",
  "FormData",
  "Request",
  "Response",
  "Uint8Array"
]);
var isPromise = (value) => typeof value === "object" && value !== null && looked(() => typeof value.then === "function", false);
var isArray = (value) => looked(() => Array.isArray(value), false);
var isRecord = (value) => typeof value === "object" && value !== null && !isArray(value) && !isPromise(value);
var shownName = (name) => /^[\x21-\x7e]{1,24}$/.test(name) ? name : name.length > 24 ? "(a long name)" : "(an unprintable name)";

// js/core/values.js
var LONE_SURROGATE = /\p{Surrogate}/u;
var isWellFormed = (text) => !LONE_SURROGATE.test(text);
function readable(name, read) {
  try {
    return read();
  } catch (cause) {
    throw cause instanceof FogbenderTokenError ? cause : unreadable(name, cause);
  }
}
var unreadable = (name, cause) => failure(
  "not_readable",
  name,
  `${name} could not be read, because its own code threw an error. The cause of this error is what it threw.`,
  cause
);
var MAX_LENGTH = 65536;
function within(name, text) {
  if (text.length <= MAX_LENGTH) return text;
  throw failure(
    "too_large",
    name,
    `${name} is too long: a userJWT has at most 65,536 characters. Leave out what does not identify the user.`
  );
}

// js/core/options.js
function readOptions(options, known) {
  const copy = /* @__PURE__ */ Object.create(null);
  if (options === void 0) return copy;
  return readable("options", () => {
    if (!isPlain(options)) throw notPlain(options, known);
    const unknown = Object.keys(options).filter((name) => !known.includes(name));
    if (unknown.length > 0) throw new FogbenderTokenError(unknown.map((name) => unknownOption(name, known)));
    return Object.assign(copy, options);
  });
}
function fill(options, blank, problems) {
  if (options === void 0) return blank;
  try {
    if (!isPlain(options)) {
      problems.push(...notPlain(options, Object.keys(blank)).problems);
      return blank;
    }
    for (const name of Object.keys(options)) {
      if (Object.hasOwn(blank, name)) blank[name] = options[name];
      else problems.push(unknownOption(name, Object.keys(blank)));
    }
  } catch (cause) {
    throw unreadable("options", cause);
  }
  return blank;
}
function isPlain(value) {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}
function unknownOption(name, known) {
  const field = shownName(name);
  return { code: "option_unknown", field, message: `${field} is not an option here. The options are: ${known.join(", ")}.` };
}
function notPlain(options, known) {
  const hint = isPromise(options) ? " Did you forget await?" : "";
  return failure(
    "not_an_object",
    "options",
    `options must be a plain object with ${known.join(", ")}, and it is ${kindOf(options)}.${hint}`
  );
}
function seconds(name, value, problems, other = "") {
  if (value === void 0) return NaN;
  if (typeof value === "number" && !Number.isNaN(value)) return value;
  const way = kindOf(value) === "a Date" ? ` ${/In|Before/.test(name) ? FROM_NOW : SINCE_1970}` : "";
  problems.push({
    code: "option_invalid",
    field: name,
    message: `${name} must be a number of seconds${other}, and it is ${kindOf(value)}.${way}`
  });
  return NaN;
}
var SINCE_1970 = "Write Math.floor(date.getTime() / 1000).";
var FROM_NOW = "Write the seconds from now: Math.floor((date.getTime() - Date.now()) / 1000).";

export {
  __esm,
  __export,
  __toCommonJS,
  FogbenderTokenError,
  failure,
  kindOf,
  isPromise,
  isRecord,
  shownName,
  isWellFormed,
  readable,
  unreadable,
  within,
  readOptions,
  fill,
  isPlain,
  seconds
};
