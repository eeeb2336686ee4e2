// What explainToken takes, what it says it took it for, and what its answer lets a reviewer know.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { explainToken } from "fogbender-token";
import { alice, aliceJWT, assertHidden, base64url, codesOf, jws, now, SECRET, signer, unreadable, widgetId } from "./refusal.js";

const aliceToken = { widgetId, ...alice, userJWT: aliceJWT };
const OTHER = "cP5szoYeM+aw6l9dmMmHXkHZb+YqraTQ";
const explain = (input, options) => explainToken(input, SECRET, options);
const codes = (list) => list.map(({ code }) => code);
const hintsOf = (input, secret = SECRET, options) => codes(explainToken(input, secret, options).hints);

/** What people paste: the input, and what it must be taken for. */
const PASTED = {
  "a token": [aliceToken, "token"],
  "a token's JSON": [JSON.stringify(aliceToken, null, 2), "token"],
  "a token's JSON in a JSON string": [JSON.stringify(JSON.stringify(aliceToken)), "token"],
  "an endpoint's whole answer": [{ signatures: { userJWT: aliceJWT }, token: aliceToken }, "answer"],
  "an endpoint's whole answer as text": [JSON.stringify({ signatures: { userJWT: aliceJWT }, token: aliceToken }), "answer"],
  "what /signatures answers": [{ token: { ...alice, widgetId, userJWT: aliceJWT }, signatures: { ...alice, userJWT: aliceJWT } }, "answer"],
  "the message to the widget's frame": [{ env: "prod", initToken: aliceToken, mode: "light" }, "init_token"],
  "an endpoint's answer without a token": [{ signatures: { userJWT: aliceJWT } }, "answer"],
  "an object of the userJWT alone": [{ userJWT: aliceJWT }, "user_jwt"],
  "a userJWT": [aliceJWT, "user_jwt"],
  "a header's Bearer": [`Bearer ${aliceJWT}`, "user_jwt"],
  "double quotes around it": [`"${aliceJWT}"`, "user_jwt"],
  "single quotes and a comma around it": [`'${aliceJWT}',`, "user_jwt"],
  "a newline behind it": [`${aliceJWT}\r\n`, "user_jwt"],
  "lines of a terminal": [aliceJWT.replace(/.{64}/g, "$&\n"), "user_jwt"],
  "a byte order mark before it": [`\ufeff${aliceJWT}`, "user_jwt"],
};

for (const [what, [input, takenFor]] of Object.entries(PASTED)) {
  test(`explainToken takes ${what}, says so, and finds the same in it`, () => {
    const explanation = explain(input);
    assert.deepEqual([explanation.input, explanation.verdict], [takenFor, "accepted"]);
    assert.deepEqual(new Set(Object.values(explanation.fields)), new Set(["signed"]));
    assert.equal(codes(explanation.hints).includes("user_jwt_alone"), takenFor === "user_jwt" || what.includes("without a token"));
    assert.deepEqual(signer.explain(input), explanation);
    assertHidden(explanation, SECRET);
    assertHidden(explanation, aliceJWT);
  });
}

test("what holds no token is refused with what it is, and with where to look", () => {
  for (const input of [undefined, null, 42, true, 10n, Symbol("x"), () => aliceToken, [], [aliceToken], new Promise(() => {})]) {
    assert.deepEqual(
      codesOf(() => explain(input)),
      ["not_an_object input"],
    );
  }
  for (const input of ["", "text", "<!doctype html>", "null", "[]", "42"]) {
    assert.deepEqual(
      codesOf(() => explain(input)),
      ["not_an_object input"],
      input,
    );
  }
  assert.throws(
    () => explain({ error: { code: "not_signed_in", message: "Nobody is signed in." } }),
    /endpoint's error not_signed_in, not a token/,
  );
  assert.throws(() => explain(Promise.resolve(aliceToken)), /an object or a string.*Did you forget await\?/);
  assert.deepEqual(
    codesOf(() => explain("{".padEnd(70_000))),
    ["too_large input"],
  );
  for (const [input] of unreadable())
    assert.deepEqual(
      codesOf(() => explain(input)),
      ["not_readable input"],
    );
});

