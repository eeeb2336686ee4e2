import assert from "node:assert/strict";
import test from "node:test";
import { assertEndpoint, assertIdentity, example, problemsOf } from "./support.js";
import { encode, getToken } from "@auth/core/jwt";
import * as version4 from "next-auth/jwt";
import { fromAuthJs } from "./subject.js";

const COOKIE = "authjs.session-token";
const secret = "0123456789abcdef0123456789abcdef";
Object.assign(process.env, { AUTH_SECRET: secret, NEXTAUTH_SECRET: secret });

const claims = { sub: "user_alice", email: "alice@netflix.com", name: "Alice Chesterton", picture: "https://example.com/alice.png" };
const customer = { customerId: "C256434", customerName: "Netflix" };
const identity = {
  userId: "user_alice",
  ...customer,
  userEmail: "alice@netflix.com",
  userName: "Alice Chesterton",
  userAvatarUrl: "https://example.com/alice.png",
};
const cookie = async (more, key = secret) => `${COOKIE}=${await encode({ token: { ...claims, ...more }, secret: key, salt: COOKIE })}`;
const tokenOf = (headers) => getToken({ req: new Request("http://localhost/", { headers }), secret });
const tokenWith = async (more) => tokenOf({ cookie: await cookie(more) });

test("Auth.js: the session cookie that getToken decrypted gives the identity", async () => {
  assertIdentity(fromAuthJs({ token: await tokenWith() }, customer), identity);
});

test("Auth.js: without a cookie, or with one made with another secret, nobody is signed in", async () => {
  const forged = await cookie({}, "another secret of thirty-two bytes");
  for (const headers of [{}, { cookie: forged }]) {
    const token = await tokenOf(headers);
    assert.equal(fromAuthJs({ token }, { customerId: undefined, customerName: undefined }), undefined);
  }
});

test("Auth.js: the customer is the caller's to give", async () => {
  const token = await tokenWith();
  assert.deepEqual(
    problemsOf(() => fromAuthJs({ token })),
    ["organization_missing customerId"],
  );
  assert.deepEqual(
    problemsOf(() => fromAuthJs({ token }, { customerId: "C256434" })),
    ["field_missing customerName"],
  );
});

test("Auth.js: an act claim is refused, unless it is allowed", async () => {
  const token = await tokenWith({ act: { sub: "staff" } });
  assert.deepEqual(
    problemsOf(() => fromAuthJs({ token }, customer)),
    ["session_impersonated userId"],
  );
  assertIdentity(fromAuthJs({ token }, { ...customer, allowImpersonation: true }), identity);
});

test("Auth.js: no email is refused, and no name is the email", async () => {
  const { userAvatarUrl, ...rest } = identity;
  const nameless = await tokenWith({ name: null, picture: null });
  assertIdentity(fromAuthJs({ token: nameless }, customer), { ...rest, userName: "alice@netflix.com" });
  for (const email of [null, undefined, ""]) {
    const token = await tokenWith({ email });
    assert.deepEqual(
      problemsOf(() => fromAuthJs({ token }, customer)),
      ["email_missing userEmail"],
    );
  }
});

test("Auth.js: a name that is no text, and a picture that is no http(s) address, are left out", async () => {
  const { userAvatarUrl, ...rest } = identity;
  const broken = [
    [{ first: "Alice" }, "javascript:alert(1)"],
    [42, "data:image/png;base64,AA"],
    ["  ", { url: "https://a.b" }],
  ];
  for (const [name, picture] of broken) {
    assertIdentity(fromAuthJs({ token: await tokenWith({ name, picture }) }, customer), { ...rest, userName: "alice@netflix.com" });
  }
});

test("Auth.js: an email that the jwt callback marked as not verified is refused, unless the caller vouches for one", async () => {
  const token = await tokenWith({ email_verified: false });
  assert.deepEqual(
    problemsOf(() => fromAuthJs({ token }, customer)),
    ["email_unverified userEmail"],
  );
  assertIdentity(fromAuthJs({ token }, { ...customer, userEmail: "alice@netflix.com" }), identity);
  for (const email_verified of [true, undefined]) {
    assertIdentity(fromAuthJs({ token: await tokenWith({ email_verified }) }, customer), identity);
  }
});

test("Auth.js: a token without sub, and a forgotten await, are named", async () => {
  for (const sub of [undefined, null, ""]) {
    const token = await tokenWith({ sub });
    assert.deepEqual(
      problemsOf(() => fromAuthJs({ token }, customer)),
      ["field_missing userId"],
    );
  }
  assert.deepEqual(
    problemsOf(() => fromAuthJs({ token: tokenWith() }, customer)),
    ["not_an_object token"],
  );
});

test("Auth.js: a number as sub is refused", async () => {
  const token = await tokenWith({ sub: 42 });
  assert.deepEqual(
    problemsOf(() => fromAuthJs({ token }, customer)),
    ["field_not_string userId"],
  );
});

test("Auth.js: the example's endpoint gives an accepted token, and none to an impersonator or without a session", async () => {
  const { GET } = await example("auth-js");
  await assertEndpoint(GET, {
    userId: "user_alice",
    signedIn: { cookie: await cookie() },
    impersonated: { cookie: await cookie({ act: { sub: "staff" } }) },
    signedOut: [{ cookie: await cookie({}, "another secret of thirty-two bytes") }],
  });
});

test("next-auth 4: the token that its getToken decrypted gives the identity", async () => {
  const value = await version4.encode({ token: claims, secret });
  const token = await version4.getToken({ req: { headers: {}, cookies: { "next-auth.session-token": value } }, secret });
  assertIdentity(fromAuthJs({ token }, customer), identity);
});

test("next-auth 4: the example's endpoint gives an accepted token, and none to an impersonator or without a session", async () => {
  const { GET } = await example("next-auth-4");
  const encode = (more, secret) => version4.encode({ token: { ...claims, ...more }, secret });
  const cookie = async (more, key = secret) => `theme=a=b; next-auth.session-token=${await encode(more, key)}`;
  await assertEndpoint(GET, {
    userId: "user_alice",
    signedIn: { cookie: await cookie() },
    impersonated: { cookie: await cookie({ act: { sub: "staff" } }) },
    signedOut: [{ cookie: await cookie({}, "another secret of thirty-two bytes") }],
  });
});
