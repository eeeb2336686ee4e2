// What a signed-in user gets.
/** @import { Answer, Part, Row, SignedUser } from "./types.d.ts" */
import { checkToken, explainToken } from "../../entries/api.js";
import { FIELDS } from "../../server/identity.js";
import { unsignedFields } from "../unsigned.js";
import { decoded } from "./answer.js";
import { FIX } from "./fixes.js";
import { brief, isHTML, isRedirect, judged, note, notRun, ok, wrong } from "./rows.js";

const DAY = 86_400;

/**
 * Why a signed-in user gets no signature.
 * @param {Answer} answer
 */
export function noToken(answer) {
  const check = "a user gets a signature";
  if (answer.failure !== undefined) return wrong(check, answer, FIX.incomplete);
  if (isRedirect(answer)) return wrong(check, answer, FIX.redirects);
  if (answer.status === 401 || answer.status === 403) return wrong(check, answer, FIX.sessionRefused);
  if (answer.status === 404 || answer.status === 405) return wrong(check, answer, FIX.notFound);
  if (isHTML(answer)) return wrong(check, answer, FIX.page);
  return wrong(check, answer, FIX.noUserJWT);
}

/**
 * @param {SignedUser} user
 * @param {string[] | undefined} secrets
 * @param {number} [now]
 * @returns {Row[]}
 */
export function tokenRows({ answer, part }, secrets, now = Date.now() / 1000) {
  const type = answer.headers["content-type"] ?? "";
  const rows = [
    ok("a user gets a signature", answer),
    judged(
      "the answer is JSON",
      answer,
      /^application\/json\b/i.test(type),
      FIX.contentType,
      type === "" ? "no Content-Type" : brief(type),
    ),
  ];
  if ("widgetId" in part && "userId" in part) rows.push(wholeToken(answer, part));
  const { userJWT } = part;
  if (typeof userJWT !== "string") return [...rows, ...olderSignature(answer, part)];
  const { claims, error } = decoded(userJWT);
  if (claims === undefined) return [...rows, refused("the userJWT is right", answer, error?.problems ?? [])];
  const signed = { ...part, userJWT };
  return [...rows, signature(answer, userJWT, secrets), ...fieldRows(answer, claims, signed), ...expiry(answer, claims, now)];
}

/**
 * @param {Answer} answer
 * @param {Part} part
 */
function wholeToken(answer, part) {
  const check = "the widget takes the token";
  const problems = Object.entries(checkToken(part) ?? {});
  if (problems.length === 0) return ok(check, answer, "a whole token");
  const fix = problems.map(([field, message]) => `${field}: ${message}`).join(" ");
  return wrong(check, answer, fix, `wrong: ${problems.map(([field]) => field).join(", ")}`);
}

/**
 * @param {Answer} answer
 * @param {Part} part
 */
function olderSignature(answer, part) {
  if (typeof part.userHMAC === "string") {
    return [wrong("the signature is a userJWT", answer, FIX.userHMAC, "userHMAC"), ...openRows(answer, { userHMAC: part.userHMAC }, part)];
  }
  return [note("the signature is a userJWT", answer, FIX.opaque, "userPaseto or userToken")];
}

/**
 * Whether the login takes the userJWT. With the secret, explain also tells which wrong secret signed it.
 * @param {Answer} answer
 * @param {string} userJWT
 * @param {string[] | undefined} secrets
 */
function signature(answer, userJWT, secrets) {
  const check = "the userJWT is right";
  const { reasons, hints } = explainToken({ userJWT }, secrets);
  const wrongSecret = hints.filter(({ code }) => code === "previous_secret" || code.startsWith("secret_"));
  if (reasons.length > 0) return refused(check, answer, wrongSecret.length > 0 ? wrongSecret : reasons);
  return secrets === undefined ? notRun(check, FIX.setSecretToVerify) : ok(check, answer, "verified");
}

