// Signing and verifying. The key is asked for only when the arguments have been read, because reading them may run code of
// the caller's that frees the signer.
/**
 * @import { Claims, Problem, SignOptions, TokenOptions, UserToken, VerifyOptions, Versions } from "../entries/index.d.ts"
 * @import { Key } from "rust"
 * @import { Texts } from "./identity.js"
 */
import { FogbenderTokenError } from "../core/error.js";
import { readTimes } from "../core/explain.js";
import { kindOf } from "../core/kinds.js";
import { fill, isPlain, readOptions } from "../core/options.js";
import { jwtText } from "../core/user-jwt.js";
import { readable, within } from "../core/values.js";
import { begin, written } from "../core/wasm.js";
import { notText, readIdentity, readSigning, toRust } from "./identity.js";

/**
 * Signs a userJWT over an identity.
 * @param {() => Key} key
 * @param {unknown} identity
 * @param {SignOptions} [options]
 */
export function sign(key, identity, options) {
  /** @type {Problem[]} */
  const problems = [];
  const asked = readSigning(options, problems);
  return run(key, readIdentity(identity, problems), asked, problems);
}

/**
 * Signs an identity and assembles its token.
 * @param {() => Key} key
 * @param {unknown} identity
 * @param {TokenOptions} options
 */
export function token(key, identity, options) {
  /** @type {Problem[]} */
  const problems = [];
  const given = fill(options, blank(), problems);
  const { widgetId, versions } = given;
  const asked = toRust(given, false, problems);
  checkWidgetId(widgetId, problems);
  const ofSoftware = readable("versions", () => copyOfVersions(versions, problems));
  const fields = readIdentity(identity, problems);
  const userJWT = run(key, fields, asked, problems, widgetId);
  const { userId, customerId, customerName, userEmail, userName, userAvatarUrl } = /** @type {Texts} */ (fields);
  const token = /** @type {UserToken & { userJWT: string }} */ ({
    widgetId,
    customerId,
    customerName,
    userId,
    userEmail,
    userName,
    userJWT,
  });
  if (userAvatarUrl !== undefined) token.userAvatarUrl = userAvatarUrl;
  if (ofSoftware !== undefined) token.versions = ofSoftware;
  return token;
}

/** @returns {Partial<TokenOptions>} */
const blank = () => ({
  widgetId: undefined,
  versions: undefined,
  claims: undefined,
  expiresInSeconds: undefined,
  notBeforeSeconds: undefined,
  issuedAt: undefined,
});

/**
 * Verifies a userJWT and gives its claims.
 * @param {() => Key} key
 * @param {unknown} userJWT
 * @param {VerifyOptions} [options]
 * @returns {Claims}
 */
export function verify(key, userJWT, options) {
  const text = jwtText(userJWT);
  /** @type {Problem[]} */
  const problems = [];
  const { now, tolerance } = readTimes(readOptions(options, ["now", "clockToleranceSeconds"]), problems);
  if (problems.length > 0) throw new FogbenderTokenError(problems);
  const length = begin(text);
  return JSON.parse(written(key().verify(length, now, tolerance)));
}

/**
 * Lets Rust sign, unless JavaScript's types are wrong already: then Rust says what else is wrong.
 * @param {() => Key} key
 * @param {Texts | undefined} fields
 * @param {ReturnType<typeof toRust>} asked
 * @param {Problem[]} problems
 * @param {string} [widgetId]
 */
function run(key, fields, asked, problems, widgetId) {
  if (problems.length === 0) return signed(key, /** @type {Texts} */ (fields), asked, widgetId);
  try {
    signed(key, fields ?? {}, asked, typeof widgetId === "string" ? widgetId : undefined);
  } catch (error) {
    if (!(error instanceof FogbenderTokenError)) throw error;
    const named = new Set(problems.map(({ field }) => field));
    /** @type {(problem: Problem) => boolean} */
    const isNews = ({ code, field }) => !named.has(field) && (fields !== undefined || !code.startsWith("field_"));
    problems.push(...error.problems.filter(isNews));
  }
  throw new FogbenderTokenError(problems);
}

/**
 * @param {() => Key} key
 * @param {Texts} fields
 * @param {ReturnType<typeof toRust>} asked
 * @param {string} [widgetId]
 */
function signed(key, fields, asked, widgetId) {
  let text = JSON.stringify(fields);
  const hasMore = asked.claims !== "" || widgetId !== undefined;
  if (hasMore) text += `\n${asked.claims}`;
  if (widgetId !== undefined) text += `\n${widgetId}`;
  const length = begin(within("identity", text));
  const { partial, issuedAt, leavesOutIat, expiresInSeconds, notBeforeSeconds } = asked;
  return written(key().sign(length, partial, hasMore, widgetId !== undefined, issuedAt, leavesOutIat, expiresInSeconds, notBeforeSeconds));
}

/**
 * @param {unknown} widgetId
 * @param {Problem[]} problems
 */
function checkWidgetId(widgetId, problems) {
  if (typeof widgetId === "string") return;
  if (widgetId !== undefined && widgetId !== null) return void problems.push(notText("widgetId", widgetId));
  const message = "widgetId is required and absent. Copy it from https://fogbender.com/admin/-/-/settings/embed.";
  problems.push({ code: "field_missing", field: "widgetId", message });
}

/**
 * @param {unknown} versions
 * @param {Problem[]} problems
 * @returns {Versions | undefined}
 */
function copyOfVersions(versions, problems) {
  if (versions === undefined || versions === null) return undefined;
  if (isPlain(versions) && !Object.hasOwn(versions, "__proto__")) {
    const copy = { ...versions };
    if (Object.values(copy).every((version) => typeof version === "string")) return /** @type {Versions} */ (copy);
  }
  const message = `versions must be an object of strings${isPlain(versions) ? "" : `, and it is ${kindOf(versions)}`}. Correct it, or leave it out.`;
  problems.push({ code: "field_invalid", field: "versions", message });
  return undefined;
}
