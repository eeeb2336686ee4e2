import { isCopy, jsonText, optionsText, readable, snapshot } from "./values.js";
import { accepted, begin, end, refusal, rust } from "./wasm.js";

export function assembleToken(parts) {
  const length = begin(tokenText(parts));
  return accepted(rust.assemble(length));
}

export function checkToken(token) {
  if (token === undefined) return undefined;
  let length;
  try {
    length = begin(tokenText(token));
  } catch (error) {
    if (error.code !== "too_large") throw error;
    return { token: error.message };
  }
  if (end(rust.assemble(length)) !== undefined) return undefined;
  const messages = new Map();
  for (const { field, message } of refusal().problems) {
    messages.set(field, messages.has(field) ? `${messages.get(field)} ${message}` : message);
  }
  return Object.fromEntries(messages);
}

export function explainUnverified(token, options) {
  const length = begin(tokenText(token), optionsText(options));
  return accepted(rust.explain(length));
}

/**
 * A token as JSON text. The widget tells a user and a visitor by a key that may be inherited; such a key is shown as
 * undefined, because the widget's frame gets a copy of the token, and copies inherit nothing.
 */
export function tokenText(token) {
  const copy = snapshot("token", token);
  if (isCopy(copy)) {
    for (const key of ["userId", "visitor"]) {
      if (!(key in copy) && !(key in Object.prototype) && readable("token", () => key in token)) copy[key] = undefined;
    }
  }
  return jsonText("token", copy);
}
