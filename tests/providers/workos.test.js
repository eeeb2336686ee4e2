import assert from "node:assert/strict";
import test from "node:test";
import { assertEndpoint, assertIdentity, edited, example, jwks, jwt, problemsOf, serve } from "./support.js";
import { WorkOS } from "@workos-inc/node";
import { fromWorkOS } from "./subject.js";

const cookiePassword = "0123456789abcdef0123456789abcdef";
Object.assign(process.env, {
  WORKOS_API_KEY: "sk_test_0123456789",
  WORKOS_CLIENT_ID: "client_1",
  WORKOS_COOKIE_PASSWORD: cookiePassword,
});
const profile = {
  object: "user",
  id: "user_alice",
  email: "alice@netflix.com",
  email_verified: true,
  first_name: "Alice",
  last_name: "Chesterton",
  profile_picture_url: "https://workoscdn.com/alice",
};
const netflix = { object: "organization", id: "org_netflix", name: "Netflix", domains: [] };
const answers = {
  "/api.workos.com/sso/jwks/client_1": jwks,
  "/api.workos.com/organizations/org_netflix": netflix,
  "/api.workos.com/organizations/org_other": { ...netflix, id: "org_other" },
};
serve(answers);
const workos = new WorkOS("sk_test_0123456789", { clientId: "client_1" });

const identity = {
  userId: "user_alice",
  customerId: "org_netflix",
  customerName: "Netflix",
  userEmail: "alice@netflix.com",
  userName: "Alice Chesterton",
  userAvatarUrl: "https://workoscdn.com/alice",
};
const impersonator = { email: "staff@example.com", reason: "support" };
const claims = { iss: "https://api.workos.com", sub: "user_alice", sid: "session_1", org_id: "org_netflix", role: "member" };

/** The sealed session that the SDK makes of what WorkOS answers when a user signs in. */
async function sealed({ user, accessToken, impersonator, authenticationMethod = "Password", ...more } = {}) {
  answers["/api.workos.com/user_management/authenticate"] = {
    user: { ...profile, ...user },
    access_token: accessToken ?? (await jwt({ ...claims, ...more })),
    refresh_token: "refresh",
    impersonator,
    authentication_method: authenticationMethod,
  };
  const { sealedSession } = await workos.userManagement.authenticateWithCode({
    code: "code",
    session: { sealSession: true, cookiePassword },
  });
  return sealedSession;
}
const opened = (sessionData) => workos.userManagement.loadSealedSession({ sessionData, cookiePassword }).authenticate();
const sessionOf = async (given) => opened(await sealed(given));
const organization = await workos.organizations.getOrganization("org_netflix");

test("WorkOS: the sealed session that the SDK opened and verified gives the identity", async () => {
  assertIdentity(fromWorkOS({ session: await sessionOf(), organization }), identity);
});

test("WorkOS: without a cookie, or with an edited access token, nobody is signed in", async () => {
  const accessToken = edited(await jwt(claims), { org_id: "org_other" });
  for (const sessionData of ["", await sealed({ accessToken })]) {
    assert.equal(fromWorkOS({ session: await opened(sessionData) }), undefined);
  }
});

test("WorkOS: AuthKit's session without a user is nobody's", () => {
  assert.equal(fromWorkOS({ session: { user: null } }), undefined);
});

test("WorkOS: an impersonator is refused, unless it is allowed", async () => {
  for (const sign of [{ impersonator }, { authenticationMethod: "Impersonation" }]) {
    const session = await sessionOf(sign);
    assert.deepEqual(
      problemsOf(() => fromWorkOS({ session, organization })),
      ["session_impersonated userId"],
    );
    assertIdentity(fromWorkOS({ session, organization }, { allowImpersonation: true }), identity);
  }
});

test("WorkOS: a session in which another app signed in for the user is refused, unless it is allowed", async () => {
  const session = await sessionOf({ authenticationMethod: "CrossAppAuth" });
  assert.deepEqual(
    problemsOf(() => fromWorkOS({ session, organization })),
    ["session_delegated userId"],
  );
  assertIdentity(fromWorkOS({ session, organization }, { allowDelegation: true }), identity);
});

