// What is found without knowing the secret.
/** @import { Form } from "./types.d.ts" */
import { FogbenderTokenError } from "../../core/error.js";
import { decodeUserJWT } from "../../entries/api.js";
import { unsignedFields } from "../unsigned.js";

/** What frameworks put into the page; the last prefix, SvelteKit's and Astro's, is a common word too. */
const PUBLIC_NAME = new RegExp(
  "\\b(?:(?:NEXT_PUBLIC|NUXT_PUBLIC|EXPO_PUBLIC|PLASMO_PUBLIC|VITE|REACT_APP|VUE_APP|NG_APP|GATSBY|STORYBOOK|RAZZLE)_" +
    "|PUBLIC_(?=[A-Z0-9_]*FOGBENDER))(?:[A-Z0-9_]*_)?SECRET[A-Z0-9_]*",
  "g",
);
const HARD_CODED_SECRET = /FOGBENDER_[A-Z_]*SECRET[A-Z_]*\\?["'`]?\s*(?:[:=]|\?\?|\|\|)\s*\\?["'`]?[A-Za-z0-9+/]{32}(?![A-Za-z0-9+/])/g;
export const HARD_CODED_KEY = /widgetKey\\?["'`]?\s*[:=]\s*\\?["'`][0-9a-f]{19}\\?["'`]/g;
const JWT = /eyJ[A-Za-z0-9_-]+\.eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+/g;

/** A name of the WebAssembly that signs, which no minifier changes; the one for browsers has no key. */
const SIGNING_WASM = /__wbg_key_free/g;

/** @param {string[]} texts */
const pieces = (...texts) => texts.map((text) => Buffer.from(text));

/** @type {Form[]} */
export const PATTERNS = [
  {
    kind: "a public name for a secret",
    fix: "Builds put the value of such a variable into the page. Name it FOGBENDER_SECRET, and read it on the server alone.",
    pieces: pieces("SECRET"),
    pattern: PUBLIC_NAME,
  },
  {
    kind: "a hard-coded secret",
    fix: "Reset the secret in Fogbender's settings, and read it from the server's environment.",
    pieces: pieces("FOGBENDER_"),
    pattern: HARD_CODED_SECRET,
  },
  {
    kind: "a hard-coded widgetKey",
    fix: "Whoever reads it can be any user. Leave it out where users sign in.",
    pieces: pieces("widgetKey"),
    pattern: HARD_CODED_KEY,
  },
  {
    kind: serverBuildKind,
    fix: "Here is the code that signs, which must not be on a page. Import fogbender-token in server code alone, or build with the condition browser.",
    pieces: pieces("__wbg_key_free"),
    pattern: SIGNING_WASM,
    once: true,
  },
  {
    kind: userJWTKind,
    fix: "Whoever reads it is this user at Fogbender. Do not ship it, but fetch it for the user of the session.",
    // How the headers {"alg":…, {"typ":… and {"kid":… begin in base64url.
    pieces: pieces("eyJhbGciO", "eyJ0eXAiO", "eyJraWQiO"),
    pattern: JWT,
    isLong: true,
  },
];

/**
 * A JWT that names a user as Fogbender's do is one person's; others are none of our business.
 * @param {string} jwt
 */
function userJWTKind(jwt) {
  let claims;
  try {
    claims = decodeUserJWT(jwt).claims;
  } catch (error) {
    if (error instanceof FogbenderTokenError) return undefined;
    throw error;
  }
  if (typeof claims.userId !== "string") return undefined;
  const unsigned = unsignedFields({ userJWT: jwt }).map(({ field }) => field);
  return unsigned.length === 0 ? "a userJWT" : `a userJWT that leaves ${unsigned.join(", ")} unsigned`;
}

/**
 * Others' WebAssembly may have a key too.
 * @param {string} _
 * @param {Buffer} bytes
 */
function serverBuildKind(_, bytes) {
  return bytes.includes("fogbender_token_bg") ? "this package's server build" : undefined;
}
