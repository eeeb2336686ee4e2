// Who else could get hold of a user's answer: other sites' pages, and caches on the way.
/** @import { Answer, Row, Session, SignedUser, Subject } from "./types.d.ts" */
import { hasSignature } from "./answer.js";
import { FIX } from "./fixes.js";
import { brief, judged, note, notRun, ok, wrong } from "./rows.js";

/**
 * Pages of other origins ask as the user, whose browser adds the cookie.
 * @param {Subject} subject
 */
export async function otherOrigins({ ask, at, url, method, sessions: [session = {}] }) {
  const as = Object.keys(session).length > 0 ? "as user 1" : "without a session";
  const origins = ["https://fogbender-token-doctor.invalid", "null", `${url.origin}.fogbender-token-doctor.invalid`];
  const rows = [];
  for (const origin of origins) {
    const name = origin === "null" ? "null" : origin === origins[0] ? "https://(another site)" : "(this host).(another site)";
    const answer = await ask(`${method} ${as}, Origin: ${name}`, { method, headers: { ...session, origin } });
    rows.push(originRow(`Origin ${name} cannot read it`, answer, origin));
  }
  const [origin] = origins;
  const headers = { origin, "access-control-request-method": method, "access-control-request-headers": "authorization, content-type" };
  const preflight = await ask("OPTIONS, preflight from another site", { method: "OPTIONS", headers });
  rows.push(originRow("no preflight lets another site in", preflight, origin));
  const called = await ask(`${method} ${as}, ?callback=…`, {
    method,
    path: at.withQuery({ callback: "fogbenderTokenDoctor", jsonp: "fogbenderTokenDoctor" }),
    headers: session,
  });
  rows.push(judged("no page can run it as a script", called, !/fogbenderTokenDoctor\s*\(/.test(called.text), FIX.jsonp));
  return rows;
}

/**
 * @param {string} check
 * @param {Answer} answer
 * @param {string} origin
 */
function originRow(check, answer, origin) {
  if (answer.failure !== undefined) return note(check, answer, FIX.brokenRequest);
  const allowed = answer.headers["access-control-allow-origin"];
  const isOpen = allowed === "*" || allowed?.toLowerCase() === origin;
  return judged(check, answer, !isOpen, FIX.origins, `${answer.status}, allows ${isOpen ? "it" : brief(allowed ?? "no other origin")}`);
}

const KEPT = ["nobody gets it from a cache", "no cache takes it for a file"];

/**
 * A cache must not keep what is one user's.
 * @param {Subject} subject
 * @param {SignedUser} user
 */
export async function caching({ ask, url, method, signsForAnyone }, { session, answer }) {
  const rows = [noStore(answer), vary(answer, session)];
  if (method === "GET") {
    const head = await ask("HEAD as user 1", { method: "HEAD", headers: session });
    if (head.status === 200) rows.push(noStore(head));
  }
  if (signsForAnyone) return [...rows, ...KEPT.map((check) => notRun(check, FIX.cacheUnknown))];
  rows.push(kept(KEPT[0], await ask(`${method} without a session, after user 1`, { method })));
  const path = `${url.pathname.replace(/\/$/, "")}/fogbender-token-doctor.css`;
  const styled = await ask(`${method} as user 1, path + /….css`, { method, path, headers: session });
  if (hasSignature(styled)) {
    rows.push(kept(KEPT[1], await ask(`${method} without a session, path + /….css`, { method, path })));
  } else rows.push(ok(KEPT[1], styled));
  return rows;
}

/** @param {Answer} answer */
function noStore(answer) {
  const value = answer.headers["cache-control"];
  const isRight = /(^|,)\s*no-store\s*(,|$)/i.test(value ?? "");
  return judged(
    "no cache may store it",
    answer,
    isRight,
    FIX.noStore,
    value === undefined ? "no Cache-Control" : `Cache-Control: ${brief(value)}`,
  );
}

/**
 * `no-store` keeps caches away, and `Vary` those that do not heed it.
 * @param {Answer} answer
 * @param {Session} session
 */
function vary(answer, session) {
  const check = "Vary names the session";
  const value = answer.headers.vary;
  const names = (value ?? "").toLowerCase().split(/\s*,\s*/);
  const wanted = ["cookie", "authorization"].filter((name) => name in session);
  const cameBack = value === undefined ? "no Vary" : `Vary: ${brief(value)}`;
  if (names.includes("*") || wanted.every((name) => names.includes(name))) return ok(check, answer, cameBack);
  const fix = `Answer with Vary: ${wanted.map((name) => name[0].toUpperCase() + name.slice(1)).join(", ")}.`;
  return noStore(answer).result === "ok" ? note(check, answer, fix, cameBack) : wrong(check, answer, fix, cameBack);
}

/** @type {(check: string, answer: Answer) => Row} */
const kept = (check, answer) => judged(check, answer, !hasSignature(answer), FIX.cached);
