// What a signed-in user gets.
import { FogbenderTokenError } from "../../core/error.js";
import { checkToken, explainToken, verifyUserJWT } from "../../entries/api.js";
import { FIELDS } from "../../server/identity.js";
import { unsignedFields } from "../unsigned.js";
import { decoded, signedPart } from "./answer.js";
import { FIX } from "./fixes.js";
import { brief, isHTML, isRedirect, judged, note, notRun, ok, wrong } from "./rows.js";

const DAY = 86_400;

/** Why a signed-in user gets no signature. */
export function noToken(answer) {
  const check = "a user gets a signature";
  if (answer.failure !== undefined) return wrong(check, answer, FIX.incomplete);
  if (isRedirect(answer)) return wrong(check, answer, FIX.redirects);
  if (answer.status === 401 || answer.status === 403) return wrong(check, answer, FIX.sessionRefused);
  if (answer.status === 404 || answer.status === 405) return wrong(check, answer, FIX.notFound);
  if (isHTML(answer)) return wrong(check, answer, FIX.page);
  return wrong(check, answer, FIX.noUserJWT);
}

/** @returns {import("./rows.js").Row[]} */
export function tokenRows(answer, secrets, now = Date.now() / 1000) {
  const part = signedPart(answer);
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
  if (typeof part.userJWT !== "string") return [...rows, ...olderSignature(answer, part)];
  const { claims, error } = decoded(part.userJWT);
  const reasons = error?.problems ?? explainToken({ userJWT: part.userJWT }).reasons;
  if (reasons.length > 0) rows.push(refused("Fogbender takes the userJWT", answer, reasons));
  if (claims === undefined) return rows;
  if (reasons.length === 0) rows.push(signature(answer, part.userJWT, secrets));
  return [...rows, ...fieldRows(answer, claims, part, reasons), ...expiry(answer, claims, now)];
}

function wholeToken(answer, part) {
  const check = "the widget takes the token";
  const problems = Object.entries(checkToken(part) ?? {});
  if (problems.length === 0) return ok(check, answer, "a whole token");
  const fix = problems.map(([field, message]) => `${field}: ${message}`).join(" ");
  return wrong(check, answer, fix, `wrong: ${problems.map(([field]) => field).join(", ")}`);
}

function olderSignature(answer, part) {
  if (typeof part.userHMAC === "string") {
    return [wrong("the signature is a userJWT", answer, FIX.userHMAC, "userHMAC"), ...openRows(answer, { userHMAC: part.userHMAC }, part)];
  }
  return [note("the signature is a userJWT", answer, FIX.opaque, "userPaseto or userToken")];
}

function signature(answer, userJWT, secrets) {
  const check = "the signature is right";
  if (secrets === undefined) return notRun(check, FIX.setSecretToVerify);
  try {
    verifyUserJWT(userJWT, secrets[0]);
    return ok(check, answer, "verified");
  } catch (error) {
    if (!(error instanceof FogbenderTokenError)) throw error;
    if (error.code === "signature_mismatch" && secrets.length > 1 && verifies(userJWT, secrets[1])) {
      return wrong(check, answer, FIX.previousSecret, "signed with the previous secret");
    }
    return refused(check, answer, error.problems);
  }
}

function verifies(userJWT, secret) {
  try {
    verifyUserJWT(userJWT, secret);
    return true;
  } catch {
    return false;
  }
}

const refused = (check, answer, problems) =>
  wrong(
    check,
    answer,
    problems.map(({ message }) => message).join(" "),
    problems.map(({ code, field }) => `${code}${field ? ` ${field}` : ""}`).join(", "),
  );

function fieldRows(answer, claims, part, reasons) {
  const rows = [];
  if ("sub" in claims) rows.push(wrong("no sub is signed", answer, FIX.sub, "a sub claim"));
  if ("visitor" in claims) rows.push(wrong("no visitor is signed", answer, FIX.visitor, "a visitor claim"));
  const open = openRows(answer, { userJWT: part.userJWT }, part);
  rows.push(...open);
  if (reasons.length === 0 && open.length === 0) rows.push(ok("every field is signed", answer, "all signed"));
  for (const field of FIELDS) {
    if (typeof claims[field] === "string" && field in part && part[field] !== claims[field]) {
      rows.push(wrong(`${field} is what was signed`, answer, FIX.differs, "it differs"));
    }
  }
  return rows;
}

const openRows = (answer, signature, part) =>
  unsignedFields(signature, part).map(({ field, message }) => wrong(`${field} is signed`, answer, message, "not signed"));

function expiry(answer, { exp, iat }, now) {
  const rows = [];
  if (typeof iat === "number" && iat > now + 60) {
    rows.push(wrong("the clock is right", answer, FIX.iatInFuture, `iat in ${spoken(iat - now)}`));
  }
  const check = "the userJWT expires";
  if (typeof exp !== "number") rows.push(note(check, answer, FIX.noExpiry, "no exp"));
  else if (exp <= now) rows.push(wrong(check, answer, FIX.expired, `exp ${spoken(now - exp)} ago`));
  else if (exp - now > 30 * DAY) rows.push(note(check, answer, FIX.lateExpiry, `exp in ${spoken(exp - now)}`));
  else rows.push(ok(check, answer, `exp in ${spoken(exp - now)}`));
  return rows;
}

/** A number of seconds in the largest unit that there are two of. */
function spoken(seconds) {
  const [size, unit] = UNITS.find(([size]) => seconds >= 2 * size) ?? [1, "second"];
  const count = Math.max(1, Math.floor(seconds / size));
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

const UNITS = [
  [DAY, "day"],
  [3600, "hour"],
  [60, "minute"],
];

/** Two users must not get each other's. */
export function twoUsers(one, other, identities) {
  const check = "two users get different tokens";
  const same = ["userId", "userEmail"].filter((field) => {
    const [first, second] = identities.map((identity) => identity[field].signed ?? identity[field].beside);
    return first !== undefined && first === second;
  });
  const jwts = [one, other].map((answer) => signedPart(answer).userJWT);
  const isSame = same.length > 0 || (jwts[0] !== undefined && jwts[0] === jwts[1]);
  return judged(check, other, !isSame, FIX.sameUser, isSame ? `the same ${same.join(", ") || "userJWT"}` : "different users");
}
