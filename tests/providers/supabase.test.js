import assert from "node:assert/strict";
import test from "node:test";
import { address, assertEndpoint, assertIdentity, edited, example, jwks, jwt, problemsOf, serve } from "./support.js";
import { AuthClient } from "@supabase/auth-js";
import { fromSupabase } from "./subject.js";

process.env.SUPABASE_URL = address;
serve({ "/auth/v1/.well-known/jwks.json": jwks });
const auth = new AuthClient({ url: `${address}/auth/v1`, autoRefreshToken: false, persistSession: false });

const ALICE = "11111111-1111-4111-8111-111111111111";
const payload = {
  iss: `${address}/auth/v1`,
  sub: ALICE,
  aud: "authenticated",
  role: "authenticated",
  aal: "aal1",
  session_id: "22222222-2222-4222-8222-222222222222",
  email: "alice@netflix.com",
  is_anonymous: false,
  app_metadata: { provider: "email", org_id: "C256434", org_name: "Netflix" },
  user_metadata: { full_name: "Alice Chesterton", avatar_url: "https://example.com/alice.png", email_verified: false },
};
const identity = {
  userId: ALICE,
  customerId: "C256434",
  customerName: "Netflix",
  userEmail: "alice@netflix.com",
  userName: "Alice Chesterton",
  userAvatarUrl: "https://example.com/alice.png",
};
const keys = { customerIdKey: "org_id", customerNameKey: "org_name" };
const claimsOf = async (token) => (await auth.getClaims(token, { jwks })).data?.claims;
const claimsWith = async (more) => claimsOf(await jwt({ ...payload, ...more }));

test("Supabase: the claims that getClaims verified give the identity", async () => {
  assertIdentity(fromSupabase({ claims: await claimsWith() }, keys), identity);
});

test("Supabase: customer_id and customer_name are looked for unless other keys are given", async () => {
  const claims = await claimsWith({ app_metadata: { customer_id: "C256434", customer_name: "Netflix" } });
  assertIdentity(fromSupabase({ claims }), identity);
});

test("Supabase: with an edited access token nobody is signed in", async () => {
  const claims = await claimsOf(edited(await jwt(payload), { sub: "22222222-2222-4222-8222-222222222222" }));
  assert.equal(fromSupabase({ claims }, keys), undefined);
});

test("Supabase: a customer in user_metadata is refused, by its key and by its value", async () => {
  const own = { ...payload.user_metadata, org_id: "C999999", profile: { company: "C888888" } };
  const moved = await claimsWith({ app_metadata: { provider: "email" }, user_metadata: own });
  assert.deepEqual(problemsOf(() => fromSupabase({ claims: moved }, keys)), ["field_editable customerId"]);
  const both = await claimsWith({ user_metadata: own });
  for (const customerId of [both.user_metadata.org_id, both.user_metadata.profile.company]) {
    assert.deepEqual(problemsOf(() => fromSupabase({ claims: both }, { ...keys, customerId })), ["field_editable customerId"]);
  }
});

test("Supabase: what user_metadata says beside app_metadata changes nothing", async () => {
  const claims = await claimsWith({ user_metadata: { ...payload.user_metadata, org_id: "C999999", sub: "x", email: "bob@netflix.com" } });
  assertIdentity(fromSupabase({ claims }, keys), identity);
});

test("Supabase: no customer is refused, unless the caller knows it", async () => {
  const claims = await claimsWith({ app_metadata: undefined });
  assert.deepEqual(problemsOf(() => fromSupabase({ claims })), ["organization_missing customerId"]);
  assertIdentity(fromSupabase({ claims }, { customerId: "C256434", customerName: "Netflix" }), identity);
});

test("Supabase: an anonymous user has no email and is refused", async () => {
  const claims = await claimsWith({ email: "", is_anonymous: true, user_metadata: {} });
  assert.deepEqual(problemsOf(() => fromSupabase({ claims }, keys)), ["email_missing userEmail"]);
});

test("Supabase: no name is the email, and a name that is no text is refused", async () => {
  const { userAvatarUrl, ...rest } = identity;
  const nameless = await claimsWith({ user_metadata: undefined });
  assertIdentity(fromSupabase({ claims: nameless }, keys), { ...rest, userName: "alice@netflix.com" });
  const odd = await claimsWith({ user_metadata: { full_name: { first: "Alice" } } });
  assert.deepEqual(problemsOf(() => fromSupabase({ claims: odd }, keys)), ["field_not_string userName"]);
});

test("Supabase: an act claim is refused, unless it is allowed", async () => {
  const claims = await claimsWith({ act: { sub: "staff" } });
  assert.deepEqual(problemsOf(() => fromSupabase({ claims }, keys)), ["session_impersonated userId"]);
  assertIdentity(fromSupabase({ claims }, { ...keys, allowImpersonation: true }), identity);
});

test("Supabase: a key of the project, which has no user, and a forgotten await are named", async () => {
  const claims = await claimsWith({ sub: undefined, role: "service_role" });
  assert.deepEqual(problemsOf(() => fromSupabase({ claims }, keys)), ["field_missing userId"]);
  const promise = auth.getClaims(await jwt(payload), { jwks });
  assert.deepEqual(problemsOf(() => fromSupabase(promise, keys)), ["not_an_object input"]);
  assert.deepEqual(problemsOf(() => fromSupabase({ claims: promise.then(({ data }) => data.claims) }, keys)), ["not_an_object claims"]);
});

test("Supabase: the example's endpoint gives an accepted token, and none to an impersonator or without a session", async () => {
  const { GET } = await example("supabase");
  await assertEndpoint(GET, {
    userId: ALICE,
    signedIn: { authorization: `Bearer ${await jwt(payload)}` },
    impersonated: { authorization: `Bearer ${await jwt({ ...payload, act: { sub: "staff" } })}` },
    signedOut: [{ authorization: `Bearer ${edited(await jwt(payload), { email: "bob@netflix.com" })}` }],
  });
});
