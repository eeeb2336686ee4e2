import { asker } from "./ask.js";
import { hasSignature, identityOf } from "./answer.js";
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
 * @param {Record<string, string>[]} sessions the headers of up to two users
 * @param {{ secrets?: string[], always: Record<string, string>, timeoutSeconds: number }} options `secrets`: the current one first;
 *   `always`: headers of every request
 */
export async function examine(url, sessions, { secrets, always, timeoutSeconds }) {
  const { ask, answers } = asker(url, always, timeoutSeconds);
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
  const identities = users.map(({ answer }) => identityOf(answer));
  const all = {
    ask,
    at: at(url),
    url,
    method,
    sessions,
    identity: identities[0],
    other: identities[1],
    session: sessions[0],
    base: users[0]?.answer,
    signsForAnyone: hasSignature(anonymous),
  };
  if (sessions.length === 0) rows.push(...NEED_SESSION.map((check) => notRun(check, FIX.giveSession)));
  else if (all.identity === undefined) rows.push(noToken(users[0].answer));
  else rows.push(...tokenRows(users[0].answer, secrets), ...others(users, identities));
  rows.push(...(await withoutSession(all)));
  if (all.identity !== undefined) rows.push(...(await asUser(all)), ...(await caching(all)));
  rows.push(...(await otherOrigins(all)));
  await provoke(all);
  rows.push(...leakRows(answers, secrets));
  return { rows, requests: answers.length };
}

/** Each user's answer to GET, or to POST where GET brings no signature. */
async function asUsers(ask, sessions) {
  const users = [];
  for (const [index, headers] of sessions.entries()) {
    const name = `as user ${index + 1}`;
    let method = users[0]?.method ?? "GET";
    let answer = await ask(`${method} ${name}`, { method, headers });
    if (index === 0 && !hasSignature(answer) && [404, 405, 400, 415].includes(answer.status)) {
      const posted = await ask(`POST ${name}`, { method: "POST", headers });
      if (hasSignature(posted)) [method, answer] = ["POST", posted];
    }
    users.push({ method, answer });
  }
  return users;
}

function others(users, identities) {
  const check = "two users get different tokens";
  if (users.length < 2) return [notRun(check, FIX.giveSecondSession)];
  if (identities[1] === undefined) return [{ ...noToken(users[1].answer), check }];
  return [twoUsers(users[0].answer, users[1].answer, identities)];
}

function transport(url) {
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  const answer = { sent: "the URL" };
  const cameBack = url.protocol === "https:" ? "https" : isLoopback ? "http on this machine" : "http";
  return judged("nobody can read it on the way", answer, url.protocol === "https:" || isLoopback, FIX.plainHttp, cameBack);
}

function nobody(answer) {
  const check = "without a session, 401";
  if (hasSignature(answer)) return wrong(check, answer, FIX.signsForAnyone);
  if (answer.status === 401 || answer.status === 403) return ok(check, answer);
  if (isRedirect(answer)) return wrong(check, answer, FIX.redirectsNobody);
  if (isHTML(answer)) return wrong(check, answer, FIX.pageForNobody);
  if (answer.status === 404) return note(check, answer, FIX.notFoundForNobody);
  return wrong(check, answer, FIX.not401);
}

/** Addresses on the endpoint's own origin. */
const at = (url) => ({
  withQuery(...members) {
    const query = new URLSearchParams(url.search);
    for (const name of new Set(members.flatMap(Object.keys))) query.delete(name);
    for (const each of members) for (const [name, value] of Object.entries(each)) query.append(name, value);
    return `${url.pathname}?${query}`;
  },
});
