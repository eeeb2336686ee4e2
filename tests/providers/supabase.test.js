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
  assert.deepEqual(
    problemsOf(() => fromSupabase({ claims: moved }, keys)),
    ["field_editable customerId"],
  );
  const both = await claimsWith({ user_metadata: own });
  for (const customerId of [both.user_metadata.org_id, both.user_metadata.profile.company]) {
    assert.deepEqual(
      problemsOf(() => fromSupabase({ claims: both }, { ...keys, customerId })),
      ["field_editable customerId"],
    );
  }
});

test("Supabase: what user_metadata says beside app_metadata changes nothing", async () => {
  const claims = await claimsWith({ user_metadata: { ...payload.user_metadata, org_id: "C999999", sub: "x", email: "bob@netflix.com" } });
  assertIdentity(fromSupabase({ claims }, keys), identity);
});

test("Supabase: no customer is refused, unless the caller knows it", async () => {
  const claims = await claimsWith({ app_metadata: undefined });
  assert.deepEqual(
    problemsOf(() => fromSupabase({ claims })),
    ["organization_missing customerId"],
  );
  assertIdentity(fromSupabase({ claims }, { customerId: "C256434", customerName: "Netflix" }), identity);
});

test("Supabase: a customerId and a userEmail from user_metadata are refused, at any depth and as a number too", async () => {
  const own = { customerName: "Netflix" };
  for (const user_metadata of [{ company: 42 }, { companies: [{ ids: [41, 42] }] }, { a: { b: { c: "42" } } }]) {
    const claims = await claimsWith({ user_metadata });
    assert.deepEqual(
      problemsOf(() => fromSupabase({ claims }, { ...own, customerId: "42" })),
      ["field_editable customerId"],
    );
  }
  const written = await claimsWith({ user_metadata: { company: "42", email: "bob@netflix.com" }, app_metadata: { companies: [42] } });
  assertIdentity(fromSupabase({ claims: written }, { ...own, customerId: "42" }), {
    userId: ALICE,
    customerId: "42",
    customerName: "Netflix",
    userEmail: "alice@netflix.com",
    userName: "alice@netflix.com",
  });
  assert.deepEqual(
    problemsOf(() => fromSupabase({ claims: written }, { ...own, customerId: "42", userEmail: "bob@netflix.com" })),
    ["field_editable userEmail"],
  );
});

test("Supabase: a customer that a hook put beside app_metadata is refused, and the message says where it is", async () => {
  const claims = await claimsWith({ app_metadata: {}, org_id: "C256434", org_name: "Netflix" });
  assert.deepEqual(
    problemsOf(() => fromSupabase({ claims }, keys)),
    ["organization_missing customerId"],
  );
  assert.throws(() => fromSupabase({ claims }, keys), /the claims themselves do\. Give customerId and customerName in the options\./);
  assertIdentity(fromSupabase({ claims }, { customerId: claims.org_id, customerName: claims.org_name }), identity);
});

test("Supabase: claims that are not where they belong are refused, and the message says where to look", async () => {
  const result = await auth.getClaims(await jwt(payload), { jwks });
  assert.deepEqual(
    problemsOf(() => fromSupabase(result.data.claims, keys)),
    ["field_missing claims"],
  );
  assert.throws(() => fromSupabase(result.data.claims, keys), /Give \{ claims \}, where claims is data\.claims of what getClaims/);
  assert.deepEqual(
    problemsOf(() => fromSupabase({ claims: result.data }, keys)),
    ["field_missing userId"],
  );
  assert.throws(() => fromSupabase({ claims: result.data }, keys), /It holds a member claims\. Give that one\./);
});

test("Supabase: an OAuth client's token is refused, unless it is allowed", async () => {
  const claims = await claimsWith({ client_id: "9a8b7c6d-5e4f-4a2b-9c0d-9e8f7a6b5c4d" });
  assert.deepEqual(
    problemsOf(() => fromSupabase({ claims }, keys)),
    ["session_delegated userId"],
  );
  assertIdentity(fromSupabase({ claims }, { ...keys, allowDelegation: true }), identity);
});

