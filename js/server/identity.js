/**
 * @import { Identity, Problem, SignOptions } from "../entries/index.d.ts"
 * @typedef {{ [Field in keyof Identity]?: unknown }} Unchecked
 * @typedef {{ [Field in keyof Identity]?: string }} Texts
 */
import { isPromise, isRecord, kindOf, shownName } from "../core/kinds.js";
import { fill, isPlain, seconds } from "../core/options.js";
import { readable, unreadable } from "../core/values.js";

/** The identity's fields, in the order in which they are signed. A test compares them with FIELDS of src/rules. @type {(keyof Identity)[]} */
export const FIELDS = ["userId", "customerId", "customerName", "userEmail", "userName", "userAvatarUrl"];

/** Shows what somebody has added to Object.prototype, which is nobody's field. */
const NOBODY = {};

/**
 * The six fields of an identity, each read once and by its name, in a fresh literal: whatever else the object has is not
 * signed. What is wrong becomes a problem, and its field is left out.
 * @param {unknown} identity
 * @param {Problem[]} problems
 * @returns {Texts | undefined}
 */
export function readIdentity(identity, problems) {
  let fields;
  try {
    const given = /** @type {Unchecked} */ (identity);
    fields = isPolluted() ? readOwn(given) : readAll(given);
  } catch (cause) {
    if (isRecord(identity)) throw unreadable("identity", cause);
  }
  if (fields === undefined || !isRight(fields, identity)) return mend(identity, fields, problems);
  return /** @type {Texts} */ (fields);
}

/**
 * A literal, because V8 reads and writes these most quickly. A picture that is null is none.
 * @param {Unchecked} identity
 * @returns {Unchecked}
 */
function readAll({ userId, customerId, customerName, userEmail, userName, userAvatarUrl }) {
  return { userId, customerId, customerName, userEmail, userName, userAvatarUrl: userAvatarUrl ?? undefined };
}

/** Each name is written out, because V8 then knows the answer, while a loop costs a tenth of a signature. */
const isPolluted = () =>
  "toJSON" in NOBODY ||
  "userId" in NOBODY ||
  "customerId" in NOBODY ||
  "customerName" in NOBODY ||
  "userEmail" in NOBODY ||
  "userName" in NOBODY ||
  "userAvatarUrl" in NOBODY;

/**
 * The same where Object.prototype has such a member: it shadows what is not the identity's own or its class's.
 * @param {Unchecked} identity
 */
function readOwn(identity) {
  const has = (/** @type {string} */ name) => {
    for (let at = identity; at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
      if (Object.hasOwn(at, name)) return true;
    }
    return false;
  };
  const fields = Object.fromEntries(FIELDS.map((name) => [name, has(name) ? identity[name] : undefined]));
  return { ...readAll(fields), toJSON: undefined };
}

/** @param {unknown} value */
const isText = (value) => typeof value === "string" || value === undefined;

/**
 * @param {Unchecked} fields
 * @param {unknown} identity
 */
function isRight({ userId, customerId, customerName, userEmail, userName, userAvatarUrl }, identity) {
  return (
    typeof userId === "string" &&
    isText(customerId) &&
    isText(customerName) &&
    isText(userEmail) &&
    isText(userName) &&
    isText(userAvatarUrl) &&
    typeof identity === "object"
  );
}

/**
 * What can still be checked of an identity that is wrong: its texts.
 * @param {unknown} identity
 * @param {Unchecked | undefined} fields
 * @param {Problem[]} problems
 */
function mend(identity, fields, problems) {
  if (!isRecord(identity) || isBuiltIn(identity)) {
    const hint = isPromise(identity) ? " Did you forget await?" : "";
    const message = `identity must be an object with ${FIELDS.slice(0, 5).join(", ")}, and it is ${kindOf(identity)}.${hint}`;
    problems.push({ code: "not_an_object", field: "identity", message });
    return undefined;
  }
  // Inherits nothing, so no toJSON that somebody has added to Object.prototype.
  const texts = Object.create(null);
  for (const name of FIELDS) {
    const value = fields?.[name];
    if (typeof value === "string") texts[name] = value;
    else if (value !== undefined && value !== null) problems.push(notText(name, value));
  }
  return texts;
}

/** @param {unknown} value */
const isBuiltIn = (value) => /^a /.test(kindOf(value));

/**
 * @param {string} name
 * @param {unknown} value
 * @returns {Problem}
 */
export function notText(name, value) {
  const field = shownName(name);
  /** @type {Record<string, string>} */
  const ways = { number: ` Write String(${field}).`, "a Promise": " Did you forget await?" };
  const way = ways[typeof value] ?? ways[kindOf(value)] ?? "";
  return { code: "field_not_string", field, message: `${field} must be a string, and it is ${kindOf(value)}.${way}` };
}

/**
 * Claims beside the identity as JSON text; an object that inherits nothing has no toJSON either.
 * @param {unknown} claims
 * @param {Problem[]} problems
 */
function claimsText(claims, problems) {
  if (claims === undefined) return "";
  if (!readable("claims", () => isPlain(claims))) {
    const message = `claims must be a plain object of strings, and it is ${kindOf(claims)}.`;
    problems.push({ code: "option_invalid", field: "claims", message });
    return "";
  }
  const texts = Object.create(null);
  for (const [name, value] of readable("claims", () => Object.entries(/** @type {object} */ (claims)))) {
    if (typeof value === "string") texts[name] = value;
    else problems.push(notText(name, value));
  }
  return JSON.stringify(texts);
}

/** Fresh every time, because it is filled in. @returns {SignOptions} */
const blank = () => ({
  claims: undefined,
  partial: undefined,
  expiresInSeconds: undefined,
  notBeforeSeconds: undefined,
  issuedAt: undefined,
});

/**
 * What is asked of signing, as Rust takes it.
 * @param {unknown} options
 * @param {Problem[]} problems
 */
export function readSigning(options, problems) {
  const given = options === undefined ? BLANK : fill(options, blank(), problems);
  return toRust(given, given.partial, problems);
}

const secondsNow = () => Math.floor(Date.now() / 1000);

const BLANK = Object.freeze(blank());

/**
 * The options for signing that stand among others. A token is never partial, so `partial` is not read from them.
 * @param {Omit<SignOptions, "partial">} options
 * @param {boolean | undefined} partial
 * @param {Problem[]} problems
 */
export function toRust({ claims, expiresInSeconds, notBeforeSeconds, issuedAt }, partial = false, problems) {
  if (typeof partial !== "boolean") {
    problems.push({ code: "option_invalid", field: "partial", message: `partial must be true or false, and it is ${kindOf(partial)}.` });
  }
  const leavesOutIat = issuedAt === false;
  // Without any time, nobody needs to know what time it is.
  const isTimeless = leavesOutIat && expiresInSeconds === undefined && notBeforeSeconds === undefined;
  return {
    partial: partial === true,
    claims: claimsText(claims, problems),
    issuedAt: isTimeless ? 0 : issuedAt === undefined || leavesOutIat ? secondsNow() : seconds("issuedAt", issuedAt, problems, " or false"),
    leavesOutIat,
    expiresInSeconds: seconds("expiresInSeconds", expiresInSeconds, problems),
    notBeforeSeconds: seconds("notBeforeSeconds", notBeforeSeconds, problems),
  };
}
