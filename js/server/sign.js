// Signing and verifying. The key is asked for only when the arguments have been read, because reading them may run code of
// the caller's that frees the signer.
import { FogbenderTokenError } from "../core/error.js";
import { readTimes } from "../core/explain.js";
import { kindOf } from "../core/kinds.js";
import { fill, isPlain, readOptions } from "../core/options.js";
import { jwtText } from "../core/user-jwt.js";
import { readable, within } from "../core/values.js";
import { begin, written } from "../core/wasm.js";
import { notText, readIdentity, readSigning, toRust } from "./identity.js";

/** Signs a userJWT over an identity. */
export function sign(key, identity, options) {
  const problems = [];
  const asked = readSigning(options, problems);
  return run(key, readIdentity(identity, problems), asked, problems);
}

/** Signs an identity and assembles its token. */
export function token(key, identity, options) {
  const problems = [];
  const given = fill(options, blank(), problems);
  const { widgetId, versions } = given;
  const asked = toRust(given, problems);
  checkWidgetId(widgetId, problems);
  const ofSoftware = readable("versions", () => copyOfVersions(versions, problems));
  const fields = readIdentity(identity, problems);
  const userJWT = run(key, fields, asked, problems, widgetId);
  const { userId, customerId, customerName, userEmail, userName, userAvatarUrl } = fields;
  const token = { widgetId, customerId, customerName, userId, userEmail, userName, userJWT };
  if (userAvatarUrl !== undefined) token.userAvatarUrl = userAvatarUrl;
  if (ofSoftware !== undefined) token.versions = ofSoftware;
  return token;
}

const blank = () => ({
  widgetId: undefined,
  versions: undefined,
  claims: undefined,
  expiresInSeconds: undefined,
  notBeforeSeconds: undefined,
  issuedAt: undefined,
});

/** Verifies a userJWT and gives its claims. */
export function verify(key, userJWT, options) {
  const text = jwtText(userJWT);
  const problems = [];
  const { now, tolerance } = readTimes(readOptions(options, ["now", "clockToleranceSeconds"]), problems);
  if (problems.length > 0) throw new FogbenderTokenError(problems);
  const length = begin(text);
  return JSON.parse(written(key().verify(length, now, tolerance)));
}

/** Lets Rust sign, unless JavaScript's types are wrong already: then Rust says what else is wrong. */
function run(key, fields, asked, problems, widgetId) {
  if (problems.length === 0) return signed(key, fields, asked, widgetId);
  try {
    signed(key, fields ?? {}, asked, typeof widgetId === "string" ? widgetId : undefined);
  } catch (error) {
    if (!(error instanceof FogbenderTokenError)) throw error;
    const named = new Set(problems.map(({ field }) => field));
    const isNews = ({ code, field }) => !named.has(field) && (fields !== undefined || !code.startsWith("field_"));
    problems.push(...error.problems.filter(isNews));
  }
  throw new FogbenderTokenError(problems);
}

function signed(key, fields, asked, widgetId) {
  let text = JSON.stringify(fields);
  const hasMore = asked.claims !== "" || widgetId !== undefined;
  if (hasMore) text += `\n${asked.claims}`;
  if (widgetId !== undefined) text += `\n${widgetId}`;
  const length = begin(within("identity", text));
  const { partial, issuedAt, leavesOutIat, expiresInSeconds, notBeforeSeconds } = asked;
  return written(key().sign(length, partial, hasMore, widgetId !== undefined, issuedAt, leavesOutIat, expiresInSeconds, notBeforeSeconds));
}

function checkWidgetId(widgetId, problems) {
  if (typeof widgetId === "string") return;
  if (widgetId !== undefined && widgetId !== null) return void problems.push(notText("widgetId", widgetId));
  const message = "widgetId is required and absent. Copy it from https://fogbender.com/admin/-/-/settings/embed.";
  problems.push({ code: "field_missing", field: "widgetId", message });
}

function copyOfVersions(versions, problems) {
  if (versions === undefined || versions === null) return undefined;
  if (isPlain(versions) && !Object.hasOwn(versions, "__proto__")) {
    const copy = { ...versions };
    if (Object.values(copy).every((version) => typeof version === "string")) return copy;
  }
  const message = `versions must be an object of strings${isPlain(versions) ? "" : `, and it is ${kindOf(versions)}`}. Correct it, or leave it out.`;
  problems.push({ code: "field_invalid", field: "versions", message });
  return undefined;
}
