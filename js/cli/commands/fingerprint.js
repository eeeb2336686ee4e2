import { secretFingerprint } from "../../entries/api.js";
import { secret } from "../environment.js";

export const fingerprint = {
  summary: "8 hex digits that tell one FOGBENDER_SECRET from another and give nothing of it away",
  operands: "",
  options: {},
  run: () => ({ plain: secretFingerprint(secret()) }),
};
