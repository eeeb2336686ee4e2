import { secretFingerprint } from "../../entries/api.js";
import { secret } from "../environment.js";

export const fingerprint = {
  summary: "prints 8 hex digits that tell one FOGBENDER_SECRET from another, and nothing else about it",
  operands: "",
  options: {},
  run: () => ({ plain: secretFingerprint(secret()) }),
};