test("Supabase: an anonymous user is refused, with userEmail given too, unless it is allowed", async () => {
  const claims = await claimsWith({ email: "", is_anonymous: true, user_metadata: {} });
  const given = { ...keys, userEmail: "alice@netflix.com", userName: "Alice" };
  assert.deepEqual(
    problemsOf(() => fromSupabase({ claims }, keys)),
    ["session_anonymous userId", "email_missing userEmail"],
  );
  assert.deepEqual(
    problemsOf(() => fromSupabase({ claims }, given)),
    ["session_anonymous userId"],
  );
  const { userAvatarUrl, ...rest } = identity;
  assertIdentity(fromSupabase({ claims }, { ...given, allowAnonymous: true }), { ...rest, userName: "Alice" });
});

test("Supabase: all that keeps a session from being her own is named at once", async () => {
  const claims = await claimsWith({ client_id: "c", is_anonymous: true, act: { sub: "staff" } });
  assert.deepEqual(
    problemsOf(() => fromSupabase({ claims }, { ...keys, allowDelegation: true })),
    ["session_impersonated userId", "session_anonymous userId"],
  );
});

test("Supabase: an email that a hook says is not verified is refused; what user_metadata says of it changes nothing", async () => {
  const claims = await claimsWith({ email_verified: false, user_metadata: { ...payload.user_metadata, email_verified: true } });
  assert.deepEqual(
    problemsOf(() => fromSupabase({ claims }, keys)),
    ["email_unverified userEmail"],
  );
});

test("Supabase: the name is full_name, else name, else the email; what is no text never breaks the endpoint", async () => {
  const { userAvatarUrl, ...rest } = identity;
  const named = await claimsWith({ user_metadata: { full_name: { first: "Alice" }, name: "Alice C." } });
  assertIdentity(fromSupabase({ claims: named }, keys), { ...rest, userName: "Alice C." });
  for (const broken of [{ first: "Alice" }, 42, ["Alice"], true, "", "  ", "\ud800"]) {
    const claims = await claimsWith({ user_metadata: { full_name: broken, name: broken, avatar_url: broken } });
    assertIdentity(fromSupabase({ claims }, keys), { ...rest, userName: "alice@netflix.com" });
  }
  const nameless = await claimsWith({ user_metadata: undefined });
  assertIdentity(fromSupabase({ claims: nameless }, keys), { ...rest, userName: "alice@netflix.com" });
});

test("Supabase: only an http(s) address is taken as the picture", async () => {
  const { userAvatarUrl, ...rest } = identity;
  const full_name = "Alice Chesterton";
  for (const avatar_url of ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "//example.com/a.png", "https://a b"]) {
    const claims = await claimsWith({ user_metadata: { full_name, avatar_url } });
    assertIdentity(fromSupabase({ claims }, keys), rest);
  }
  const picture = await claimsWith({ user_metadata: { full_name, picture: "HTTP://example.com/a.png" } });
  assertIdentity(fromSupabase({ claims: picture }, keys), { ...rest, userAvatarUrl: "HTTP://example.com/a.png" });
});

test("Supabase: an act claim is refused, unless it is allowed", async () => {
  const claims = await claimsWith({ act: { sub: "staff" } });
  assert.deepEqual(
    problemsOf(() => fromSupabase({ claims }, keys)),
    ["session_impersonated userId"],
  );
  assertIdentity(fromSupabase({ claims }, { ...keys, allowImpersonation: true }), identity);
});

test("Supabase: a key of the project, which has no user, and a forgotten await are named", async () => {
  const claims = await claimsWith({ sub: undefined, role: "service_role" });
  assert.deepEqual(
    problemsOf(() => fromSupabase({ claims }, keys)),
    ["field_missing userId"],
  );
  const promise = auth.getClaims(await jwt(payload), { jwks });
  assert.deepEqual(
    problemsOf(() => fromSupabase(promise, keys)),
    ["not_an_object input"],
  );
  assert.deepEqual(
    problemsOf(() => fromSupabase({ claims: promise.then(({ data }) => data.claims) }, keys)),
    ["not_an_object claims"],
  );
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
