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
  /** @param {unknown} value */
  value(value) {
    try {
      return value instanceof Error && BRAND in value && (this === FogbenderTokenError || this.prototype.isPrototypeOf(value));
    } catch {
      return false;
    }
  }
});
Object.defineProperty(FogbenderTokenError.prototype, BRAND, { value: true });
Object.defineProperty(FogbenderTokenError.prototype, "name", { value: "FogbenderTokenError", configurable: true, writable: true });
function failure(code, field, message, cause) {
  const problem = field === void 0 ? { code, message } : { code, field, message };
  return new FogbenderTokenError([problem], cause === void 0 ? {} : { cause });
}

// js/core/token.js
var NO_JSON = Object.freeze({ "": 0 });

// js/entries/in-browser.js
function refuse() {
  throw failure(
    "secret_in_browser",
    "secret",
    "The secret must never be in a browser, so this build cannot sign or verify. Do it on your backend. If this is a server, import from fogbender-token/server."
  );
}
export {
  refuse as createStandIn
};
