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
const metadataWith = async (more) => {
  answers[`/propelauth-api.com/api/backend/v1/user/${ALICE}`] = { ...profile, ...more };
  const metadata = await propelAuth.fetchUserMetadataByUserId(ALICE);
  answers[`/propelauth-api.com/api/backend/v1/user/${ALICE}`] = profile;
  return metadata;
};

test("PropelAuth: the access token that the SDK verified gives the identity in the asked organization", async () => {
  assertIdentity(fromPropelAuth({ ...(await inNetflix()), metadata }), identity);
});

test("PropelAuth: so does the user class with its active organization, without a picture too", async () => {
  const user = await propelAuth.validateAccessTokenAndGetUserClass(await bearer(active));
  const { userAvatarUrl, ...rest } = identity;
  for (const picture_url of [undefined, "javascript:alert(1)"]) {
    assertIdentity(fromPropelAuth({ user, orgMemberInfo: user.getActiveOrg(), metadata: await metadataWith({ picture_url }) }), rest);
  }
});

test("PropelAuth: without the metadata nobody knows whether the email is confirmed, and it is asked for", async () => {
  const input = await inNetflix();
  for (const given of [input, { ...input, metadata: null }]) {
    assert.deepEqual(
      problemsOf(() => fromPropelAuth(given)),
      ["email_unverified userEmail"],
    );
    assert.throws(() => fromPropelAuth(given), /Give metadata, which fetchUserMetadataByUserId/);
  }
  const { userAvatarUrl, ...rest } = identity;
  assertIdentity(fromPropelAuth(input, { userEmail: "alice@netflix.com" }), rest);
});

test("PropelAuth: an organization that the access token has, and the metadata no more, is refused", async () => {
  const input = await inNetflix();
  const member = await metadataWith({ org_id_to_org_info: { [NETFLIX]: membership } });
  assertIdentity(fromPropelAuth({ ...input, metadata: member }), identity);
  const removed = await metadataWith({ org_id_to_org_info: { [ALICE]: membership } });
  assert.deepEqual(
    problemsOf(() => fromPropelAuth({ ...input, metadata: removed })),
    ["organization_missing customerId"],
  );
});

test("PropelAuth: the email is the confirmed one, not that of an older access token", async () => {
  const input = { ...(await inNetflix({ email: "bob@netflix.com" })), metadata };
  assertIdentity(fromPropelAuth(input), identity);
});

test("PropelAuth: an access token that the backend made, and an API key's user, are refused, unless it is allowed", async () => {
  const made = { ...(await inNetflix({ login_method: { login_method: "generated_from_backend_api" } })), metadata };
  answers["/propelauth-api.com/api/backend/v1/end_user_api_keys/validate"] = {
    metadata: {},
    user: { ...profile, first_name: "Alice", last_name: "Chesterton", org_id_to_org_info: { [NETFLIX]: membership } },
    org: { org_id: NETFLIX, org_name: "Netflix" },
    user_in_org: membership,
  };
  const { user, userInOrg } = await propelAuth.validateApiKey("key");
  for (const input of [made, { user, orgMemberInfo: userInOrg, metadata }]) {
    assert.deepEqual(
      problemsOf(() => fromPropelAuth(input)),
      ["session_delegated userId"],
    );
    assertIdentity(fromPropelAuth(input, { allowDelegation: true }), identity);
  }
});

test("PropelAuth: a customerId from the user's properties is refused, one from what only a backend writes is not", async () => {
  const options = { customerId: "42", customerName: "Netflix" };
  for (const properties of [{ company: 42 }, { company: { id: "42" } }, { companies: ["41", "42"] }]) {
    for (const input of [
      { ...(await inNetflix({ properties })), metadata },
      { ...(await inNetflix()), metadata: await metadataWith({ properties }) },
    ]) {
      assert.deepEqual(
        problemsOf(() => fromPropelAuth(input, options)),
        ["field_editable customerId"],
      );
    }
    const both = { ...(await inNetflix({ properties, metadata: { company: 42 } })), metadata };
    assertIdentity(fromPropelAuth(both, options), { ...identity, ...options });
  }
});

test("PropelAuth: with no access token, or an edited one, nobody is signed in", async () => {
  const stolen = `Bearer ${edited(await jwt(claims), { user_id: NETFLIX })}`;
  for (const authorization of [undefined, stolen]) {
    const user = await propelAuth.validateAccessTokenAndGetUser(authorization).catch(() => undefined);
    assert.equal(fromPropelAuth({ user, orgMemberInfo: undefined }), undefined);
  }
});

test("PropelAuth: an impersonator is refused, unless it is allowed", async () => {
  for (const more of [{ impersonator_user_id: NETFLIX }, { login_method: { login_method: "impersonation" } }]) {
    const input = { ...(await inNetflix(more)), metadata };
    assert.deepEqual(
      problemsOf(() => fromPropelAuth(input)),
      ["session_impersonated userId"],
    );
    assertIdentity(fromPropelAuth(input, { allowImpersonation: true }), identity);
  }
});

test("PropelAuth: no active organization is refused, unless the caller knows the customer", async () => {
  const user = await propelAuth.validateAccessTokenAndGetUserClass(await bearer());
  const input = { user, orgMemberInfo: user.getActiveOrg(), metadata };
  assert.deepEqual(
    problemsOf(() => fromPropelAuth(input)),
    ["organization_missing customerId"],
  );
  const own = { customerId: "C256434", customerName: "Netflix" };
  assertIdentity(fromPropelAuth(input, own), { ...identity, ...own });
});

test("PropelAuth: an organization that the user is not in is refused, and another's metadata", async () => {
  const { user, orgMemberInfo } = await inNetflix();
  const others = { user, orgMemberInfo: { ...orgMemberInfo, orgId: ALICE }, metadata: { ...metadata, userId: NETFLIX } };
  assert.deepEqual(
    problemsOf(() => fromPropelAuth(others)),
    ["session_mismatch orgMemberInfo", "session_mismatch metadata"],
  );
});

test("PropelAuth: an email that the metadata says is not confirmed is refused, unless the caller vouches for one", async () => {
  const input = { ...(await inNetflix()), metadata: await metadataWith({ email_confirmed: false }) };
  assert.deepEqual(
    problemsOf(() => fromPropelAuth(input)),
    ["email_unverified userEmail"],
  );
  assertIdentity(fromPropelAuth(input, { userEmail: "alice@netflix.com" }), identity);
});

test("PropelAuth: no email is refused", async () => {
  const input = await inNetflix({ email: undefined });
  assert.deepEqual(
    problemsOf(() => fromPropelAuth(input)),
    ["email_missing userEmail"],
  );
});

test("PropelAuth: the name is the username or else the email", async () => {
  const nameless = { first_name: undefined, last_name: undefined };
  assertIdentity(fromPropelAuth({ ...(await inNetflix(nameless)), metadata }), { ...identity, userName: "alice" });
  const anonymous = { ...nameless, username: undefined };
  for (const odd of [anonymous, { first_name: { of: "Alice" }, last_name: 42, username: [] }]) {
    assertIdentity(fromPropelAuth({ ...(await inNetflix(odd)), metadata }), { ...identity, userName: "alice@netflix.com" });
  }
});

test("PropelAuth: a forgotten await is named", async () => {
  assert.deepEqual(
    problemsOf(() => fromPropelAuth(inNetflix())),
    ["not_an_object input"],
  );
  const user = propelAuth.validateAccessTokenAndGetUser(await bearer());
  assert.deepEqual(
    problemsOf(() => fromPropelAuth({ user, orgMemberInfo: undefined })),
    ["not_an_object user"],
  );
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
