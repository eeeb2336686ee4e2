import { signUserJWT } from "../../entries/api.js";
import { secret } from "../environment.js";
import { readInput } from "../input.js";
import { readObject } from "../json-text.js";
import { SIGNING } from "../options.js";

export const sign = {
  summary: "reads an identity, and prints its userJWT",
  options: {
    ...SIGNING,
    partial: { about: "sign an identity that lacks fields (anyone can edit what is not signed)" },
  },
  async run({ operands, options }) {
    return { value: { userJWT: signUserJWT(readObject(await readInput(operands)), secret(), options) } };
  },
};
