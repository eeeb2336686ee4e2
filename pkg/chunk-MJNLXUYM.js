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

export {
  __esm,
  __export,
  __toCommonJS,
  FogbenderTokenError,
  failure
};
