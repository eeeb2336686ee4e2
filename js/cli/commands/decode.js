/** @import { Command } from "../commands.js" */
import { decodeUserJWT } from "../../entries/api.js";
import { readInput, userJWTIn } from "../input.js";
import { members } from "../report.js";

/** @type {Command<object>} */
export const decode = {
  summary: "reads a userJWT, and prints header and claims, NOT verified",
  options: {},
  async run({ operands }) {
    const decoded = decodeUserJWT(userJWTIn(await readInput(operands)));
    const lines = [
      "NOT verified. Whoever made this userJWT could write anything.",
      "Header",
      ...members(decoded.header, 2),
      "Claims",
      ...members(decoded.claims, 2),
    ];
    return { value: decoded, lines };
  },
};
