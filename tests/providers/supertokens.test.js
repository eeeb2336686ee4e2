import assert from "node:assert/strict";
import test from "node:test";
import { address, assertEndpoint, assertIdentity, edited, example, jwks, jwt, problemsOf, serve } from "./support.js";
import supertokens from "supertokens-node";
import Session from "supertokens-node/recipe/session";
import { fromSuperTokens } from "./subject.js";

Object.assign(process.env, {
  SUPERTOKENS_CONNECTION_URI: address,
  API_DOMAIN: "http://localhost:3000",
  WEBSITE_DOMAIN: "http://localhost:3000",
});
const loginMethod = {
  recipeId: "emailpassword",
  recipeUserId: "alice",
  tenantIds: ["netflix"],
  email: "alice@netflix.com",
  verified: true,
  timeJoined: 1_700_000_000_000,
};
const alice = {
  id: "alice",
  isPrimaryUser: true,
  tenantIds: ["netflix"],
  timeJoined: 1_700_000_000_000,
  emails: ["alice@netflix.com"],
  phoneNumbers: [],
  thirdParty: [],
  webauthn: { credentialIds: [] },
  loginMethods: [loginMethod],
};
const answers = {
  "/.well-known/jwks.json": jwks,
  "/apiversion": { versions: ["5.4"] },
  "/user/id": { status: "OK", user: alice },
};
serve(answers);
const { GET } = await example("supertokens");

const identity = {
  userId: "alice",
  customerId: "netflix",
  customerName: "Netflix",
  userEmail: "alice@netflix.com",
  userName: "alice@netflix.com",
};
const options = { customerName: "Netflix" };
const claims = { sub: "alice", rsub: "alice", tId: "netflix", sessionHandle: "handle-1", refreshTokenHash1: "hash", stt: 0 };
const accessToken = (more) => jwt({ ...claims, ...more }, { version: "5" });
const sessionOf = async (more) => Session.getSessionWithoutRequestResponse(await accessToken(more));
const userWith = async (more) => {
  answers["/user/id"] = { status: "OK", user: { ...alice, ...more } };
  const user = await supertokens.getUser("alice");
  answers["/user/id"] = { status: "OK", user: alice };
  return user;
};
const user = await supertokens.getUser("alice");

test("SuperTokens: the session that the core's keys verified gives the identity of its tenant", async () => {
  assertIdentity(fromSuperTokens({ session: await sessionOf(), user }, options), identity);
});

test("SuperTokens: the caller gives the name and the picture", async () => {
  const more = { userName: "Alice Chesterton", userAvatarUrl: "https://example.com/alice.png" };
  assertIdentity(fromSuperTokens({ session: await sessionOf(), user }, { ...options, ...more }), { ...identity, ...more });
});

test("SuperTokens: without a session nobody is signed in, and an edited one is none", async () => {
  const session = await Session.getSessionWithoutRequestResponse(undefined, undefined, { sessionRequired: false });
  assert.equal(fromSuperTokens({ session, user: undefined }, options), undefined);
  const stolen = edited(await accessToken(), { sub: "bob" });
  await assert.rejects(Session.getSessionWithoutRequestResponse(stolen), { type: "TRY_REFRESH_TOKEN" });
});

test("SuperTokens: an impersonation is refused, by the claim of SuperTokens' guide and by RFC 8693's, unless it is allowed", async () => {
  for (const claim of [{ isImpersonation: true }, { act: { sub: "staff" } }]) {
    const session = await sessionOf(claim);
    assert.deepEqual(
      problemsOf(() => fromSuperTokens({ session, user }, options)),
      ["session_impersonated userId"],
    );
    assertIdentity(fromSuperTokens({ session, user }, { ...options, allowImpersonation: true }), identity);
  }
});

test("SuperTokens: the default tenant is no organization, unless the caller knows the customer", async () => {
  const session = await sessionOf({ tId: "public" });
  assert.deepEqual(
    problemsOf(() => fromSuperTokens({ session, user }, options)),
    ["organization_missing customerId"],
  );
  const own = { customerId: "C256434", customerName: "Netflix" };
  assertIdentity(fromSuperTokens({ session, user }, own), { ...identity, ...own });
});

