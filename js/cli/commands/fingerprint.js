/** @import { Command } from "../commands.js" */
import { secretFingerprint } from "../../entries/api.js";
import { secret } from "../environment.js";

/** @type {Command<object>} */
export const fingerprint = {
  summary: "prints 8 hex digits that tell one FOGBENDER_SECRET from another, and nothing else about it",
  operands: "",
  options: {},
  run: () => ({ plain: secretFingerprint(/** @type {string} */ (secret())) }),
};