test("WorkOS: an API key makes no session, and its record is none", async () => {
  answers["/api.workos.com/api_keys/validations"] = {
    api_key: { object: "api_key", id: "api_key_1", owner: { type: "user", id: "user_alice", organization_id: "org_netflix" }, name: "key" },
  };
  const { apiKey } = await workos.apiKeys.createValidation({ value: "sk_1" });
  assert.equal(apiKey.owner.id, "user_alice");
  assert.deepEqual(
    problemsOf(() => fromWorkOS({ session: apiKey, organization })),
    ["field_missing userId"],
  );
});

test("WorkOS: no organization is refused, unless the caller knows the customer", async () => {
  const session = await sessionOf({ org_id: undefined });
  assert.deepEqual(
    problemsOf(() => fromWorkOS({ session })),
    ["organization_missing customerId"],
  );
  const own = { customerId: "C256434", customerName: "Netflix" };
  assertIdentity(fromWorkOS({ session }, own), { ...identity, ...own });
});

test("WorkOS: the organization's name is asked for, and that of another organization refused", async () => {
  const session = await sessionOf();
  assert.deepEqual(
    problemsOf(() => fromWorkOS({ session })),
    ["field_missing customerName"],
  );
  const other = await workos.organizations.getOrganization("org_other");
  assert.deepEqual(
    problemsOf(() => fromWorkOS({ session, organization: other })),
    ["session_mismatch organization"],
  );
});

test("WorkOS: an unverified email, and none, are refused, unless the caller vouches for one", async () => {
  const unverified = await sessionOf({ user: { email_verified: false } });
  assert.deepEqual(
    problemsOf(() => fromWorkOS({ session: unverified, organization })),
    ["email_unverified userEmail"],
  );
  assertIdentity(fromWorkOS({ session: unverified, organization }, { userEmail: "alice@netflix.com" }), identity);
  for (const email_verified of [undefined, null, "true"]) {
    const unsaid = await sessionOf({ user: { email_verified } });
    assert.deepEqual(
      problemsOf(() => fromWorkOS({ session: unsaid, organization })),
      ["email_unverified userEmail"],
    );
  }
  const none = await sessionOf({ user: { email: "" } });
  assert.deepEqual(
    problemsOf(() => fromWorkOS({ session: none, organization })),
    ["email_missing userEmail"],
  );
});

test("WorkOS: user.name comes before first and last name", async () => {
  const session = await sessionOf({ user: { name: "Dr. Alice Chesterton" } });
  assertIdentity(fromWorkOS({ session, organization }), { ...identity, userName: "Dr. Alice Chesterton" });
});

test("WorkOS: a name that is no text, and a picture that is no http(s) address, are left out", async () => {
  const { userAvatarUrl, ...rest } = identity;
  for (const profile_picture_url of ["javascript:alert(1)", "data:image/png;base64,AA", { url: "https://example.com" }]) {
    const session = await sessionOf({ user: { name: { of: "Alice" }, first_name: {}, last_name: 42, profile_picture_url } });
    assertIdentity(fromWorkOS({ session, organization }), { ...rest, userName: "alice@netflix.com" });
  }
});

test("WorkOS: half a name is a name, no name is the email, and no picture is left out", async () => {
  const half = await sessionOf({ user: { last_name: null } });
  assertIdentity(fromWorkOS({ session: half, organization }), { ...identity, userName: "Alice" });
  const { userAvatarUrl, ...rest } = identity;
  const nameless = await sessionOf({ user: { name: null, first_name: null, last_name: null, profile_picture_url: null } });
  assertIdentity(fromWorkOS({ session: nameless, organization }), { ...rest, userName: "alice@netflix.com" });
});

test("WorkOS: a forgotten authenticate() and a forgotten await are named", async () => {
  const session = workos.userManagement.loadSealedSession({ sessionData: await sealed(), cookiePassword });
  assert.deepEqual(
    problemsOf(() => fromWorkOS({ session, organization })),
    ["field_missing userId"],
  );
  assert.deepEqual(
    problemsOf(() => fromWorkOS({ session: session.authenticate(), organization })),
    ["not_an_object session"],
  );
});

test("WorkOS: the example's endpoint gives an accepted token, and none to an impersonator or without a session", async () => {
  const { GET } = await example("workos");
  await assertEndpoint(GET, {
    userId: "user_alice",
    signedIn: { cookie: `wos-session=${await sealed()}` },
    impersonated: { cookie: `wos-session=${await sealed({ impersonator })}` },
    signedOut: [{ cookie: `wos-session=${await sealed({ accessToken: edited(await jwt(claims), { sub: "user_bob" }) })}` }],
  });
});
