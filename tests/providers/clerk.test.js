import assert from "node:assert/strict";
import test from "node:test";
import { assertEndpoint, assertIdentity, edited, example, jwt, problemsOf, publicPem, serve } from "./support.js";
import { createClerkClient, verifyToken } from "@clerk/backend";
import { fromClerk } from "./subject.js";

Object.assign(process.env, {
  CLERK_TELEMETRY_DISABLED: "1",
  CLERK_SECRET_KEY: "sk_test_0123456789",
  CLERK_PUBLISHABLE_KEY: `pk_test_${btoa("clerk.example.dev$")}`,
  CLERK_JWT_KEY: publicPem,
});
const clerk = createClerkClient({
  secretKey: process.env.CLERK_SECRET_KEY,
  publishableKey: process.env.CLERK_PUBLISHABLE_KEY,
  jwtKey: publicPem,
});
const verified = { status: "verified", strategy: "email_code" };
const alice = {
  object: "user",
  id: "user_alice",
  first_name: "Alice",
  last_name: "Chesterton",
  username: "alice",
  image_url: "https://img.clerk.com/alice",
  primary_email_address_id: "idn_1",
  email_addresses: [
    { object: "email_address", id: "idn_0", email_address: "old@netflix.com", verification: null, linked_to: [] },
    { object: "email_address", id: "idn_1", email_address: "alice@netflix.com", verification: verified, linked_to: [] },
  ],
  phone_numbers: [],
  web3_wallets: [],
  external_accounts: [],
  enterprise_accounts: [],
  public_metadata: {},
  private_metadata: {},
  unsafe_metadata: {},
};
const netflix = { object: "organization", id: "org_netflix", name: "Netflix", slug: "netflix" };
const answers = {
  "/api.clerk.com/v1/users/user_alice": alice,
  "/api.clerk.com/v1/users/user_bob": { ...alice, id: "user_bob" },
  "/api.clerk.com/v1/organizations/org_netflix": netflix,
  "/api.clerk.com/v1/organizations/org_other": { ...netflix, id: "org_other", name: "Other" },
};
serve(answers);

const identity = {
  userId: "user_alice",
  customerId: "org_netflix",
  customerName: "Netflix",
  userEmail: "alice@netflix.com",
  userName: "Alice Chesterton",
  userAvatarUrl: "https://img.clerk.com/alice",
};
const claims = {
  iss: "https://clerk.example.dev",
  sub: "user_alice",
  sid: "sess_1",
  v: 2,
  fva: [0, -1],
  sts: "active",
  nbf: Math.floor(Date.now() / 1000) - 10,
  o: { id: "org_netflix", slg: "netflix", rol: "admin" },
};
const request = (token) => new Request("http://localhost/", { headers: token ? { authorization: `Bearer ${token}` } : {} });
const authOf = async (more) => (await clerk.authenticateRequest(request(await jwt({ ...claims, ...more })))).toAuth();
const userWith = async (more) => {
  answers["/api.clerk.com/v1/users/user_alice"] = { ...alice, ...more };
  const user = await clerk.users.getUser("user_alice");
  answers["/api.clerk.com/v1/users/user_alice"] = alice;
  return user;
};
const user = await clerk.users.getUser("user_alice");
const organization = await clerk.organizations.getOrganization({ organizationId: "org_netflix" });

test("Clerk: the session that authenticateRequest verified gives the identity", async () => {
  assertIdentity(fromClerk({ auth: await authOf(), user, organization }), identity);
});

test("Clerk: so do the claims that verifyToken gives, of either version", async () => {
  const { v, o, ...first } = claims;
  for (const payload of [claims, { ...first, org_id: "org_netflix" }]) {
    const auth = await verifyToken(await jwt(payload), { jwtKey: publicPem });
    assertIdentity(fromClerk({ auth, user, organization }), identity);
  }
});

test("Clerk: without a session, with an edited or a pending one nobody is signed in", async () => {
  const stolen = edited(await jwt(claims), { sub: "user_bob" });
  for (const token of [undefined, stolen]) {
    const auth = (await clerk.authenticateRequest(request(token))).toAuth();
    assert.equal(fromClerk({ auth, user: undefined }), undefined);
  }
  assert.equal(fromClerk({ auth: await authOf({ sts: "pending" }), user, organization }), undefined);
  const auth = await verifyToken(await jwt({ ...claims, sts: "pending" }), { jwtKey: publicPem });
  assert.equal(fromClerk({ auth, user, organization }), undefined);
});

test("Clerk: without a userId nobody is signed in, in a version that has no isAuthenticated too", async () => {
  const { isAuthenticated, ...auth } = (await clerk.authenticateRequest(request())).toAuth();
  assert.equal(fromClerk({ auth, user: undefined }), undefined);
});