test("SuperTokens: a user who was removed from the tenant keeps her session, and gets nothing", async () => {
  const session = await sessionOf();
  const removed = await userWith({ tenantIds: ["public", "other"] });
  assert.deepEqual(
    problemsOf(() => fromSuperTokens({ session, user: removed }, options)),
    ["organization_missing customerId"],
  );
  const stale = { customerId: session.getTenantId(), customerName: "Netflix" };
  assert.deepEqual(
    problemsOf(() => fromSuperTokens({ session, user: removed }, stale)),
    ["organization_missing customerId"],
  );
});

test("SuperTokens: the name of the tenant is asked for", async () => {
  const session = await sessionOf();
  assert.deepEqual(
    problemsOf(() => fromSuperTokens({ session, user }, {})),
    ["field_missing customerName"],
  );
});

test("SuperTokens: of several emails the verified one is taken", async () => {
  const unverified = { ...loginMethod, email: "bob@netflix.com", verified: false };
  const several = await userWith({ emails: ["bob@netflix.com", "alice@netflix.com"], loginMethods: [unverified, loginMethod] });
  assertIdentity(fromSuperTokens({ session: await sessionOf(), user: several }, options), identity);
});

test("SuperTokens: with no verified email, and with none at all, it is refused, unless the caller vouches for one", async () => {
  const session = await sessionOf();
  const unverified = await userWith({ loginMethods: [{ ...loginMethod, verified: false }] });
  const passwordless = { ...loginMethod, recipeId: "passwordless", email: undefined, phoneNumber: "+14155550100" };
  const phone = await userWith({ emails: [], loginMethods: [passwordless] });
  assert.deepEqual(
    problemsOf(() => fromSuperTokens({ session, user: unverified }, options)),
    ["email_unverified userEmail"],
  );
  assert.deepEqual(
    problemsOf(() => fromSuperTokens({ session, user: phone }, options)),
    ["email_missing userEmail"],
  );
  for (const user of [unverified, phone]) {
    assertIdentity(fromSuperTokens({ session, user }, { ...options, userEmail: "alice@netflix.com" }), identity);
  }
});

test("SuperTokens: a record that says nothing of an email counts as unverified", async () => {
  const session = await sessionOf();
  for (const loginMethods of [undefined, [], [{ ...loginMethod, verified: "true" }]]) {
    const record = { ...user, loginMethods };
    assert.deepEqual(
      problemsOf(() => fromSuperTokens({ session, user: record }, options)),
      ["email_unverified userEmail"],
    );
  }
});

test("SuperTokens: an OAuth client's token is no session to the SDK itself", async () => {
  const token = await accessToken({ stt: 1, client_id: "client_1" });
  await assert.rejects(Session.getSessionWithoutRequestResponse(token), { type: "UNAUTHORISED" });
});

test("SuperTokens: another user's record is refused, and that of linked accounts is not", async () => {
  const session = await sessionOf();
  const bob = await userWith({ id: "bob", loginMethods: [{ ...loginMethod, recipeUserId: "bob" }] });
  assert.deepEqual(
    problemsOf(() => fromSuperTokens({ session, user: bob }, options)),
    ["session_mismatch user"],
  );
  const linked = await userWith({ id: "primary", loginMethods: [{ ...loginMethod, recipeUserId: "primary" }, loginMethod] });
  assertIdentity(fromSuperTokens({ session, user: linked }, options), identity);
});

test("SuperTokens: a forgotten await is named", async () => {
  const session = sessionOf();
  assert.deepEqual(
    problemsOf(() => fromSuperTokens({ session, user: supertokens.getUser("alice") }, options)),
    ["not_an_object session", "not_an_object user"],
  );
  await session;
});

test("SuperTokens: the example's endpoint gives an accepted token, and none to an impersonator or without a session", async () => {
  await assertEndpoint(GET, {
    userId: "alice",
    signedIn: { authorization: `Bearer ${await accessToken()}` },
    impersonated: { authorization: `Bearer ${await accessToken({ isImpersonation: true })}` },
    signedOut: [
      { authorization: `Bearer ${edited(await accessToken(), { sub: "bob" })}` },
      { authorization: `Bearer ${await accessToken({ stt: 1 })}` },
    ],
  });
});
