// What is in an answer.
import { FogbenderTokenError } from "../../core/error.js";
import { decodeUserJWT } from "../../entries/api.js";
import { FIELDS } from "../../server/identity.js";

const SIGNATURES = ["userJWT", "userHMAC", "userPaseto", "userToken"];
const JWT = /eyJ[A-Za-z0-9_-]+\.eyJ[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*/;

/** An answer's body as JSON; `undefined` when it is none. */
export function jsonOf({ text }) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The object that carries a signature: the answer, or what it has under `token`, `signatures`, `data`, … The token first. A
 * userJWT may stand under another name, too.
 */
export function signedPart(answer) {
  const parts = objects(jsonOf(answer), 4)
    .map(withUserJWT)
    .filter((part) => SIGNATURES.some((name) => typeof part[name] === "string"));
  return parts.find((part) => "userId" in part) ?? parts[0];
}

function withUserJWT(part) {
  if (typeof part.userJWT === "string") return part;
  const userJWT = Object.values(part).find(
    (value) => typeof value === "string" && JWT.test(value) && typeof decoded(value).claims?.userId === "string",
  );
  return userJWT === undefined ? part : { ...part, userJWT };
}

function objects(value, depth) {
  if (typeof value !== "object" || value === null || depth === 0) return [];
  return [value, ...Object.values(value).flatMap((member) => objects(member, depth - 1))];
}

/** Whether an answer carries a signature, in whatever form. */
export const hasSignature = (answer) => JWT.test(answer.text) || signedPart(answer) !== undefined;

/** Header and claims of a userJWT, or the error that says why there are none. */
export function decoded(userJWT) {
  try {
    return decodeUserJWT(userJWT);
  } catch (error) {
    if (error instanceof FogbenderTokenError) return { error };
    throw error;
  }
}

/** Whom an answer speaks of: the six fields as they were signed and as they stand beside, and older signatures. */
export function identityOf(answer) {
  const part = signedPart(answer);
  if (part === undefined) return undefined;
  const { claims = {} } = typeof part.userJWT === "string" ? decoded(part.userJWT) : {};
  const identity = {};
  for (const field of FIELDS) identity[field] = { signed: claims[field], beside: part[field] };
  return { ...identity, userHMAC: part.userHMAC };
}

/** The fields in which two identities differ. */
export const differences = (one, other) => Object.keys(one).filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]));

/** The headers that carry a userJWT, or, where they lead elsewhere, any JWT. A session's own JWT in a cookie is as it should be. */
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

/** Whether a text shows where in the server's code something broke. */
export const hasStackTrace = (text) => TRACES.some((trace) => trace.test(text));