test("Clerk: an actor is refused, in the session and in the claims, unless it is allowed", async () => {
  const act = { sub: "user_staff" };
  const auth = await authOf({ act });
  assert.deepEqual(problemsOf(() => fromClerk({ auth, user, organization })), ["session_impersonated userId"]);
  const payload = await verifyToken(await jwt({ ...claims, act }), { jwtKey: publicPem });
  assert.deepEqual(problemsOf(() => fromClerk({ auth: payload, user, organization })), ["session_impersonated userId"]);
  assertIdentity(fromClerk({ auth, user, organization }, { allowImpersonation: true }), identity);
});

test("Clerk: no active organization is refused, unless the caller knows the customer", async () => {
  const auth = await authOf({ o: undefined });
  assert.deepEqual(problemsOf(() => fromClerk({ auth, user })), ["organization_missing customerId"]);
  const own = { customerId: "C256434", customerName: "Netflix" };
  assertIdentity(fromClerk({ auth, user }, own), { ...identity, ...own });
});

test("Clerk: the organization's name is asked for", async () => {
  const auth = await authOf();
  assert.deepEqual(problemsOf(() => fromClerk({ auth, user })), ["field_missing customerName"]);
});

test("Clerk: the primary email must be there and verified", async () => {
  const auth = await authOf();
  for (const verification of [null, { status: "unverified", strategy: "email_code" }]) {
    const unverified = await userWith({ email_addresses: [{ ...alice.email_addresses[1], verification }] });
    assert.deepEqual(problemsOf(() => fromClerk({ auth, user: unverified, organization })), ["email_unverified userEmail"]);
    assertIdentity(fromClerk({ auth, user: unverified, organization }, { userEmail: "alice@netflix.com" }), identity);
  }
  const none = await userWith({ primary_email_address_id: null });
  assert.deepEqual(problemsOf(() => fromClerk({ auth, user: none, organization })), ["email_missing userEmail"]);
  assert.deepEqual(problemsOf(() => fromClerk({ auth, user: undefined, organization })), ["email_missing userEmail"]);
});

test("Clerk: the name is the username or else the email", async () => {
  const auth = await authOf();
  const nameless = await userWith({ first_name: null, last_name: null });
  assertIdentity(fromClerk({ auth, user: nameless, organization }), { ...identity, userName: "alice" });
  const anonymous = await userWith({ first_name: null, last_name: null, username: null });
  assertIdentity(fromClerk({ auth, user: anonymous, organization }), { ...identity, userName: "alice@netflix.com" });
});

test("Clerk: the record of another user or organization is refused, both at once", async () => {
  const auth = await authOf();
  const bob = await clerk.users.getUser("user_bob");
  const other = await clerk.organizations.getOrganization({ organizationId: "org_other" });
  assert.deepEqual(problemsOf(() => fromClerk({ auth, user: bob, organization: other })), [
    "session_mismatch user",
    "session_mismatch organization",
  ]);
});

test("Clerk: a customerId from unsafeMetadata is refused, one from publicMetadata is not", async () => {
  const auth = await authOf();
  const unsafe = await userWith({ unsafe_metadata: { company: { id: "C256434" } } });
  const options = { customerId: unsafe.unsafeMetadata.company.id };
  assert.deepEqual(problemsOf(() => fromClerk({ auth, user: unsafe, organization }, options)), ["field_editable customerId"]);
  const safe = await userWith({ unsafe_metadata: { company: "C256434" }, public_metadata: { company: "C256434" } });
  assertIdentity(fromClerk({ auth, user: safe, organization }, options), { ...identity, customerId: "C256434" });
});

test("Clerk: a forgotten await or toAuth() is named", async () => {
  const state = await clerk.authenticateRequest(request(await jwt(claims)));
  assert.deepEqual(problemsOf(() => fromClerk({ auth: state, user, organization })), ["field_missing userId"]);
  const promise = clerk.users.getUser("user_alice");
  assert.deepEqual(problemsOf(() => fromClerk({ auth: state.toAuth(), user: promise, organization })), ["not_an_object user"]);
});

test("Clerk: the example's endpoint gives an accepted token, and none to an impersonator or without a session", async () => {
  const { GET } = await example("clerk");
  await assertEndpoint(GET, {
    userId: "user_alice",
    signedIn: { authorization: `Bearer ${await jwt(claims)}` },
    impersonated: { authorization: `Bearer ${await jwt({ ...claims, act: { sub: "user_staff" } })}` },
    signedOut: [{ authorization: `Bearer ${edited(await jwt(claims), { sub: "user_bob" })}` }],
  });
});
