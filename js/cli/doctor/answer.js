// What is in an answer.
/** @import { Answer, Part, Whom } from "./types.d.ts" */
import { FogbenderTokenError } from "../../core/error.js";
import { decodeUserJWT } from "../../entries/api.js";
import { FIELDS } from "../../server/identity.js";

const SIGNATURES = ["userJWT", "userHMAC", "userPaseto", "userToken"];
const JWT = /eyJ[A-Za-z0-9_-]+\.eyJ[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*/;

/**
 * An answer's body as JSON; `undefined` when it is none.
 * @param {Answer} answer
 * @returns {unknown}
 */
function jsonOf({ text }) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The object that carries a signature: the answer, or what it has under `token`, `signatures`, `data`, … The token first. A
 * userJWT may stand under another name, too.
 * @param {Answer} answer
 * @returns {Part | undefined}
 */
export function signedPart(answer) {
  const parts = objects(jsonOf(answer), 4)
    .map(withUserJWT)
    .filter((part) => SIGNATURES.some((name) => typeof part[name] === "string"));
  return parts.find((part) => "userId" in part) ?? parts[0];
}

/** @param {Part} part */
function withUserJWT(part) {
  if (typeof part.userJWT === "string") return part;
  const userJWT = Object.values(part).find(
    (value) => typeof value === "string" && JWT.test(value) && typeof decoded(value).claims?.userId === "string",
  );
  return userJWT === undefined ? part : { ...part, userJWT };
}

/**
 * @param {unknown} value
 * @param {number} depth
 * @returns {Part[]}
 */
function objects(value, depth) {
  if (typeof value !== "object" || value === null || depth === 0) return [];
  return [/** @type {Part} */ (value), ...Object.values(value).flatMap((member) => objects(member, depth - 1))];
}

/**
 * Whether an answer carries a signature, in whatever form.
 * @param {Answer} answer
 */
export const hasSignature = (answer) => JWT.test(answer.text) || signedPart(answer) !== undefined;

/**
 * Header and claims of a userJWT, or the error that says why there are none.
 * @param {string} userJWT
 * @returns {Partial<ReturnType<typeof decodeUserJWT>> & { error?: FogbenderTokenError }}
 */
export function decoded(userJWT) {
  try {
    return decodeUserJWT(userJWT);
  } catch (error) {
    if (error instanceof FogbenderTokenError) return { error };
    throw error;
  }
}

/**
 * Whom an answer speaks of: the six fields as they were signed and as they stand beside, and older signatures.
 * @param {Part} part the one that carries the signature
 */
export function identityIn(part) {
  const { claims = {} } = typeof part.userJWT === "string" ? decoded(part.userJWT) : {};
  const whom = /** @type {Whom} */ ({});
  for (const field of FIELDS) whom[field] = { signed: claims[field], beside: part[field] };
  whom.userHMAC = part.userHMAC;
  return whom;
}

/**
 * The fields in which two identities differ.
 * @param {Whom} one
 * @param {Whom} other
 */
export const differences = (one, other) =>
  /** @type {(keyof Whom)[]} */ (Object.keys(one)).filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]));

/**
 * The headers that carry a userJWT, or, where they lead elsewhere, any JWT. A session's own JWT in a cookie is as it should be.
 * @param {Answer} answer
 */
export const headersWithToken = ({ headers }) =>
  Object.entries(headers)
    .filter(([name, value]) => {
      const [jwt] = JWT.exec(String(value)) ?? [];
      return jwt !== undefined && (name === "location" || typeof decoded(jwt).claims?.userId === "string");
    })
    .map(([name]) => name);

const TRACES = [
  /\bat [^\n]{0,200}\([^\n()]{1,300}:\d+:\d+\)/,
  /node_modules[\\/]/,
  /\bat [\w.$]+\([\w$]+\.(?:java|kt|scala):\d+\)/,
  /Traceback \(most recent call last\)/,
  /File "[^"\n]{1,300}", line \d+/,
  /\.rb:\d+:in [`']/,
  /goroutine \d+ \[/,
  /\.(?:php|phtml)(?: on line |\()\d+/,
  /thread '[^'\n]{1,100}' [^\n]{0,40}panicked at/,
  / in [A-Za-z]:\\[^\n]{1,300}:line \d+/,
];

/**
 * Whether a text shows where in the server's code something broke.
 * @param {string} text
 */
export const hasStackTrace = (text) => TRACES.some((trace) => trace.test(text));
