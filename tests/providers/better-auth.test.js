import assert from "node:assert/strict";
import test from "node:test";
import { assertEndpoint, assertIdentity, example, problemsOf } from "./support.js";
import { apiKey } from "@better-auth/api-key";
import { betterAuth } from "better-auth";
import { memoryAdapter } from "better-auth/adapters/memory";
import { admin, anonymous, organization } from "better-auth/plugins";
import { fromBetterAuth } from "./subject.js";

const db = { user: [], session: [], account: [], verification: [], organization: [], member: [], invitation: [], apikey: [] };
const auth = betterAuth({
  baseURL: "http://localhost:3000",
  secret: "0123456789abcdef0123456789abcdef",
  database: memoryAdapter(db),
  emailAndPassword: { enabled: true },
  user: {
    additionalFields: {
      company: { type: "string", required: false },
      employer: { type: "number", required: false, input: true },
      tenant: { type: "string", required: false, input: false },
    },
  },
  session: { additionalFields: { desk: { type: "string", required: false } } },
  plugins: [
    organization({ schema: { organization: { additionalFields: { account: { type: "string", required: false, input: false } } } } }),
    admin(),
    anonymous(),
    apiKey({ enableSessionForAPIKeys: true }),
  ],
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
const member = await auth.api.getActiveMember({ headers });

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
  assert.deepEqual(
    problemsOf(() => fromBetterAuth({ session, organization: netflix })),
    ["session_impersonated userId"],
  );
  assertIdentity(fromBetterAuth({ session, organization: netflix }, { allowImpersonation: true }), identity);
});

test("Better Auth: no active organization is refused, unless the caller knows the customer", () => {
  const session = withoutOrganization;
  assert.deepEqual(
    problemsOf(() => fromBetterAuth({ session, organization: null })),
    ["organization_missing customerId"],
  );
  assertIdentity(fromBetterAuth({ session }, own), { ...identity, ...own });
});

test("Better Auth: the session's organization counts only with its record, or with the membership", async () => {
  const missing = ["organization_missing customerId"];
  assert.deepEqual(
    problemsOf(() => fromBetterAuth({ session })),
    missing,
  );
  assert.deepEqual(
    problemsOf(() => fromBetterAuth({ session }, { customerName: "Netflix" })),
    missing,
  );
  assert.deepEqual(
    problemsOf(() => fromBetterAuth({ session }, { customerId: netflixId, customerName: "Netflix" })),
    missing,
  );
  assertIdentity(fromBetterAuth({ session, organization: await auth.api.getOrganization({ headers }) }), identity);
  assertIdentity(fromBetterAuth({ session, member }, { customerName: "Netflix" }), identity);
  assert.deepEqual(
    problemsOf(() => fromBetterAuth({ session, member })),
    ["field_missing customerName"],
  );
});

test("Better Auth: the record of another organization, and the membership of another user, are refused", () => {
  const other = { ...netflix, id: "other" };
  assert.deepEqual(
    problemsOf(() => fromBetterAuth({ session, organization: other })),
    ["session_mismatch organization"],
  );
  for (const more of [{ userId: "bob" }, { organizationId: "other" }]) {
    const given = { session, organization: netflix, member: { ...member, ...more } };
    assert.deepEqual(
      problemsOf(() => fromBetterAuth(given)),
      ["session_mismatch member"],
    );
  }
});

test("Better Auth: a removed member keeps activeOrganizationId, and gets nothing", async () => {
  const removed = db.member.splice(0);
  const stale = await auth.api.getSession({ headers });
  assert.equal(stale.session.activeOrganizationId, netflixId);
  const others = { ...netflix, members: netflix.members.filter(({ userId }) => userId !== alice.id) };
  const { signaturesEndpoint } = await example("better-auth");
  const answer = await signaturesEndpoint(auth)(new Request("http://localhost/fogbender-signatures", { headers }));
  db.member.push(...removed);
  await auth.api.setActiveOrganization({ body: { organizationId: netflixId }, headers });

  assert.deepEqual([answer.status, (await answer.json()).error.code], [403, "organization_missing"]);
  for (const options of [{}, { customerName: "Netflix" }, { customerId: netflixId, customerName: "Netflix" }]) {
    const refused = problemsOf(() => fromBetterAuth({ session: stale, organization: others }, options));
    assert.deepEqual(refused, ["organization_missing customerId"]);
  }
  // A list of members may be cut off; the membership itself is not.
  assertIdentity(fromBetterAuth({ session, organization: others, member }), identity);
});

