import { isCopy, jsonText, optionsText, readable, snapshot } from "./values.js";
import { accepted, call, refusal, rust } from "./wasm.js";

export function assembleToken(parts) {
  return accepted(call((length) => rust.assemble(length), tokenText(parts)));
}

export function checkToken(token) {
  if (token === undefined || call((length) => rust.assemble(length), tokenText(token)) !== undefined) return undefined;
  const messages = new Map();
  for (const { field, message } of refusal().problems) {
    messages.set(field, messages.has(field) ? `${messages.get(field)} ${message}` : message);
  }
  return Object.fromEntries(messages);
}

export function explainUnverified(token, options) {
  const text = tokenText(token);
  return accepted(call((given, rest) => rust.explain(given, rest), text, optionsText(options)));
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
