/** @import { ErrorCode, Problem } from "../entries/index.d.ts" */

/** Shared by all copies of this package in one process, such as its ESM and its CommonJS form. */
const BRAND = Symbol.for("fogbender-token.error");

/** What every function of this package throws. */
export class FogbenderTokenError extends Error {
  /**
   * @param {Problem[]} problems never empty
   * @param {ErrorOptions} [options]
   */
  constructor(problems, options) {
    super(problems.map((problem) => problem.message).join(" "), options);
    this.code = problems[0].code;
    if (problems[0].field !== undefined) this.field = problems[0].field;
    this.problems = problems;
  }
}

// Not in the class's body: there, its own name makes bundlers rename it, and each stack would begin with _FogbenderTokenError.
Object.defineProperty(FogbenderTokenError, Symbol.hasInstance, {
  /** @param {unknown} value */
  value(value) {
    try {
      // biome-ignore lint/suspicious/noPrototypeBuiltins: a class's prototype has it
      return value instanceof Error && BRAND in value && (this === FogbenderTokenError || this.prototype.isPrototypeOf(value));
    } catch {
      // Not everything that is thrown can be looked at: a revoked Proxy can't.
      return false;
    }
  },
});

Object.defineProperty(FogbenderTokenError.prototype, BRAND, { value: true });

// On the prototype, as the built-in errors have it, so that it is no own property to be logged with every error.
Object.defineProperty(FogbenderTokenError.prototype, "name", { value: "FogbenderTokenError", configurable: true, writable: true });

/**
 * An error of a single problem.
 * @param {ErrorCode} code
 * @param {string | undefined} field
 * @param {string} message
 * @param {unknown} [cause]
 */
export function failure(code, field, message, cause) {
  const problem = field === undefined ? { code, message } : { code, field, message };
  return new FogbenderTokenError([problem], cause === undefined ? {} : { cause });
}
