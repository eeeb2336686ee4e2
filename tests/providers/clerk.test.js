import assert from "node:assert/strict";
import test from "node:test";
import { assertEndpoint, assertIdentity, edited, example, jwt, problemsOf, publicPem, serve } from "./support.js";
import * as version3 from "@clerk/backend";
import * as version1 from "clerk-backend-1";
import * as version2 from "clerk-backend-2";
import { fromClerk } from "./subject.js";

Object.assign(process.env, {
  CLERK_TELEMETRY_DISABLED: "1",
  CLERK_SECRET_KEY: "sk_test_0123456789",
  CLERK_PUBLISHABLE_KEY: `pk_test_${btoa("clerk.example.dev$")}`,
  CLERK_JWT_KEY: publicPem,
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
const act = { sub: "user_staff" };
const request = (token) => new Request("http://localhost/", { headers: token ? { authorization: `Bearer ${token}` } : {} });
const settings = { secretKey: process.env.CLERK_SECRET_KEY, publishableKey: process.env.CLERK_PUBLISHABLE_KEY, jwtKey: publicPem };

/** The tests of what all major versions of the SDK have. */
async function sessionsOf(name, { createClerkClient, verifyToken }) {
  const clerk = createClerkClient(settings);
  const authOf = async (more) => (await clerk.authenticateRequest(request(await jwt({ ...claims, ...more })))).toAuth();
  const userWith = async (more) => {
    answers["/api.clerk.com/v1/users/user_alice"] = { ...alice, ...more };
    const user = await clerk.users.getUser("user_alice");
    answers["/api.clerk.com/v1/users/user_alice"] = alice;
    return user;
  };
  const user = await clerk.users.getUser("user_alice");
  const organization = await clerk.organizations.getOrganization({ organizationId: "org_netflix" });

  test(`${name}: the session that authenticateRequest verified gives the identity`, async () => {
    assertIdentity(fromClerk({ auth: await authOf(), user, organization }), identity);
  });

  test(`${name}: so do the claims that verifyToken gives, of either version`, async () => {
    const { v, o, ...first } = claims;
    for (const payload of [claims, { ...first, org_id: "org_netflix" }]) {
      const auth = await verifyToken(await jwt(payload), { jwtKey: publicPem });
      assertIdentity(fromClerk({ auth, user, organization }), identity);
    }
  });

  test(`${name}: without a session, with an edited or a pending one nobody is signed in`, async () => {
    const stolen = edited(await jwt(claims), { sub: "user_bob" });
    for (const token of [undefined, stolen]) {
      const auth = (await clerk.authenticateRequest(request(token))).toAuth();
      assert.equal(fromClerk({ auth, user: undefined }), undefined);
    }
    assert.equal(fromClerk({ auth: await authOf({ sts: "pending" }), user, organization }), undefined);
    const auth = await verifyToken(await jwt({ ...claims, sts: "pending" }), { jwtKey: publicPem });
    assert.equal(fromClerk({ auth, user, organization }), undefined);
  });

  test(`${name}: an actor is refused, in the session and in the claims, unless it is allowed`, async () => {
    const auth = await authOf({ act });
    assert.deepEqual(
      problemsOf(() => fromClerk({ auth, user, organization })),
      ["session_impersonated userId"],
    );
    const payload = await verifyToken(await jwt({ ...claims, act }), { jwtKey: publicPem });
    assert.deepEqual(
      problemsOf(() => fromClerk({ auth: payload, user, organization })),
      ["session_impersonated userId"],
    );
    assertIdentity(fromClerk({ auth, user, organization }, { allowImpersonation: true }), identity);
  });

  test(`${name}: no active organization is refused, unless the caller knows the customer`, async () => {
    const auth = await authOf({ o: undefined });
    assert.deepEqual(
      problemsOf(() => fromClerk({ auth, user })),
      ["organization_missing customerId"],
    );
    const own = { customerId: "C256434", customerName: "Netflix" };
    assertIdentity(fromClerk({ auth, user }, own), { ...identity, ...own });
  });

  test(`${name}: the organization's name is asked for`, async () => {
    const auth = await authOf();
    assert.deepEqual(
      problemsOf(() => fromClerk({ auth, user })),
      ["field_missing customerName"],
    );
  });

  test(`${name}: the primary email must be there and verified`, async () => {
    const auth = await authOf();
    for (const verification of [null, { status: "unverified", strategy: "email_code" }]) {
      const unverified = await userWith({ email_addresses: [{ ...alice.email_addresses[1], verification }] });
      assert.deepEqual(
        problemsOf(() => fromClerk({ auth, user: unverified, organization })),
        ["email_unverified userEmail"],
      );
      assertIdentity(fromClerk({ auth, user: unverified, organization }, { userEmail: "alice@netflix.com" }), identity);
    }
    const none = await userWith({ primary_email_address_id: null });
    assert.deepEqual(
      problemsOf(() => fromClerk({ auth, user: none, organization })),
      ["email_missing userEmail"],
    );
    assert.deepEqual(
      problemsOf(() => fromClerk({ auth, user: undefined, organization })),
      ["email_missing userEmail"],
    );
  });

  test(`${name}: the name is the username or else the email`, async () => {
    const auth = await authOf();
    const nameless = await userWith({ first_name: null, last_name: null });
    assertIdentity(fromClerk({ auth, user: nameless, organization }), { ...identity, userName: "alice" });
    const anonymous = await userWith({ first_name: null, last_name: null, username: null });
    assertIdentity(fromClerk({ auth, user: anonymous, organization }), { ...identity, userName: "alice@netflix.com" });
  });

  test(`${name}: the record of another user or organization is refused, both at once`, async () => {
    const auth = await authOf();
    const bob = await clerk.users.getUser("user_bob");
    const other = await clerk.organizations.getOrganization({ organizationId: "org_other" });
    assert.deepEqual(
      problemsOf(() => fromClerk({ auth, user: bob, organization: other })),
      ["session_mismatch user", "session_mismatch organization"],
    );
  });

  test(`${name}: a customerId from unsafeMetadata is refused, one from publicMetadata is not`, async () => {
    const auth = await authOf();
    const options = { customerId: "C256434" };
    const unsafe = await userWith({ unsafe_metadata: { company: { id: "C256434" } } });
    assert.deepEqual(
      problemsOf(() => fromClerk({ auth, user: unsafe, organization }, options)),
      ["field_editable customerId"],
    );
    for (const unsafe_metadata of [{ company: 42 }, { companies: [{ id: 42 }] }, { company: "42" }]) {
      const numbered = await userWith({ unsafe_metadata });
      const refused = problemsOf(() => fromClerk({ auth, user: numbered, organization }, { customerId: "42" }));
      assert.deepEqual(refused, ["field_editable customerId"]);
    }
    const safe = await userWith({ unsafe_metadata: { company: "C256434" }, public_metadata: { company: "C256434" } });
    assertIdentity(fromClerk({ auth, user: safe, organization }, options), { ...identity, customerId: "C256434" });
  });

  test(`${name}: a forgotten await or toAuth() is named`, async () => {
    const state = await clerk.authenticateRequest(request(await jwt(claims)));
    assert.deepEqual(
      problemsOf(() => fromClerk({ auth: state, user, organization })),
      ["field_missing userId"],
    );
    const promise = clerk.users.getUser("user_alice");
    assert.deepEqual(
      problemsOf(() => fromClerk({ auth: state.toAuth(), user: promise, organization })),
      ["not_an_object user"],
    );
  });

  test(`${name}: a userEmail from unsafeMetadata is refused, and her own is not`, async () => {
    const auth = await authOf();
    const unsafe = await userWith({ unsafe_metadata: { emails: ["bob@netflix.com", "alice@netflix.com"] } });
    assert.deepEqual(
      problemsOf(() => fromClerk({ auth, user: unsafe, organization }, { userEmail: "bob@netflix.com" })),
      ["field_editable userEmail"],
    );
    assertIdentity(fromClerk({ auth, user: unsafe, organization }, { userEmail: "alice@netflix.com" }), identity);
  });

  test(`${name}: a picture that is no http(s) address is left out`, async () => {
    const { userAvatarUrl, ...rest } = identity;
    for (const image_url of ["javascript:alert(1)", "data:image/png;base64,AA", "/alice.png", 42, ""]) {
      assertIdentity(fromClerk({ auth: await authOf(), user: await userWith({ image_url }), organization }), rest);
    }
  });
}

await sessionsOf("Clerk 1", version1);
await sessionsOf("Clerk 2", version2);
await sessionsOf("Clerk 3", version3);

const valid = { scopes: [], claims: null, revoked: false, expired: false };
const tokens = {
  "an API key": [
    "ak_1",
    "/api_keys/verify",
    { ...valid, object: "api_key", id: "ak_1", type: "api_key", name: "key", subject: "user_alice" },
  ],
  "a company's API key": [
    "ak_2",
    "/api_keys/verify",
    { ...valid, object: "api_key", id: "ak_2", type: "api_key", name: "key", subject: "org_netflix" },
  ],
  "a machine's token": ["mt_1", "/m2m_tokens/verify", { ...valid, object: "machine_to_machine_token", id: "mt_1", subject: "mch_1" }],
  "an OAuth token": [
    "oat_1",
    "/oauth_applications/access_tokens/verify",
    { ...valid, object: "clerk_idp_oauth_access_token", id: "oat_1", client_id: "client_1", type: "oauth_token", subject: "user_alice" },
  ],
};
const own = { customerId: "C256434", customerName: "Netflix" };
for (const [name, sdk] of [
  ["Clerk 2", version2],
  ["Clerk 3", version3],
]) {
  const clerk = sdk.createClerkClient(settings);
  for (const [kind, [token, path, answer]] of Object.entries(tokens)) {
    test(`${name}: ${kind} is not her own session, and refused unless it is allowed`, async () => {
      answers[`/api.clerk.com${path}`] = answer;
      const auth = (await clerk.authenticateRequest(request(token), { acceptsToken: "any" })).toAuth();
      assert.equal(auth.isAuthenticated, true);
      const user = await clerk.users.getUser("user_alice");
      assert.equal(problemsOf(() => fromClerk({ auth, user }))[0], "session_delegated userId");
      const allowed = () => fromClerk({ auth, user }, { ...own, allowDelegation: true });
      if (answer.subject === "user_alice") assertIdentity(allowed(), { ...identity, ...own });
      else assert.deepEqual(problemsOf(allowed), ["field_missing userId"]);
    });
  }

  test(`${name}: a machine's token that Clerk refuses is nobody's`, async () => {
    delete answers["/api.clerk.com/api_keys/verify"];
    const auth = (await clerk.authenticateRequest(request("ak_unknown"), { acceptsToken: "any" })).toAuth();
    assert.equal(fromClerk({ auth, user: undefined }), undefined);
  });
}

test("Clerk 3: an OAuth token and a machine's token in the form of a JWT are refused too", async () => {
  const clerk = version3.createClerkClient(settings);
  const user = await clerk.users.getUser("user_alice");
  const oauth = await jwt({ iss: claims.iss, sub: "user_alice", client_id: "client_1", scope: "email" }, { typ: "at+jwt" });
  const auth = (await clerk.authenticateRequest(request(oauth), { acceptsToken: "any" })).toAuth();
  assert.deepEqual(
    problemsOf(() => fromClerk({ auth, user }, own)),
    ["session_delegated userId"],
  );
  const payloads = [{ sub: "user_alice", client_id: "client_1" }, { sub: "mch_1" }];
  for (const payload of payloads) {
    const auth = await version3.verifyToken(await jwt({ iss: claims.iss, ...payload }), { jwtKey: publicPem });
    const vouched = { ...own, userEmail: "alice@netflix.com" };
    assert.deepEqual(
      problemsOf(() => fromClerk({ auth, user: null }, vouched)),
      ["session_delegated userId"],
    );
  }
});

test("Clerk: the example's endpoint gives an accepted token, and none to an impersonator or without a session", async () => {
  const { GET } = await example("clerk");
  await assertEndpoint(GET, {
    userId: "user_alice",
    signedIn: { authorization: `Bearer ${await jwt(claims)}` },
    impersonated: { authorization: `Bearer ${await jwt({ ...claims, act })}` },
    signedOut: [{ authorization: `Bearer ${edited(await jwt(claims), { sub: "user_bob" })}` }],
  });
});
