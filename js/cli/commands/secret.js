/** @import { Command } from "../commands.js" */
import { randomBytes } from "node:crypto";

/** @type {Command<object>} */
export const secret = {
  summary: "prints a fresh secret for local work (production's is in Fogbender's settings)",
  operands: "",
  options: {},
  run: () => ({ plain: randomBytes(24).toString("base64") }),
};
