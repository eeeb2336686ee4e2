/**
 * @import { ExplainOptions } from "../../entries/index.d.ts"
 * @import { Command } from "../commands.js"
 */
import { FogbenderTokenError } from "../../core/error.js";
import { explainToken } from "../../entries/api.js";
import { secrets } from "../environment.js";
import { readInput } from "../input.js";
import { readObject } from "../json-text.js";
import { JUDGING } from "../options.js";
import { explanation } from "../report.js";

const STATUS = { accepted: 0, refused: 1, crashes: 1, unknown: 3 };

/** @type {Command<ExplainOptions>} */
export const explain = {
  summary: "reads a token, an endpoint's answer or a userJWT, and says what Fogbender would decide and why",
  options: {
    "signature-type": { takes: "TYPE", about: "what the workspace is set to: jwt, hmac or paseto (default: jwt)" },
    ...JUDGING,
  },
  async run({ operands, options }) {
    const text = await readInput(operands);
    const result = explained(text, options);
    return { value: result, lines: explanation(result), status: STATUS[result.verdict] };
  },
};

/**
 * @param {string} text
 * @param {ExplainOptions} options
 */
function explained(text, options) {
  try {
    return explainToken(text, secrets(), options);
  } catch (error) {
    // JSON that is broken: say where.
    if (error instanceof FogbenderTokenError && error.code === "not_an_object" && text.startsWith("{")) readObject(text);
    throw error;
  }
}
