// Ways in which a browser can name a user. None of them may choose whom the endpoint signs for.
/**
 * @import { Identity } from "../../entries/index.d.ts"
 * @import { Addresses, Answer, Request, Row, SignedUser, Subject, User, Whom } from "./types.d.ts"
 * @typedef {(at: Addresses, user: User, own: User) => Request} Way
 */
import { differences, hasSignature, identityIn, signedPart } from "./answer.js";
import { forged } from "./sessions.js";
import { FIX } from "./fixes.js";
import { note, ok, wrong } from "./rows.js";

/** A user that no app has. @type {User} */
const NOBODY = {
  userId: "fogbender-token-doctor",
  customerId: "fogbender-token-doctor",
  customerName: "fogbender-token doctor",
  userEmail: "doctor@fogbender-token.invalid",
  userName: "fogbender-token doctor",
};

/** Other names under which apps read the fields. @type {Record<string, string[]>} */
const ALIASES = {
  userId: ["user", "user_id", "uid", "id"],
  userEmail: ["email", "user_email"],
  customerId: ["customer", "customer_id", "orgId", "tenant"],
};

const JSON_TYPE = { "content-type": "application/json" };
const FORM_TYPE = { "content-type": "application/x-www-form-urlencoded" };

/**
 * Each gives a request that names `user`. `own` is what the session's user is called, where it is known.
 * @type {[check: string, how: string, way: Way][]}
 */
const WAYS = [
  ["a query chooses no user", "?userId=…", (at, user) => ({ path: at.withQuery(named(user)) })],
  ["a doubled query chooses no user", "?userId=…&userId=…", (at, user, own) => ({ path: at.withQuery(named(own), named(user)) })],
  ["a JSON body chooses no user", "JSON body", (_, user) => posted(JSON_TYPE, jsonBody(user))],
  ["a form chooses no user", "form", (_, user) => posted(FORM_TYPE, String(new URLSearchParams(named(user))))],
  ["a header chooses no user", "X-User-Id, X-Forwarded-User, …", (_, user) => ({ headers: userHeaders(user) })],
  ["a method override chooses no user", "X-HTTP-Method-Override: PUT", (_, user) => posted({ ...JSON_TYPE, ...OVERRIDE }, jsonBody(user))],
];

/** @type {(headers: Record<string, string>, body: string) => Request} */
const posted = (headers, body) => ({ method: "POST", headers, body });
const OVERRIDE = { "x-http-method-override": "PUT", "x-http-method": "PUT", "x-method-override": "PUT" };

/** The fields under all names. @type {(user: User) => User} */
const named = (user) => ({
  ...user,
  ...Object.fromEntries(Object.entries(ALIASES).flatMap(([field, aliases]) => aliases.map((alias) => [alias, user[field]]))),
});
/** @type {(user: User) => string} */
const jsonBody = (user) => JSON.stringify({ ...named(user), identity: user, user, claims: user });

/**
 * Headers that a proxy in front of the app may set, and that anyone can set where there is none.
 * @param {User} user
 * @returns {Record<string, string>}
 */
function userHeaders({ userId, userEmail, customerId }) {
  const ids = ["x-user-id", "x-user", "x-forwarded-user", "x-auth-request-user", "x-remote-user", "remote-user", "x-authenticated-userid"];
  const emails = [
    "x-user-email",
    "x-forwarded-email",
    "x-auth-request-email",
    "x-forwarded-preferred-username",
    "cf-access-authenticated-user-email",
  ];
  return Object.fromEntries([
    ...ids.map((name) => [name, encodeURI(userId)]),
    ...emails.map((name) => [name, encodeURI(userEmail)]),
    ["x-customer-id", encodeURI(customerId)],
    ["x-org-id", encodeURI(customerId)],
  ]);
}

/**
 * A user's fields as texts; what an answer does not say is made up.
 * @param {Whom | undefined} identity
 * @returns {User}
 */
function textsOf(identity) {
  const texts = Object.entries(NOBODY).map(([field, madeUp]) => {
    const { signed, beside } = identity?.[/** @type {keyof Identity} */ (field)] ?? {};
    return [field, [signed, beside].find((value) => typeof value === "string" && value !== "") ?? madeUp];
  });
  return Object.fromEntries(texts);
}

/**
 * A JWT that says of itself that it is not signed.
 * @param {User} user
 */
function unsignedJWT(user) {
  const parts = [
    { alg: "none", typ: "JWT" },
    { sub: user.userId, ...user },
  ];
  return `${parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".")}.`;
}

/**
 * Without a session, whoever is named: no signature.
 * @param {Subject} subject
 */
export async function withoutSession({ ask, at, method, identity, sessions }) {
  const user = textsOf(identity);
  /** @type {Row[]} */
  const rows = [];
  /** @type {(check: string, as: string, how: string, request: Request) => Promise<unknown>} */
  const attempt = async (check, as, how, request) => rows.push(anonymous(check, await ask(...described(as, how, { method, ...request }))));
  for (const [check, how, way] of WAYS) await attempt(check, "without a session", how, way(at, user, NOBODY));
  const headers = { authorization: `Bearer ${unsignedJWT(user)}` };
  await attempt("an unsigned JWT gets no signature", "without a session", "Authorization: Bearer (alg none)", { headers });
  if (sessions.length > 0) {
    await attempt("a made-up session gets no signature", "with a made-up session", "", { headers: forged(sessions[0], identity, NOBODY) });
  }
  return rows;
}

/**
 * As one user, whoever else is named: the same answer as ever, or a refusal.
 * @param {Subject} subject
 * @param {SignedUser} user
 */
export async function asUser({ ask, at, method, other }, { session, identity }) {
  const victim = textsOf(other);
  const rows = [];
  for (const [check, how, way] of WAYS) {
    const request = { method, ...way(at, victim, textsOf(identity)) };
    const answer = await ask(...described("as user 1", how, { ...request, headers: { ...request.headers, ...session } }));
    rows.push(unmoved(check, answer, identity));
  }
  return rows;
}

/** @type {(as: string, how: string, request: Request) => [sent: string, request: Request]} */
const described = (as, how, request) => [`${request.method} ${as}${how === "" ? "" : `, ${how}`}`, request];

/**
 * @param {string} check
 * @param {Answer} answer
 */
function anonymous(check, answer) {
  return hasSignature(answer) ? wrong(check, answer, FIX.noSession) : settled(check, answer);
}

/**
 * @param {string} check
 * @param {Answer} answer
 * @param {Whom} identity
 */
function unmoved(check, answer, identity) {
  if (!hasSignature(answer)) return settled(check, answer);
  const part = signedPart(answer);
  const moved = part === undefined ? ["the signature"] : differences(identity, identityIn(part));
  if (moved.length === 0) return ok(check, answer, `${answer.status}, the same user`);
  return wrong(check, answer, FIX.chosen, `${answer.status}, changed: ${moved.join(", ")}`);
}

/**
 * @param {string} check
 * @param {Answer} answer
 */
function settled(check, answer) {
  if (answer.failure !== undefined) return note(check, answer, FIX.brokenRequest);
  if (answer.status >= 500) return note(check, answer, FIX.serverBroke);
  return ok(check, answer);
}
