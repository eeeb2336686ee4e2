import assert from "node:assert/strict";
import test from "node:test";
import { assertEndpoint, assertIdentity, example, problemsOf } from "./support.js";
import { betterAuth } from "better-auth";
import { memoryAdapter } from "better-auth/adapters/memory";
import { admin, organization } from "better-auth/plugins";
import { fromBetterAuth } from "./subject.js";

const db = { user: [], session: [], account: [], verification: [], organization: [], member: [], invitation: [] };
const auth = betterAuth({
  baseURL: "http://localhost:3000",
  secret: "0123456789abcdef0123456789abcdef",
  database: memoryAdapter(db),
  emailAndPassword: { enabled: true },
  plugins: [organization(), admin()],
});

/** What a browser sends back: of each name the value that was set last. */
function cookiesOf(headers) {
  const values = new Map(headers.getSetCookie().map((cookie) => cookie.match(/^([^=]+)=([^;]*)/).slice(1)));
  return new Headers({ cookie: Array.from(values, ([name, value]) => `${name}=${value}`).join("; ") });
}

const { headers: signedUp, response } = await auth.api.signUpEmail({
  body: { name: "Alice Chesterton", email: "alice@netflix.com", password: "correct horse", image: "https://example.com/alice.png" },
  returnHeaders: true,
});
const headers = cookiesOf(signedUp);
const alice = db.user.find(({ id }) => id === response.user.id);
const unverified = await auth.api.getSession({ headers });
alice.emailVerified = true;
const withoutOrganization = await auth.api.getSession({ headers });
const { id: netflixId } = await auth.api.createOrganization({ body: { name: "Netflix", slug: "netflix" }, headers });
const session = await auth.api.getSession({ headers });
const netflix = await auth.api.getFullOrganization({ headers });

const staff = await auth.api.signUpEmail({
  body: { name: "Staff", email: "staff@example.com", password: "correct horse" },
  returnHeaders: true,
});
db.user.find(({ id }) => id === staff.response.user.id).role = "admin";
const impersonation = await auth.api.impersonateUser({
  body: { userId: alice.id },
  headers: cookiesOf(staff.headers),
  returnHeaders: true,
});
const impersonating = cookiesOf(impersonation.headers);
await auth.api.setActiveOrganization({ body: { organizationId: netflixId }, headers: impersonating });

const identity = {
  userId: alice.id,
  customerId: netflixId,
  customerName: "Netflix",
  userEmail: "alice@netflix.com",
  userName: "Alice Chesterton",
  userAvatarUrl: "https://example.com/alice.png",
};
const own = { customerId: "C256434", customerName: "Netflix" };

/** The session after the user's record was changed, which is then as before. */
async function sessionWith(changes) {
  const before = { ...alice };
  Object.assign(alice, changes);
  try {
    return await auth.api.getSession({ headers });
  } finally {
    Object.assign(alice, before);
  }
}

test("Better Auth: the session that getSession found gives the identity in its active organization", () => {
  assertIdentity(fromBetterAuth({ session, organization: netflix }), identity);
});

test("Better Auth: without a cookie, or with an edited one, nobody is signed in", async () => {
  const stolen = new Headers({ cookie: headers.get("cookie").replace(/=./, "=#") });
  for (const headers of [new Headers(), stolen]) {
    assert.equal(fromBetterAuth({ session: await auth.api.getSession({ headers }) }), undefined);
  }
});

test("Better Auth: a session that an admin impersonates is refused, unless it is allowed", async () => {
  const session = await auth.api.getSession({ headers: impersonating });
  assert.equal(session.user.id, alice.id);
  assert.deepEqual(problemsOf(() => fromBetterAuth({ session, organization: netflix })), ["session_impersonated userId"]);
  assertIdentity(fromBetterAuth({ session, organization: netflix }, { allowImpersonation: true }), identity);
});

test("Better Auth: no active organization is refused, unless the caller knows the customer", () => {
  const session = withoutOrganization;
  assert.deepEqual(problemsOf(() => fromBetterAuth({ session, organization: null })), ["organization_missing customerId"]);
  assertIdentity(fromBetterAuth({ session }, own), { ...identity, ...own });
});

test("Better Auth: the organization's name is asked for, and that of another organization refused", () => {
  assert.deepEqual(problemsOf(() => fromBetterAuth({ session })), ["field_missing customerName"]);
  const other = { ...netflix, id: "other" };
  assert.deepEqual(problemsOf(() => fromBetterAuth({ session, organization: other })), ["session_mismatch organization"]);
});

test("Better Auth: an unverified email is refused, unless the caller vouches for one; all at once", () => {
  assert.deepEqual(problemsOf(() => fromBetterAuth({ session: unverified })), [
    "organization_missing customerId",
    "email_unverified userEmail",
  ]);
  const vouched = { ...own, userEmail: "alice@netflix.com" };
  assertIdentity(fromBetterAuth({ session: unverified }, vouched), { ...identity, ...own });
});

test("Better Auth: no email is refused; no name is the email, and no picture is left out", async () => {
  const { userAvatarUrl, ...rest } = identity;
  const nameless = await sessionWith({ name: "", image: null });
  assertIdentity(fromBetterAuth({ session: nameless, organization: netflix }), { ...rest, userName: "alice@netflix.com" });
  const mailless = await sessionWith({ email: "" });
  assert.deepEqual(problemsOf(() => fromBetterAuth({ session: mailless, organization: netflix })), ["email_missing userEmail"]);
});

test("Better Auth: a forgotten await, and the session without its user, are named", () => {
  const promise = auth.api.getSession({ headers });
  assert.deepEqual(problemsOf(() => fromBetterAuth({ session: promise })), ["not_an_object session"]);
  assert.deepEqual(problemsOf(() => fromBetterAuth({ session: session.session })), ["field_missing userId"]);
  assert.deepEqual(problemsOf(() => fromBetterAuth(session)), ["field_unknown user"]);
});

test("Better Auth: the example's endpoint gives an accepted token, and none to an impersonator or without a session", async () => {
  const { signaturesEndpoint } = await example("better-auth");
  await assertEndpoint(signaturesEndpoint(auth), {
    userId: alice.id,
    signedIn: headers,
    impersonated: impersonating,
    signedOut: [{ cookie: headers.get("cookie").replace(/=./, "=#") }],
  });
});
