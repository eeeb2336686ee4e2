// The token: what token() and createToken() make, and what assembleToken and checkToken say of what is none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkToken as theirs } from "fogbender";
import { assembleToken, checkToken, createToken, explainToken } from "fogbender-token";
import { alice, aliceJWT, assertHidden, codesOf, refusal, SECRET, signer, widgetId } from "./refusal.js";

const aliceToken = { widgetId, ...alice, userJWT: aliceJWT };

test("a token has the widget's order, carries what was signed, and the widget's own check takes it", () => {
  const identity = { ...alice, userAvatarUrl: "https://example.com/a.png" };
  for (const make of [(options) => signer.token(identity, options), (options) => createToken(identity, SECRET, options)]) {
    const token = make({ widgetId, versions: { app: "1" }, claims: { plan: "gold" } });
    assert.deepEqual(Object.keys(token), [
      "widgetId",
      "customerId",
      "customerName",
      "userId",
      "userEmail",
      "userName",
      "userJWT",
      "userAvatarUrl",
      "versions",
    ]);
    assert.equal(checkToken(token), undefined);
    assert.equal(theirs(token), undefined);
    const { verdict, fields, consequences, hints } = explainToken(token, SECRET);
    assert.deepEqual([verdict, new Set(Object.values(fields)), consequences, hints], ["accepted", new Set(["signed"]), [], []]);
    assert.equal(signer.verify(token.userJWT).plan, "gold");
  }
});

test("a token is not frozen: the widget writes versions into it", () => {
  const token = signer.token(alice, { widgetId });
  token.versions = { fogbender: "0.10.2" };
  assert.equal(checkToken(token), undefined);
});

test("a token without a picture has no key for it", () => {
  for (const userAvatarUrl of [undefined, null]) {
    assert.ok(!("userAvatarUrl" in signer.token({ ...alice, userAvatarUrl }, { widgetId })));
    assert.ok(!("userAvatarUrl" in assembleToken({ ...aliceToken, userAvatarUrl })));
  }
});

test("a widgetId that is absent, no string, or no base64url is refused; and the secret as widgetId by its name", () => {
  for (const make of [(options) => signer.token(alice, options), (options) => createToken(alice, SECRET, options)]) {
    for (const absent of [undefined, null])
      assert.deepEqual(
        codesOf(() => make({ widgetId: absent })),
        ["field_missing widgetId"],
      );
    for (const wrong of [42, {}, ["x"], true])
      assert.deepEqual(
        codesOf(() => make({ widgetId: wrong })),
        ["field_not_string widgetId"],
      );
    assert.deepEqual(
      codesOf(() => make({ widgetId: "" })),
      ["field_empty widgetId"],
    );
    assert.deepEqual(
      codesOf(() => make({ widgetId: "not base64url" })),
      ["field_invalid widgetId"],
    );
    const error = refusal(() => make({ widgetId: SECRET }));
    assert.deepEqual(
      error.problems.map(({ code }) => code),
      ["widget_id_is_secret"],
    );
    assertHidden(error, SECRET);
  }
});

test("the versions of a token are an object of strings, copied", () => {
  const versions = { app: "1" };
  const token = signer.token(alice, { widgetId, versions });
  versions.app = "2";
  assert.equal(token.versions.app, "1");
  for (const wrong of [
    "1",
    1,
    [],
    ["1"],
    new Map([["app", "1"]]),
    new Date(0),
    { app: 1 },
    { app: null },
    () => ({}),
    JSON.parse('{"__proto__":"1"}'),
  ]) {
    assert.deepEqual(
      codesOf(() => signer.token(alice, { widgetId, versions: wrong })),
      ["field_invalid versions"],
    );
  }
  for (const none of [undefined, null]) assert.ok(!("versions" in signer.token(alice, { widgetId, versions: none })));
});

const WRAPPED = {
  "an endpoint's answer with a token": ["token", { signatures: { userJWT: aliceJWT }, token: aliceToken }, /Give its member token/],
  "an endpoint's answer without a token": [
    "signatures",
    { signatures: { userJWT: aliceJWT } },
    /Assemble a token with the userJWT in signatures\./,
  ],
  "the message to the widget's frame": ["initToken", { env: "prod", initToken: aliceToken, mode: "light" }, /Give its member initToken/],
};

test("assembleToken and checkToken do not unwrap, as the widget does not: they say where the token is", () => {
  for (const [what, [field, given, way]] of Object.entries(WRAPPED)) {
    const error = refusal(() => assembleToken(given));
    assert.deepEqual(
      error.problems.map(({ code, field }) => [code, field]),
      [["token_wrapped", field]],
      what,
    );
    assert.match(error.message, way);
    assertHidden(error, aliceJWT);
    assert.deepEqual(checkToken(given), { [field]: error.message }, what);
    assert.notEqual(theirs(given), undefined);
    assert.equal(explainToken(given, SECRET).verdict, "accepted", `explainToken unwraps ${what}`);
  }
});

test("a token that carries such a member beside its own fields is not taken for a wrapper", () => {
  assert.deepEqual(
    codesOf(() => assembleToken({ ...aliceToken, token: {} })),
    ["field_unknown token"],
  );
});

test("text in place of a token is told what it is: JSON, a userJWT, or nothing of the kind; a Promise asks for await", () => {
  const told = [
    [JSON.stringify(aliceToken), /It is JSON text\. Give JSON\.parse\(text\)/],
    [aliceJWT, /It is a userJWT\. Give the token that carries it/],
    ["text", /it is a string\.$/],
    [Promise.resolve(aliceToken), /it is a Promise\. Did you forget await\?/],
  ];
  for (const [given, words] of told) {
    const error = refusal(() => assembleToken(given));
    assert.deepEqual([error.code, error.field], ["not_an_object", "token"]);
    assert.match(error.message, words);
    assertHidden(error, aliceJWT);
    assert.deepEqual(checkToken(given), { token: error.message });
  }
});

test("a userToken alone is no signature for the widget's check, so it is none here; beside one it is taken", () => {
  const { userJWT, ...unsigned } = aliceToken;
  assert.ok(Object.hasOwn(theirs({ ...unsigned, userToken: "opaque" }), "userJWT"));
  assert.deepEqual(
    codesOf(() => assembleToken({ ...unsigned, userToken: "opaque" })),
    ["signature_missing userJWT"],
  );
  assert.equal(assembleToken({ ...aliceToken, userToken: "opaque" }).userToken, "opaque");
});

test("a field of the token that differs from the signed claim is refused with both texts, clipped and printable", () => {
  const error = refusal(() => assembleToken({ ...aliceToken, userName: `Bob\u001b[31m\u202e${"x".repeat(100)}` }));
  assert.deepEqual([error.code, error.field], ["field_mismatch", "userName"]);
  assert.ok(error.message.includes('"Alice Chesterton"') && error.message.includes('"Bob'), error.message);
  assert.ok(!/[\u001b\u202e]|x{41}/.test(error.message));
});

test("all problems of one token are told at once", () => {
  const parts = { userId: "U1", userName: "", customerId: 42, env: "x", widgetId: SECRET };
  assert.deepEqual(codesOf(() => assembleToken(parts)).sort(), [
    "field_empty userName",
    "field_invalid widgetId",
    "field_missing customerName",
    "field_missing userEmail",
    "field_not_string customerId",
    "field_unknown env",
    "signature_missing userJWT",
  ]);
});
