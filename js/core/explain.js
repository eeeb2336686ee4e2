/** @import { Explanation, ExplainOptions, Problem, VerifyOptions } from "../entries/index.d.ts" */
import { FogbenderTokenError } from "./error.js";
import { kindOf } from "./kinds.js";
import { readOptions, seconds } from "./options.js";
import { pastedText } from "./token.js";
import { accepted, begin, rust } from "./wasm.js";

/** The kinds of signature that a workspace can be set to, by the number that Rust takes. */
const SIGNATURE_TYPES = ["jwt", "hmac", "paseto"];

/**
 * Explains what was pasted without the secret.
 * @param {unknown} input
 * @param {ExplainOptions} [options]
 */
export const explainUnverified = (input, options) => explainWith(() => rust, input, options);

/**
 * Explains what was pasted; `explainer` gives what has Rust's `explain`.
 * @param {() => Pick<typeof import("rust"), "explain">} explainer
 * @param {unknown} input
 * @param {ExplainOptions} [options]
 * @returns {Explanation}
 */
export function explainWith(explainer, input, options) {
  const { now, tolerance, signatureType } = readExplaining(options);
  const length = begin(pastedText(input));
  return accepted(explainer().explain(length, now, tolerance, signatureType));
}

/** @param {ExplainOptions} [options] */
function readExplaining(options) {
  const { signatureType = "jwt", ...given } = readOptions(options, ["now", "clockToleranceSeconds", "signatureType"]);
  /** @type {Problem[]} */
  const problems = [];
  const times = readTimes(given, problems);
  if (!SIGNATURE_TYPES.includes(signatureType)) {
    const message = `signatureType must be "jwt", "hmac" or "paseto"${typeof signatureType === "string" ? "" : `, and it is ${kindOf(signatureType)}`}. Give one of them.`;
    problems.push({ code: "option_invalid", field: "signatureType", message });
  }
  if (problems.length > 0) throw new FogbenderTokenError(problems);
  return { ...times, signatureType: SIGNATURE_TYPES.indexOf(signatureType) };
}

/**
 * The clock's reading and the tolerance, in seconds.
 * @param {VerifyOptions} options
 * @param {Problem[]} problems
 */
export function readTimes({ now, clockToleranceSeconds }, problems) {
  return {
    now: now === undefined ? Date.now() / 1000 : seconds("now", now, problems),
    tolerance: clockToleranceSeconds === undefined ? 0 : seconds("clockToleranceSeconds", clockToleranceSeconds, problems),
  };
}
