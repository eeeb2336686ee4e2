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

// js/error.js
var BRAND = /* @__PURE__ */ Symbol.for("fogbender-token.error");
var FogbenderTokenError = class _FogbenderTokenError extends Error {
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
  static [Symbol.hasInstance](value) {
    const isOurs = value instanceof Error && BRAND in value;
    return this === _FogbenderTokenError ? isOurs : isOurs && this.prototype.isPrototypeOf(value);
  }
};
Object.defineProperty(FogbenderTokenError.prototype, BRAND, { value: true });
Object.defineProperty(FogbenderTokenError.prototype, "name", { value: "FogbenderTokenError", configurable: true, writable: true });
function failure(code, field, message, cause) {
  const problem = field === void 0 ? { code, message } : { code, field, message };
  return new FogbenderTokenError([problem], cause === void 0 ? void 0 : { cause });
}

// js/values.js
var LONE_SURROGATE = /\p{Surrogate}/u;
var isWellFormed = (text) => !LONE_SURROGATE.test(text);
function readable(name, read) {
  try {
    return read();
  } catch (cause) {
    throw failure("not_readable", name, `${name} could not be read: a getter, a toJSON or a Proxy of its own threw.`, cause);
  }
}
var NOTHING = Object.freeze(/* @__PURE__ */ Object.create(null));
var bare = (members) => Object.assign(Object.create(NOTHING), members);
var snapshot = (name, object) => readable(name, () => {
  const hasToJSON = typeof object?.toJSON === "function" && object.toJSON !== Object.prototype.toJSON;
  const given = hasToJSON ? object.toJSON() : object;
  if (Array.isArray(given)) return [];
  if (!isObject(given)) return given;
  return isOrdinary(given) ? bare(given) : /* @__PURE__ */ new Map();
});
var isOrdinary = (object) => Object.getPrototypeOf(object) === Object.prototype || Object.prototype.toString.call(object) === "[object Object]";
var isCopy = (value) => isObject(value) && Object.getPrototypeOf(value) === NOTHING;
var isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var MARK = "";
var jsonText = (name, copy) => within(
  name,
  readable(name, () => isPlain(copy) ? JSON.stringify(copy) : MARK + JSON.stringify(described(copy, 2)))
);
var MAX_LENGTH = 65536;
function within(name, text) {
  if (text.length <= MAX_LENGTH) return text;
  throw failure("too_large", name, `${name} is larger than a userJWT of 65,536 characters can be: leave out what does not identify the user.`);
}
var readBack = (text) => JSON.parse(text.replace(MARK, ""));
var optionsText = (options) => options === void 0 ? "" : jsonText("options", snapshot("options", options));
function refuseUnknown(options, known) {
  if (!isCopy(options)) throw failure("not_an_object", "options", `options must be an object with ${known.join(", ")}.`);
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== void 0) {
    const shown = unknown.length > 24 ? "(a long name)" : unknown;
    throw failure("option_unknown", shown, `${shown} is not an option here; these are: ${known.join(", ")}.`);
  }
}
function isPlain(copy) {
  if (!isCopy(copy)) return false;
  for (const name in copy) {
    const value = copy[name];
    if (typeof value !== "string" && !Number.isFinite(value) && typeof value !== "boolean") return false;
  }
  return true;
}
var foreign = (name) => Object.setPrototypeOf([name], null);
function described(value, depth) {
  switch (typeof value) {
    case "string":
      return isWellFormed(value) ? value : foreign("ill-formed");
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : foreign(String(value));
    case "object": {
      if (value === null) return null;
      if (Array.isArray(value)) return foreign("array");
      if (depth === 0 || !isOrdinary(value)) return foreign("object");
      return bare(Object.fromEntries(Object.entries(value).map(([name, member]) => [name, described(member, depth - 1)])));
    }
    default:
      return foreign(typeof value);
  }
}

export {
  __esm,
  __export,
  __toCommonJS,
  FogbenderTokenError,
  failure,
  isWellFormed,
  readable,
  bare,
  snapshot,
  isCopy,
  jsonText,
  within,
  readBack,
  optionsText,
  refuseUnknown
};
