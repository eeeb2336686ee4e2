// What a signed-in user gets.
import { FogbenderTokenError } from "../../core/error.js";
import { checkToken, verifyUserJWT } from "../coming.js";
import { FIELDS, unsignedFields } from "../identity.js";
import { decoded, signedPart } from "./answer.js";
import { brief, isHTML, isRedirect, judged, note, notRun, ok, wrong } from "./rows.js";

const SIGN_ALL = "Sign all five fields: signer.token and createSignaturesHandler do.";
const DAY = 86_400;

/** Why a signed-in user gets no signature. */
export function noToken(answer) {
  const check = "a user gets a signature";
  if (answer.failure !== undefined) return wrong(check, answer, "No whole answer came: mend this first.");
  if (isRedirect(answer)) return wrong(check, answer, "It redirects, and a redirect is not followed. Give the address that answers; if it leads to a login, the session is not valid.");
  if (answer.status === 401 || answer.status === 403) return wrong(check, answer, "The session was refused: copy the cookie or header anew from a browser that is signed in.");
  if (answer.status === 404 || answer.status === 405) return wrong(check, answer, "Nothing answers GET or POST there: is the path right?");
  if (isHTML(answer)) return wrong(check, answer, "A page came back, not JSON: the path is probably the app's, not the endpoint's.");
  return wrong(check, answer, 'No userJWT is in the answer. It must be JSON such as {"signatures":{"userJWT":…},"token":{…}}.');
}

/** @returns {import("./rows.js").Row[]} */
export function tokenRows(answer, secrets, now = Date.now() / 1000) {
  const part = signedPart(answer);
  const rows = [
    ok("a user gets a signature", answer),
    judged(
      "the answer is JSON",
      answer,
      /^application\/json\b/i.test(answer.headers["content-type"] ?? ""),
      "Answer with Content-Type: application/json, so that no browser reads it as a page or a script.",
      brief(answer.headers["content-type"] ?? "no Content-Type"),
    ),
  ];
  if ("widgetId" in part && "userId" in part) rows.push(wholeToken(answer, part));
  if (typeof part.userJWT !== "string") return [...rows, ...olderSignature(answer, part)];
  const { claims, error } = decoded(part.userJWT);
  if (error !== undefined) return [...rows, refused("the userJWT has the right form", answer, error)];
  return [...rows, signature(answer, part.userJWT, secrets), ...fieldRows(answer, claims, part), ...expiry(answer, claims, now)];
}

function wholeToken(answer, part) {
  const problems = Object.entries(checkToken(part) ?? {});
  const fix = problems.map(([field, message]) => `${field}: ${message}`).join(" ");
  return judged("the widget takes the token", answer, problems.length === 0, fix, problems.length === 0 ? "a whole token" : `wrong: ${problems.map(([field]) => field).join(", ")}`);
}

function olderSignature(answer, part) {
  if (typeof part.userHMAC === "string") {
    const rows = unsignedFields({ userId: part.userId }).map(({ field, consequence }) => unsigned(answer, field, consequence));
    return [wrong("the signature is a userJWT", answer, `userHMAC signs userId alone. ${SIGN_ALL}`, "userHMAC"), ...rows];
  }
  return [note("the signature is a userJWT", answer, "What this signature says cannot be read here. A userJWT can.", "userPaseto or userToken")];
}

function signature(answer, userJWT, secrets) {
  const check = "the signature is right";
  if (secrets === undefined) return notRun(check, "Set FOGBENDER_SECRET to verify the userJWT.");
  try {
    verifyUserJWT(userJWT, secrets[0]);
    return ok(check, answer, "verified");
  } catch (error) {
    if (!(error instanceof FogbenderTokenError)) throw error;
    if (error.code === "signature_mismatch" && secrets.length > 1 && verifies(userJWT, secrets[1])) {
      return wrong(check, answer, "Fogbender knows one secret, the current one: give the endpoint the new secret.", "signed with the previous secret");
    }
    return refused(check, answer, error);
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

const refused = (check, answer, error) => wrong(check, answer, error.message, error.problems.map(({ code, field }) => `${code}${field ? ` ${field}` : ""}`).join(", "));

function fieldRows(answer, claims, part) {
  const rows = [];
  for (const claim of ["sub", "visitor"]) {
    if (claim in claims) rows.push(wrong(`no ${claim} is signed`, answer, `Leave ${claim} out: with it, Fogbender does not compare the other fields.`, `a ${claim} claim`));
  }
  const open = unsignedFields(claims, part);
  for (const { field, consequence } of open) rows.push(unsigned(answer, field, consequence));
  if (open.length === 0) rows.push(ok("every field is signed", answer, "all signed"));
  for (const field of FIELDS) {
    if (typeof claims[field] === "string" && field in part && part[field] !== claims[field]) {
      rows.push(wrong(`${field} is what was signed`, answer, "Fogbender refuses a token that differs from its userJWT: sign and send the same value.", "it differs"));
    }
  }
  return rows;
}

const unsigned = (answer, field, consequence) => wrong(`${field} is signed`, answer, `Not signed: ${consequence} ${SIGN_ALL}`, "not signed");

function expiry(answer, { exp, iat }, now) {
  const rows = [];
  if (typeof iat === "number" && iat > now + 60) rows.push(wrong("the clock is right", answer, "iat is in the future: set the server's clock, and give times in seconds.", `iat in ${spoken(iat - now)}`));
  const check = "the userJWT expires";
  if (typeof exp !== "number") rows.push(note(check, answer, "Whoever gets hold of it can use it for ever: set expiresInSeconds: 3600.", "no exp"));
  else if (exp <= now) rows.push(wrong(check, answer, "It had expired when it came: sign it anew for each request, and look at the server's clock.", `exp ${spoken(now - exp)} ago`));
  else if (exp - now > 30 * DAY) rows.push(note(check, answer, "A day is enough, as the page can ask again: set expiresInSeconds: 3600.", `exp in ${spoken(exp - now)}`));
  else rows.push(ok(check, answer, `exp in ${spoken(exp - now)}`));
  return rows;
}

const spoken = (seconds) => (seconds < 2 * DAY ? `${Math.round(seconds)} s` : `${Math.round(seconds / DAY)} days`);

/** Two users must not get each other's. */
export function twoUsers(one, other, identities) {
  const check = "two users get different tokens";
  const same = ["userId", "userEmail"].filter((field) => {
    const [first, second] = identities.map((identity) => identity[field].signed ?? identity[field].beside);
    return first !== undefined && first === second;
  });
  const jwts = [one, other].map((answer) => signedPart(answer).userJWT);
  const isSame = same.length > 0 || (jwts[0] !== undefined && jwts[0] === jwts[1]);
  const fix = "Either both sessions are one user's, or the endpoint gives one user's token to all: sign for the user of each request's session.";
  return judged(check, other, !isSame, fix, isSame ? `the same ${same.join(", ") || "userJWT"}` : "different users");
}
