/**
 * @import { TokenOptions } from "../../entries/index.d.ts"
 * @import { Command } from "../commands.js"
 */
import { createToken } from "../../entries/api.js";
import { secret } from "../environment.js";
import { readIdentity } from "../input.js";
import { SIGNING } from "../options.js";

/** @type {Command<TokenOptions>} */
export const token = {
  summary: "an identity in, the token that the widget takes out",
  options: { "widget-id": { takes: "ID", about: "the workspace's widgetId, required" }, ...SIGNING },
  async run({ operands, options }) {
    const identity = await readIdentity(operands);
    return { value: createToken(identity, /** @type {string} */ (secret()), options) };
  },
};
