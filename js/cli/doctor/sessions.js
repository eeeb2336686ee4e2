/**
 * @import { Identity } from "../../entries/index.d.ts"
 * @import { Session, User, Whom } from "./types.d.ts"
 */
import { validateHeaderName, validateHeaderValue } from "node:http";
import { UsageError } from "../arguments.js";

/**
 * The users to ask as: what is given twice is for two users, what is given once is for both. Beside a cookie, a header that is
 * given once is no session but goes with every request, such as one that lets through to a preview; Authorization never does.
 * @param {string[]} cookies
 * @param {string[]} headers each `Name: value`
 * @returns {{ sessions: Session[], always: Session }} the headers of each user: none, one or two
 */
export function sessionsOf(cookies, headers) {
  /** @type {Map<string, string[]>} */
  const values = new Map();
  const cookieHeaders = cookies.map((cookie) => valid("cookie", cookie.replace(/^cookie:\s*/i, "")));
  if (cookies.length > 0) values.set("cookie", cookieHeaders);
  for (const header of headers) {
    const [, name, value] = /^\s*([^:\s]+)\s*:\s*(.*)$/s.exec(header) ?? refuse('--header takes "Name: value".');
    const key = name.toLowerCase();
    values.set(key, [...(values.get(key) ?? []), valid(key, value.trim())]);
  }
  /** @type {Session} */
  const always = {};
  for (const [name, list] of values) {
    if (list.length > 2) refuse("A cookie or a header was given three times. Give it once, or once for each of two users.");
    if (cookies.length === 0 || list.length > 1 || name === "cookie" || name === "authorization") continue;
    always[name] = list[0];
    values.delete(name);
  }
  const count = Math.max(0, ...[...values.values()].map((list) => list.length));
  const ofUser = (/** @type {number} */ user) => Object.fromEntries([...values].map(([name, list]) => [name, list[user] ?? list[0]]));
  return { sessions: Array.from({ length: count }, (_, user) => ofUser(user)), always };
}

/**
 * @param {string} name
 * @param {string} value
 */
function valid(name, value) {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
  } catch {
    refuse("A cookie or a header has a character that no header can carry. Copy it again, on one line.");
  }
  return value;
}

/**
 * @param {string} message
 * @returns {never}
 */
function refuse(message) {
  throw new UsageError(message);
}

/**
 * What no output may show: each cookie's value, and of another header the last word, such as what follows Bearer.
 * @param {Session[]} sessions
 * @returns {string[]}
 */
export const credentialsOf = (sessions) =>
  sessions.flatMap((session) =>
    Object.entries(session).flatMap(([name, value]) =>
      name === "cookie" ? cookiesOf(value).map(([, each]) => each) : value.split(/\s+/).slice(-1),
    ),
  );

/**
 * The cookies in a Cookie header, as names and values.
 * @param {string} header
 */
const cookiesOf = (header) =>
  header.split(";").map((cookie) => {
    const at = cookie.indexOf("=");
    return at === -1 ? [cookie.trim(), ""] : [cookie.slice(0, at).trim(), cookie.slice(at + 1).trim()];
  });

/**
 * The same cookies and headers with values that no server gave out; where a value is the user's id or email in clear, another's.
 * @param {Session} session
 * @param {Whom | undefined} identity
 * @param {User} other
 */
export function forged(session, identity, other) {
  const forge = (/** @type {string} */ value) => {
    const field = Object.keys(other).find((name) => {
      const { signed, beside } = identity?.[/** @type {keyof Identity} */ (name)] ?? {};
      return value !== "" && decodeURIComponentSafely(value) === (signed ?? beside);
    });
    return field === undefined ? "fogbender-token-doctor" : encodeURIComponent(other[field]);
  };
  return Object.fromEntries(
    Object.entries(session).map(([name, value]) => [
      name,
      name === "cookie"
        ? cookiesOf(value)
            .map(([cookie, each]) => `${cookie}=${forge(each)}`)
            .join("; ")
        : value.replace(/\S+$/, (credential) => forge(credential)),
    ]),
  );
}

/** @param {string} text */
function decodeURIComponentSafely(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
