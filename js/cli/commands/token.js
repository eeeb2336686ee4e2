import { createToken } from "../../entries/api.js";
import { secret } from "../environment.js";
import { readInput } from "../input.js";
import { readObject } from "../json-text.js";
import { SIGNING } from "../options.js";

export const token = {
  summary: "reads an identity, and prints the token that the widget takes",
  options: { "widget-id": { takes: "ID", about: "the workspace's widgetId, required" }, ...SIGNING },
  async run({ operands, options }) {
    return { value: createToken(readObject(await readInput(operands)), secret(), options) };
  },
};