/** @type {(check: string, answer: Answer, problems: readonly { code: string, field?: string, message: string }[]) => Row} */
const refused = (check, answer, problems) =>
  wrong(
    check,
    answer,
    problems.map(({ message }) => message).join(" "),
    problems.map(({ code, field }) => `${code}${field ? ` ${field}` : ""}`).join(", "),
  );

/**
 * @param {Answer} answer
 * @param {Record<string, unknown>} claims
 * @param {Part & { userJWT: string }} part
 */
function fieldRows(answer, claims, part) {
  const rows = [];
  if ("sub" in claims) rows.push(wrong("no sub is signed", answer, FIX.sub, "a sub claim"));
  if ("visitor" in claims) rows.push(wrong("no visitor is signed", answer, FIX.visitor, "a visitor claim"));
  const open = openRows(answer, { userJWT: part.userJWT }, part);
  rows.push(...open);
  const isRead = explainToken({ userJWT: part.userJWT }).reasons.length === 0;
  if (isRead && open.length === 0) rows.push(ok("every field is signed", answer, "all signed"));
  for (const field of FIELDS) {
    const claim = claims[field] ?? undefined;
    if (claim === undefined) continue;
    if (typeof claim !== "string") rows.push(wrong(`${field} is signed as text`, answer, FIX.notText, `a ${typeof claim}`));
    else if (field in part && part[field] !== claim) rows.push(wrong(`${field} is what was signed`, answer, FIX.differs, "it differs"));
  }
  return rows;
}

/** @type {(answer: Answer, signature: { userJWT: string } | { userHMAC: string }, part: Part) => Row[]} */
const openRows = (answer, signature, part) =>
  unsignedFields(signature, part).map(({ field, message }) => wrong(`${field} is signed`, answer, message, "not signed"));

/**
 * @param {Answer} answer
 * @param {Record<string, unknown>} claims
 * @param {number} now
 */
function expiry(answer, { exp, iat }, now) {
  const rows = [];
  if (typeof iat === "number" && iat > now + 60) {
    rows.push(wrong("the clock is right", answer, FIX.iatInFuture, `iat in ${spoken(iat - now)}`));
  }
  const check = "the userJWT expires";
  if (typeof exp !== "number") rows.push(note(check, answer, FIX.noExpiry, exp === undefined ? "no exp" : "exp is not a number"));
  else if (exp <= now) rows.push(wrong(check, answer, FIX.expired, `exp ${spoken(now - exp)} ago`));
  else if (exp - now > 30 * DAY) rows.push(note(check, answer, FIX.lateExpiry, `exp in ${spoken(exp - now)}`));
  else rows.push(ok(check, answer, `exp in ${spoken(exp - now)}`));
  return rows;
}

/**
 * A number of seconds in words, in the largest unit that gives at least 2. Below two seconds it says 1 second.
 * @param {number} seconds
 */
function spoken(seconds) {
  const [size, unit] = UNITS.find(([size]) => seconds >= 2 * size) ?? [1, "second"];
  const count = Math.max(1, Math.floor(seconds / size));
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** @type {[size: number, unit: string][]} */
const UNITS = [
  [DAY, "day"],
  [3600, "hour"],
  [60, "minute"],
];

/**
 * Two users must not get each other's.
 * @param {SignedUser} one
 * @param {SignedUser} other
 */
export function twoUsers(one, other) {
  const check = "two users get different tokens";
  const same = /** @type {const} */ (["userId", "userEmail"]).filter((field) => {
    const [first, second] = [one, other].map(({ identity }) => identity[field].signed ?? identity[field].beside);
    return first !== undefined && first === second;
  });
  const isSame = same.length > 0 || (one.part.userJWT !== undefined && one.part.userJWT === other.part.userJWT);
  return judged(check, other.answer, !isSame, FIX.sameUser, isSame ? `the same ${same.join(", ") || "userJWT"}` : "different users");
}
