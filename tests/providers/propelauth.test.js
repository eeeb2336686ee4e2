import assert from "node:assert/strict";
import test from "node:test";
import { assertEndpoint, assertIdentity, edited, example, jwt, problemsOf, publicPem, serve } from "./support.js";
import { initBaseAuth } from "@propelauth/node";
import { fromPropelAuth } from "./subject.js";

const ALICE = "31c41c16-c281-44ae-9602-8a047e3bf33d";
const NETFLIX = "1189c444-8a2d-4c41-8b4b-ae43ce79a492";
const issuer = "https://auth.example.com";
Object.assign(process.env, {
  PROPELAUTH_AUTH_URL: issuer,
  PROPELAUTH_API_KEY: "0123456789",
  PROPELAUTH_VERIFIER_KEY: publicPem,
});
const propelAuth = initBaseAuth({
  authUrl: issuer,
  apiKey: "0123456789",
  manualTokenVerificationMetadata: { issuer, verifierKey: publicPem },
});
const profile = {
  user_id: ALICE,
  email: "alice@netflix.com",
  email_confirmed: true,
  picture_url: "https://img.propelauth.com/alice",
};
const answers = { [`/propelauth-api.com/api/backend/v1/user/${ALICE}`]: profile };
serve(answers);

const identity = {
  userId: ALICE,
  customerId: NETFLIX,
  customerName: "Netflix",
  userEmail: "alice@netflix.com",
  userName: "Alice Chesterton",
  userAvatarUrl: "https://img.propelauth.com/alice",
};
const membership = {
  org_id: NETFLIX,
  org_name: "Netflix",
  org_metadata: {},
  url_safe_org_name: "netflix",
  user_role: "Member",
  inherited_user_roles_plus_current_role: ["Member"],
  user_permissions: [],
};
const claims = {
  iss: issuer,
  user_id: ALICE,
  email: "alice@netflix.com",
  first_name: "Alice",
  last_name: "Chesterton",
  username: "alice",
  org_id_to_org_member_info: { [NETFLIX]: membership },
};
const active = { org_id_to_org_member_info: undefined, org_member_info: membership };
const bearer = async (more) => `Bearer ${await jwt({ ...claims, ...more })}`;
const inNetflix = async (more) => propelAuth.validateAccessTokenAndGetUserWithOrgInfo(await bearer(more), { orgId: NETFLIX });
const metadata = await propelAuth.fetchUserMetadataByUserId(ALICE);

test("PropelAuth: the access token that the SDK verified gives the identity in the asked organization", async () => {
  assertIdentity(fromPropelAuth({ ...(await inNetflix()), metadata }), identity);
});

test("PropelAuth: so does the user class with its active organization, without a picture too", async () => {
  const user = await propelAuth.validateAccessTokenAndGetUserClass(await bearer(active));
  const { userAvatarUrl, ...rest } = identity;
  assertIdentity(fromPropelAuth({ user, orgMemberInfo: user.getActiveOrg() }), rest);
});

test("PropelAuth: with no access token, or an edited one, nobody is signed in", async () => {
  const stolen = `Bearer ${edited(await jwt(claims), { user_id: NETFLIX })}`;
  for (const authorization of [undefined, stolen]) {
    const user = await propelAuth.validateAccessTokenAndGetUser(authorization).catch(() => undefined);
    assert.equal(fromPropelAuth({ user, orgMemberInfo: undefined }), undefined);
  }
});

test("PropelAuth: an impersonator is refused, unless it is allowed", async () => {
  const input = { ...(await inNetflix({ impersonator_user_id: NETFLIX })), metadata };
  assert.deepEqual(problemsOf(() => fromPropelAuth(input)), ["session_impersonated userId"]);
  assertIdentity(fromPropelAuth(input, { allowImpersonation: true }), identity);
});

test("PropelAuth: no active organization is refused, unless the caller knows the customer", async () => {
  const user = await propelAuth.validateAccessTokenAndGetUserClass(await bearer());
  const input = { user, orgMemberInfo: user.getActiveOrg(), metadata };
  assert.deepEqual(problemsOf(() => fromPropelAuth(input)), ["organization_missing customerId"]);
  const own = { customerId: "C256434", customerName: "Netflix" };
  assertIdentity(fromPropelAuth(input, own), { ...identity, ...own });
});

test("PropelAuth: an organization that the user is not in is refused, and another's metadata", async () => {
  const { user, orgMemberInfo } = await inNetflix();
  const others = { user, orgMemberInfo: { ...orgMemberInfo, orgId: ALICE }, metadata: { ...metadata, userId: NETFLIX } };
  assert.deepEqual(problemsOf(() => fromPropelAuth(others)), ["session_mismatch orgMemberInfo", "session_mismatch metadata"]);
});

test("PropelAuth: an email that the metadata says is not confirmed is refused, unless the caller vouches for one", async () => {
  answers[`/propelauth-api.com/api/backend/v1/user/${ALICE}`] = { ...profile, email_confirmed: false };
  const input = { ...(await inNetflix()), metadata: await propelAuth.fetchUserMetadataByUserId(ALICE) };
  answers[`/propelauth-api.com/api/backend/v1/user/${ALICE}`] = profile;
  assert.deepEqual(problemsOf(() => fromPropelAuth(input)), ["email_unverified userEmail"]);
  assertIdentity(fromPropelAuth(input, { userEmail: "alice@netflix.com" }), identity);
});

test("PropelAuth: no email is refused", async () => {
  const input = await inNetflix({ email: undefined });
  assert.deepEqual(problemsOf(() => fromPropelAuth(input)), ["email_missing userEmail"]);
});

test("PropelAuth: the name is the username or else the email", async () => {
  const nameless = { first_name: undefined, last_name: undefined };
  assertIdentity(fromPropelAuth({ ...(await inNetflix(nameless)), metadata }), { ...identity, userName: "alice" });
  const anonymous = { ...nameless, username: undefined };
  assertIdentity(fromPropelAuth({ ...(await inNetflix(anonymous)), metadata }), { ...identity, userName: "alice@netflix.com" });
});

test("PropelAuth: a forgotten await is named", async () => {
  assert.deepEqual(problemsOf(() => fromPropelAuth(inNetflix())), ["not_an_object input"]);
  const user = propelAuth.validateAccessTokenAndGetUser(await bearer());
  assert.deepEqual(problemsOf(() => fromPropelAuth({ user, orgMemberInfo: undefined })), ["not_an_object user"]);
});

test("PropelAuth: the example's endpoint gives an accepted token, and none to an impersonator or without a session", async () => {
  const { GET } = await example("propelauth");
  await assertEndpoint(GET, {
    userId: ALICE,
    signedIn: { authorization: await bearer(active) },
    impersonated: { authorization: await bearer({ ...active, impersonator_user_id: NETFLIX }) },
    signedOut: [{ authorization: `Bearer ${edited(await jwt(claims), { user_id: NETFLIX })}` }],
  });
});