test("whatever a token holds is explained, and is no error", () => {
  const odd = [
    null,
    42,
    true,
    [],
    {},
    "",
    "\ud800",
    "x".repeat(20_000),
    Infinity,
    -0,
    10n,
    () => "x",
    Symbol("x"),
    new Date(0),
    { a: { b: { c: 1 } } },
  ];
  for (const name of [...Object.keys(aliceToken), "userAvatarUrl", "userHMAC", "widgetKey", "userToken", "visitor", "versions", "x"]) {
    for (const value of odd) {
      const { verdict, steps } = explain({ ...aliceToken, [name]: value });
      assert.ok(["accepted", "refused", "crashes", "unknown"].includes(verdict), `${name}: ${String(value)}`);
      assert.ok(steps.length > 0 || name === "userId");
    }
  }
});

test("the steps stand in the order of the login, and the last one is where it ends", () => {
  const steps = (input, options) => explain(input, options).steps.map(({ step, outcome }) => `${step} ${outcome}`);
  const begin = ["workspace goes_on", "signature_kind goes_on"];
  assert.deepEqual(steps(aliceToken), [...begin, "user_jwt goes_on", "claims goes_on", "account goes_on"]);
  assert.deepEqual(steps({ ...aliceToken, widgetId: "dzAx_x" }), ["workspace refused"]);
  assert.deepEqual(steps({ ...aliceToken, userJWT: jws("{}") }), [...begin, "user_jwt goes_on", "claims refused"]);
  assert.deepEqual(steps({ ...aliceToken, userEmail: "alice", userJWT: jws('{"userId":"U234328"}') }).at(-1), "account crashes");
  assert.deepEqual(steps({ ...aliceToken, userToken: "opaque" }), [...begin, "user_token unknown"]);
});

const reviewed = (claims) => explain({ ...aliceToken, userJWT: jws(JSON.stringify(claims)) });

