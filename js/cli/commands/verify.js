/**
 * @import { VerifyOptions } from "../../entries/index.d.ts"
 * @import { Command } from "../commands.js"
 */
import { verifyUserJWT } from "../../entries/api.js";
import { secrets } from "../environment.js";
import { readInput, userJWTIn } from "../input.js";
import { JUDGING } from "../options.js";
import { members } from "../report.js";

/** @type {Command<VerifyOptions>} */
export const verify = {
  summary: "reads a userJWT, verifies it, and prints its claims",
  options: JUDGING,
  async run({ operands, options }) {
    const claims = verifyUserJWT(userJWTIn(await readInput(operands)), /** @type {string | string[]} */ (secrets()), options);
    return { value: claims, lines: ["The userJWT is verified. It says:", ...members(claims, 2)] };
  },
};
