/**
 * @import { SignOptions } from "../../entries/index.d.ts"
 * @import { Command } from "../commands.js"
 */
import { signUserJWT } from "../../entries/api.js";
import { secret } from "../environment.js";
import { readIdentity } from "../input.js";
import { SIGNING } from "../options.js";

/** @type {Command<SignOptions>} */
export const sign = {
  summary: "reads an identity, and prints its userJWT",
  options: {
    ...SIGNING,
    partial: { about: "sign an identity that lacks fields (anyone can edit what is not signed)" },
  },
  async run({ operands, options }) {
    const identity = await readIdentity(operands);
    return { value: { userJWT: signUserJWT(identity, /** @type {string} */ (secret()), options) } };
  },
};