test("Fogbender's own snippet {userId, customerId} lets Alice be a colleague, and the explanation says so first", () => {
  const { userId, customerId } = alice;
  const { verdict, consequences, fields } = reviewed({ userId, customerId });
  assert.equal(verdict, "accepted");
  assert.deepEqual(codes(consequences), [
    "unsigned_user_email",
    "unsigned_customer_name",
    "unsigned_user_name",
    "unsigned_user_avatar_url",
  ]);
  assert.match(consequences[0].message, /colleague's email and be that colleague/);
  assert.deepEqual(fields, {
    userId: "signed",
    customerId: "signed",
    customerName: "unsigned",
    userEmail: "unsigned",
    userName: "unsigned",
  });
  // And it is true: the edited token is accepted.
  assert.equal(
    explain({ ...aliceToken, userEmail: "bob@netflix.com", userJWT: jws(JSON.stringify({ userId, customerId })) }).verdict,
    "accepted",
  );
});

test("each unsigned field has its consequence, the most dangerous first", () => {
  assert.deepEqual(codes(reviewed({ userId: alice.userId }).consequences), [
    "unsigned_user_email",
    "unsigned_customer_id",
    "unsigned_customer_name",
    "unsigned_user_name",
    "unsigned_user_avatar_url",
  ]);
  assert.deepEqual(codes(reviewed(alice).consequences), ["unsigned_user_avatar_url"]);
  const signed = signer.token({ ...alice, userAvatarUrl: "https://example.com/a.png" }, { widgetId });
  assert.deepEqual(explain(signed).consequences, []);
});

test("with a sub claim, the rest is unchecked, and the explanation says what that lets Alice do", () => {
  const sub = { ...alice, sub: alice.userId };
  const { verdict, consequences, fields } = reviewed(sub);
  assert.equal(verdict, "accepted");
  assert.deepEqual(codes(consequences).slice(0, 2), ["sub_signs_user_id_alone", "unsigned_user_email"]);
  assert.deepEqual([fields.userId, fields.userEmail], ["signed", "unsigned"]);
  assert.equal(explain({ ...aliceToken, userEmail: "bob@netflix.com", userJWT: jws(JSON.stringify(sub)) }).verdict, "accepted");
});

test("a published widgetKey lets whoever reads it be anyone, even beside a right userJWT", () => {
  const widgetKey = createHmac("sha256", SECRET).update("").digest("hex").slice(0, 19);
  const { userJWT, ...unsigned } = aliceToken;
  for (const token of [
    { ...unsigned, widgetKey },
    { ...aliceToken, widgetKey },
    { widgetId, widgetKey },
  ]) {
    const { consequences } = explain(token);
    assert.deepEqual([consequences[0].code, consequences[0].field], ["widget_key_published", "widgetKey"]);
    assert.match(consequences[0].message, /any user of any customer. It changes only with the secret/);
  }
  assert.equal(explain({ ...unsigned, userId: "U999999", widgetKey }).verdict, "accepted");
  assert.deepEqual(codes(explain({ ...aliceToken, widgetKey: "0".repeat(19) }).consequences), ["unsigned_user_avatar_url"]);
});

test("a signature of another kind is not looked at, and the explanation says which setting would read it", () => {
  const userHMAC = createHmac("sha256", SECRET).update(alice.userId).digest("hex");
  const { userJWT, ...unsigned } = aliceToken;
  const inJwt = explain({ ...unsigned, userHMAC });
  assert.deepEqual([inJwt.verdict, inJwt.steps.at(-1).step], ["refused", "widget_key"]);
  assert.match(inJwt.hints.find(({ code }) => code === "signature_not_read").message, /userHMAC is not looked at.*signature type is hmac/);
  const inHmac = explain({ ...aliceToken, userHMAC }, { signatureType: "hmac" });
  assert.equal(inHmac.verdict, "accepted");
  assert.deepEqual(codes(inHmac.consequences).slice(0, 3), [
    "user_hmac_signs_user_id_alone",
    "unsigned_user_email",
    "unsigned_customer_id",
  ]);
  assert.match(inHmac.hints.find(({ code }) => code === "signature_not_read").message, /userJWT is not looked at/);
});

test("without a secret the verdict is open, unless something else speaks against the token", () => {
  const { verdict, hints, steps } = explainToken(aliceToken);
  assert.deepEqual([verdict, codes(hints)], ["unknown", ["signature_not_checked"]]);
  assert.ok(steps.some(({ step, outcome }) => step === "user_jwt" && outcome === "unknown"));
  assert.equal(explainToken({ ...aliceToken, userId: "U999999" }).verdict, "refused");
  assert.equal(explainToken({ ...aliceToken, userEmail: "alice", userJWT: jws('{"userId":"U234328"}') }).verdict, "crashes");
});

test("each way in which a secret goes wrong is found by a hint", () => {
  const signedWith = (key) => {
    const input = aliceJWT.split(".").slice(0, 2).join(".");
    return { ...aliceToken, userJWT: `${input}.${createHmac("sha256", key).update(input).digest("base64url")}` };
  };
  const ways = [
    ["secret_padded", signedWith(`${SECRET}\n`), SECRET],
    ["secret_padded", signedWith(SECRET), `${SECRET}\n`],
    ["secret_quoted", signedWith(`"${SECRET}"`), SECRET],
    ["secret_quoted", signedWith(SECRET), `"${SECRET}"`],
    ["secret_decoded", signedWith(Buffer.from(SECRET, "base64")), SECRET],
    ["secret_encoded", signedWith(Buffer.from(SECRET).toString("base64")), SECRET],
    ["secret_is_widget_id", signedWith(widgetId), SECRET],
    ["secret_unset", signedWith("undefined"), SECRET],
    ["secret_unset", signedWith(""), SECRET],
    ["previous_secret", signedWith(OTHER), [SECRET, OTHER]],
  ];
  for (const [code, token, secret] of ways) {
    const { verdict, reasons, hints } = explainToken(token, secret);
    assert.deepEqual([verdict, codes(reasons), codes(hints)], ["refused", ["signature_mismatch"], [code]]);
    assertHidden(hints, SECRET);
  }
  assert.deepEqual(hintsOf(signedWith("nobody's key of thirty-two bytes")), []);
});

test("eight characters cut off a signature, a foreign JWT, a number as userId and an example.com email each have their hint", () => {
  const cut = explain(aliceJWT.slice(0, -8));
  assert.match(cut.hints.find(({ code }) => code === "user_jwt_cut_off").message, /35 of 43 characters.*cut off/);
  const foreign = explain(jws('{"iss":"https://clerk.example.com","sub":"user_1"}'));
  assert.match(foreign.hints.find(({ code }) => code === "foreign_jwt").message, /https:\/\/clerk\.example\.com/);
  assert.ok(hintsOf({ ...aliceToken, userJWT: jws('{"userId":234328}') }).includes("user_id_number"));
  assert.ok(hintsOf(signer.token({ ...alice, userEmail: "a@Example.com" }, { widgetId })).includes("email_example"));
  assert.ok(hintsOf(signer.token(alice, { widgetId, issuedAt: now, expiresInSeconds: 60 })).includes("jwt_expired"));
  assert.ok(hintsOf({ ...aliceToken, userJWT: `${base64url('{"alg":"none"}')}.${aliceJWT.split(".")[1]}.` }).includes("other_algorithm"));
});
