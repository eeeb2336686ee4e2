import { randomBytes } from "node:crypto";

export const secret = {
  summary: "prints a fresh secret for local work (production's is in Fogbender's settings)",
  operands: "",
  options: {},
  run: () => ({ plain: randomBytes(24).toString("base64") }),
};
