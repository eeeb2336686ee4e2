import { takeKeyAsGiven, takeKeys } from "./secret.js";
import { jwtText } from "./signer.js";
import { jsonText, optionsText } from "./values.js";
import { accepted, call, refusal, start, written } from "./wasm.js";

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

export function decodeUserJWT(userJWT) {
  return JSON.parse(written(call((length) => start().decode(length), jwtText(userJWT))));
}

export function explainToken(token, secret, options) {
  const text = jsonText("token", token);
  const rest = optionsText(options);
  if (secret === undefined) return accepted(call((given, length) => start().explain(given, length), text, rest));
  const keys = takeKeys(secret, takeKeyAsGiven);
  return accepted(call((given, length) => start().explain_any(keys, given, length), text, rest));
}
