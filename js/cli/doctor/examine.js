/** @import { Addresses, Answer, Ask, Row, Session, SignedUser, Subject } from "./types.d.ts" */
import { asker } from "./ask.js";
import { hasSignature, identityIn, signedPart } from "./answer.js";
import { asUser, withoutSession } from "./attempts.js";
import { leakRows, provoke } from "./leaks.js";
import { FIX } from "./fixes.js";
import { isHTML, isRedirect, judged, note, notRun, ok, wrong } from "./rows.js";
import { caching, otherOrigins } from "./sharing.js";
import { noToken, tokenRows, twoUsers } from "./token.js";

const NEED_SESSION = [
  "a user gets a signature",
  "every field is signed",
  "the userJWT expires",
  "requests choose no user",
  "no cache may store it",
];

/**
 * Asks an endpoint all questions.
 * @param {URL} url
 * @param {Session[]} sessions the headers of up to two users
 * @param {{ secrets?: string[], always: Session, timeoutSeconds: number }} options `secrets`: the current one first;
 *   `always`: headers of every request
 */
export async function examine(url, sessions, { secrets, always, timeoutSeconds }) {
  const { ask, answers } = asker(url, always, timeoutSeconds);
  /** @type {Row[]} */
  const rows = [transport(url)];
  const first = await ask("GET without a session");
  if (first.failure !== undefined) {
    rows.push(wrong("the endpoint answers", first, FIX.unanswered));
    return { rows, requests: answers.length };
  }
  const users = await asUsers(ask, sessions);
  const method = users[0]?.method ?? ([404, 405].includes(first.status) ? "POST" : "GET");
  const anonymous = method === "GET" ? first : await ask("POST without a session", { method });
  rows.push(nobody(anonymous));
  const [user, other] = users.map(signedUser);
  /** @type {Subject} */
  const all = {
    ask,
    at: at(url),
    url,
    method,
    sessions,
    identity: user?.identity,
    other: other?.identity,
    signsForAnyone: hasSignature(anonymous),
  };
  if (sessions.length === 0) rows.push(...NEED_SESSION.map((check) => notRun(check, FIX.giveSession)));
  else if (user === undefined) rows.push(noToken(users[0].answer));
  else rows.push(...tokenRows(user, secrets), others(user, other, users[1]?.answer));
  rows.push(...(await withoutSession(all)));
  if (user !== undefined) rows.push(...(await asUser(all, user)), ...(await caching(all, user)));
  rows.push(...(await otherOrigins(all)));
  await provoke(all);
  rows.push(...leakRows(answers, secrets));
  return { rows, requests: answers.length };
}

/**
 * Each user's answer to GET, or to POST where GET brings no signature.
 * @param {Ask} ask
 * @param {Session[]} sessions
 */
async function asUsers(ask, sessions) {
  /** @type {{ method: string, session: Session, answer: Answer }[]} */
  const users = [];
  for (const [index, session] of sessions.entries()) {
    const name = `as user ${index + 1}`;
    let method = users[0]?.method ?? "GET";
    let answer = await ask(`${method} ${name}`, { method, headers: session });
    if (index === 0 && !hasSignature(answer) && [404, 405, 400, 415].includes(answer.status)) {
      const posted = await ask(`POST ${name}`, { method: "POST", headers: session });
      if (hasSignature(posted)) [method, answer] = ["POST", posted];
    }
    users.push({ method, session, answer });
  }
  return users;
}

/**
 * A user, if her answer has a signature.
 * @param {{ session: Session, answer: Answer }} user
 * @returns {SignedUser | undefined}
 */
function signedUser({ session, answer }) {
  const part = signedPart(answer);
  return part && { session, answer, part, identity: identityIn(part) };
}

/**
 * @param {SignedUser} user
 * @param {SignedUser | undefined} other
 * @param {Answer | undefined} answer to the other one
 */
function others(user, other, answer) {
  const check = "two users get different tokens";
  if (answer === undefined) return notRun(check, FIX.giveSecondSession);
  return other === undefined ? { ...noToken(answer), check } : twoUsers(user, other);
}

/** @param {URL} url */
function transport(url) {
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  const answer = { sent: "the URL", status: 0, headers: {}, text: "" };
  const cameBack = url.protocol === "https:" ? "https" : isLoopback ? "http on this machine" : "http";
  return judged("nobody can read it on the way", answer, url.protocol === "https:" || isLoopback, FIX.plainHttp, cameBack);
}

/** @param {Answer} answer */
function nobody(answer) {
  const check = "without a session, 401";
  if (hasSignature(answer)) return wrong(check, answer, FIX.signsForAnyone);
  if (answer.status === 401 || answer.status === 403) return ok(check, answer);
  if (isRedirect(answer)) return wrong(check, answer, FIX.redirectsNobody);
  if (isHTML(answer)) return wrong(check, answer, FIX.pageForNobody);
  if (answer.status === 404) return note(check, answer, FIX.notFoundForNobody);
  return wrong(check, answer, FIX.not401);
}

/**
 * Addresses on the endpoint's own origin.
 * @type {(url: URL) => Addresses}
 */
const at = (url) => ({
  withQuery(...members) {
    const query = new URLSearchParams(url.search);
    for (const name of new Set(members.flatMap(Object.keys))) query.delete(name);
    for (const each of members) for (const [name, value] of Object.entries(each)) query.append(name, value);
    return `${url.pathname}?${query}`;
  },
});
