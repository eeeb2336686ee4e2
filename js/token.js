import { jsonText, optionsText } from "./values.js";
import { accepted, call, refusal, start } from "./wasm.js";

export function assembleToken(parts) {
  return accepted(call((length) => start().assemble(length), jsonText("token", parts)));
}

export function checkToken(token) {
  if (token === undefined || call((length) => start().check(length), jsonText("token", token))) return undefined;
  const messages = new Map();
  for (const { field, message } of refusal().problems) {
    messages.set(field, messages.has(field) ? `${messages.get(field)} ${message}` : message);
  }
  return Object.fromEntries(messages);
}

export function explainUnverified(token, options) {
  const text = jsonText("token", token);
  return accepted(call((given, rest) => start().explain(given, rest), text, optionsText(options)));
}
