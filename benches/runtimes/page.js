// The browser build in a page, beside what exists: by hand, fogbender's checkToken, jose's decoders. Bundled into one
// script, which leaves two functions for the one who drives the page.
import { checkToken } from "fogbender";
import { assembleToken, decodeUserJWT, explainToken } from "fogbender-token";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { batch, measure, ratios } from "../measure.js";
import { identity, USER_JWT, widgetId } from "../payload.js";

const token = { widgetId, ...identity, userJWT: USER_JWT };

function checked(parts) {
  const problems = checkToken(parts);
  if (problems !== undefined) throw new Error(JSON.stringify(problems));
  return parts;
}

/** As most code has it, and right for ASCII alone. */
function decodeAscii(userJWT) {
  const [header, claims] = userJWT.split(".").map((part) => part.replaceAll("-", "+").replaceAll("_", "/"));
  return { header: JSON.parse(atob(header)), claims: JSON.parse(atob(claims)) };
}

function decodeUtf8(userJWT) {
  const read = (part) => {
    const binary = atob(part.replaceAll("-", "+").replaceAll("_", "/"));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0))));
  };
  const [header, claims] = userJWT.split(".");
  return { header: read(header), claims: read(claims) };
}

/** Which fields are signed, for a token that is right in all else. */
function compare(given) {
  const { claims } = decodeUtf8(checked(given).userJWT);
  const state = (field) => (field in claims ? (claims[field] === given[field] ? "signed" : "mismatch") : "unsigned");
  return Object.fromEntries(Object.keys(identity).map((field) => [field, state(field)]));
}

const CASES = {
  "assemble and check a token": {
    "fogbender-token": () => assembleToken({ widgetId, ...identity, userJWT: USER_JWT }),
    "fogbender's `checkToken`": () => checked({ widgetId, ...identity, userJWT: USER_JWT }),
  },
  "decode a userJWT": {
    "fogbender-token": () => decodeUserJWT(USER_JWT),
    "by hand: `JSON.parse(atob(…))`, ASCII alone": () => decodeAscii(USER_JWT),
    "by hand: with `TextDecoder`": () => decodeUtf8(USER_JWT),
    "jose's `decodeProtectedHeader`, `decodeJwt`": () => ({
      header: decodeProtectedHeader(USER_JWT),
      claims: decodeJwt(USER_JWT),
    }),
  },
  "explain a token": {
    "fogbender-token": () => explainToken(token).fields,
    "by hand: `checkToken`, decode, compare the fields": () => compare(token),
  },
};

/** What each gives, to be proven. */
globalThis.outputs = () =>
  Object.fromEntries(
    Object.entries(CASES).map(([task, calls]) => [task, Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, call()]))]),
  );

/** How many times as long each takes as ours. */
globalThis.measured = async (pace) => {
  const found = {};
  for (const [task, calls] of Object.entries(CASES)) {
    const batches = Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, batch(call)]));
    found[task] = ratios(await measure(batches, pace), "fogbender-token");
  }
  return found;
};
