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
  summary: "reads an identity, and prints the token that the widget takes",
  options: { "widget-id": { takes: "ID", about: "the workspace's widgetId, required" }, ...SIGNING },
  async run({ operands, options }) {
    const identity = await readIdentity(operands);
    return { value: createToken(identity, /** @type {string} */ (secret()), options) };
  },
};