test("Better Auth: an anonymous user is refused, unless it is allowed", async () => {
  const { headers } = await auth.api.signInAnonymous({ returnHeaders: true });
  const session = await auth.api.getSession({ headers: cookiesOf(headers) });
  const given = { ...own, userEmail: "alice@netflix.com", userName: "Alice" };
  assert.deepEqual(
    problemsOf(() => fromBetterAuth({ session }, given)),
    ["session_anonymous userId"],
  );
  const expected = { userId: session.user.id, ...given };
  assertIdentity(fromBetterAuth({ session }, { ...given, allowAnonymous: true }), expected);
  assert.deepEqual(
    problemsOf(() => fromBetterAuth({ session }, { ...own, allowAnonymous: true })),
    ["email_unverified userEmail"],
  );
});

test("Better Auth: a session made of an API key has no active organization, and is refused for that", async () => {
  const { key } = await auth.api.createApiKey({ body: { userId: alice.id } });
  const keyed = await auth.api.getSession({ headers: new Headers({ "x-api-key": key }) });
  assert.equal(keyed.user.id, alice.id);
  assert.deepEqual(
    problemsOf(() => fromBetterAuth({ session: keyed })),
    ["organization_missing customerId"],
  );
  assert.deepEqual(
    problemsOf(() => fromBetterAuth({ session: keyed, organization: netflix })),
    ["session_mismatch organization", "organization_missing customerId"],
  );
});

test("Better Auth: a customerId from a field that users can write is refused", async () => {
  await auth.api.updateUser({ body: { company: "C999999", employer: 42 }, headers });
  await auth.api.updateSession({ body: { desk: "D1" }, headers });
  await auth.api.updateOrganization({ body: { data: { metadata: { customers: [{ id: 43 }] } } }, headers });
  const session = await auth.api.getSession({ headers });
  const organization = await auth.api.getOrganization({ headers });
  for (const customerId of ["C999999", "42", "D1", "43"]) {
    const refused = problemsOf(() => fromBetterAuth({ session, organization, auth }, { customerId, customerName: "Netflix" }));
    assert.deepEqual(refused, ["field_editable customerId"]);
  }
});

test("Better Auth: one from a field with input: false is taken, if auth says that it is one", async () => {
  const session = await sessionWith({ tenant: "T1" });
  const organization = { ...netflix, account: "A1" };
  for (const customerId of ["T1", "A1"]) {
    const options = { customerId, customerName: "Netflix" };
    assert.deepEqual(
      problemsOf(() => fromBetterAuth({ session, organization }, options)),
      ["field_editable customerId"],
    );
    assertIdentity(fromBetterAuth({ session, organization, auth }, options), { ...identity, customerId });
  }
  await assert.rejects(auth.api.updateUser({ body: { tenant: "T2" }, headers }), { status: "BAD_REQUEST" });
});

test("Better Auth: an unverified email is refused, unless the caller vouches for one; all at once", () => {
  assert.deepEqual(
    problemsOf(() => fromBetterAuth({ session: unverified })),
    ["organization_missing customerId", "email_unverified userEmail"],
  );
  const vouched = { ...own, userEmail: "alice@netflix.com" };
  assertIdentity(fromBetterAuth({ session: unverified }, vouched), { ...identity, ...own });
});

test("Better Auth: what says nothing of the email counts as unverified", async () => {
  for (const emailVerified of [undefined, null, "true"]) {
    const session = await sessionWith({ emailVerified });
    assert.deepEqual(
      problemsOf(() => fromBetterAuth({ session, organization: netflix })),
      ["email_unverified userEmail"],
    );
  }
});

test("Better Auth: no email is refused; no name is the email, and no picture is left out", async () => {
  const { userAvatarUrl, ...rest } = identity;
  const nameless = await sessionWith({ name: "", image: null });
  assertIdentity(fromBetterAuth({ session: nameless, organization: netflix }), { ...rest, userName: "alice@netflix.com" });
  const odd = await sessionWith({ name: { first: "Alice" }, image: "javascript:alert(1)" });
  assertIdentity(fromBetterAuth({ session: odd, organization: netflix }), { ...rest, userName: "alice@netflix.com" });
  const mailless = await sessionWith({ email: "" });
  assert.deepEqual(
    problemsOf(() => fromBetterAuth({ session: mailless, organization: netflix })),
    ["email_missing userEmail"],
  );
});

test("Better Auth: a forgotten await, and the session without its user, are named", () => {
  const promise = auth.api.getSession({ headers });
  assert.deepEqual(
    problemsOf(() => fromBetterAuth({ session: promise })),
    ["not_an_object session"],
  );
  assert.deepEqual(
    problemsOf(() => fromBetterAuth({ session: session.session })),
    ["field_missing userId"],
  );
  assert.deepEqual(
    problemsOf(() => fromBetterAuth(session)),
    ["field_unknown user"],
  );
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
