// What is refused as an option, each for its own reason, before anything is signed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { createToken, decodeUserJWT, explainToken, Signer, signUserJWT, verifyUserJWT } from "fogbender-token";
import { alice, aliceJWT, codesOf, now, refusal, SECRET, signer, unreadable, widgetId } from "./refusal.js";

const TIMES = ["issuedAt", "expiresInSeconds", "notBeforeSeconds"];
const aliceToken = { widgetId, ...alice, userJWT: aliceJWT };

const SIGNING = {
  "Signer.sign": (options) => signer.sign(alice, options),
  signUserJWT: (options) => signUserJWT(alice, SECRET, options),
  "Signer.token": (options) => signer.token(alice, { widgetId, ...options }),
  createToken: (options) => createToken(alice, SECRET, { widgetId, ...options }),
};
const VERIFYING = {
  "Signer.verify": (options) => signer.verify(aliceJWT, options),
  verifyUserJWT: (options) => verifyUserJWT(aliceJWT, SECRET, options),
};
const EXPLAINING = {
  "Signer.explain": (options) => signer.explain(aliceToken, options),
  explainToken: (options) => explainToken(aliceToken, SECRET, options),
  "explainToken without a secret": (options) => explainToken(aliceToken, undefined, options),
};
/** Each hands its options on as they are. */
const WHOLE = {
  "Signer.sign": SIGNING["Signer.sign"],
  signUserJWT: SIGNING.signUserJWT,
  "Signer.token": (options) => signer.token(alice, options),
  createToken: (options) => createToken(alice, SECRET, options),
  ...VERIFYING,
  ...EXPLAINING,
};

const claimsOf = (result) => decodeUserJWT(result.userJWT ?? result).claims;

test("an option for signing that is no whole number of seconds is refused by name", () => {
  const wrong = ["120", "", "1h", null, NaN, Infinity, -Infinity, -1, 1.5, true, 10n, [], [60], {}, new Date(0), () => 60, Symbol("60")];
  for (const run of Object.values(SIGNING)) {
    for (const name of TIMES) {
      for (const value of wrong) {
        assert.deepEqual(
          codesOf(() => run({ [name]: value })),
          [`option_invalid ${name}`],
          inspect(value),
        );
      }
    }
    for (const value of [0, false, now, now * 1000]) {
      assert.deepEqual(
        codesOf(() => run({ expiresInSeconds: value })),
        ["option_invalid expiresInSeconds"],
        inspect(value),
      );
    }
    assert.deepEqual(
      codesOf(() => run({ issuedAt: now * 1000 })),
      ["time_in_milliseconds issuedAt"],
    );
    assert.deepEqual(
      codesOf(() => run({ notBeforeSeconds: 60, expiresInSeconds: 60 })),
      ["option_invalid expiresInSeconds"],
    );
  }
});

test("a Date where seconds are wanted is told how to convert it, and the way works", () => {
  const date = new Date((now + 60) * 1000 + 999);
  for (const run of Object.values(SIGNING)) {
    const { message } = refusal(() => run({ issuedAt: date }));
    assert.ok(message.includes("Math.floor(date.getTime() / 1000)"), message);
    assert.equal(claimsOf(run({ issuedAt: Math.floor(date.getTime() / 1000) })).iat, now + 60);
    assert.ok(refusal(() => run({ expiresInSeconds: date })).message.includes("Math.floor((date.getTime() - Date.now()) / 1000)"));
  }
  assert.ok(refusal(() => signer.verify(aliceJWT, { now: date })).message.includes("Math.floor(date.getTime() / 1000)"));
});

test("a number of seconds may be undefined, and then it is not given", () => {
  const options = { expiresInSeconds: undefined, notBeforeSeconds: undefined, issuedAt: undefined, claims: undefined };
  for (const run of Object.values(SIGNING)) assert.deepEqual(Object.keys(claimsOf(run(options))), [...Object.keys(alice), "iat"]);
  for (const run of Object.values(VERIFYING)) assert.equal(run({ now: undefined, clockToleranceSeconds: undefined }).userId, alice.userId);
  for (const run of Object.values(EXPLAINING)) assert.equal(run({ now: undefined, signatureType: undefined }).reasons.length, 0);
});

test("an option for verifying that is no number of seconds is refused by name", () => {
  const wrong = ["120", "", null, NaN, Infinity, -1, true, false, 10n, [], [60], {}, new Date(0), () => 60, Symbol("60")];
  for (const run of Object.values({ ...VERIFYING, ...EXPLAINING })) {
    for (const name of ["now", "clockToleranceSeconds"]) {
      for (const value of wrong) {
        assert.deepEqual(
          codesOf(() => run({ [name]: value })),
          [`option_invalid ${name}`],
          inspect(value),
        );
      }
      assert.deepEqual(
        codesOf(() => run({ [name]: now * 1000 })),
        [`time_in_milliseconds ${name}`],
      );
    }
  }
});

test("signatureType is one of three, and anything else is refused by name", () => {
  for (const run of Object.values(EXPLAINING)) {
    for (const value of ["JWT", "rsa", "", null, 0, 1, true, {}, ["jwt"]]) {
      assert.deepEqual(
        codesOf(() => run({ signatureType: value })),
        ["option_invalid signatureType"],
        inspect(value),
      );
    }
    assert.deepEqual(codesOf(() => run({ signatureType: "x", now: "y" })).sort(), ["option_invalid now", "option_invalid signatureType"]);
    for (const signatureType of ["jwt", "hmac", "paseto"]) {
      const read = { jwt: "userJWT", hmac: "userHMAC", paseto: "userPaseto" }[signatureType];
      assert.ok(run({ signatureType }).steps[1].message.startsWith(read));
    }
  }
});

test("partial is a boolean, and is no option of a token", () => {
  for (const value of [0, 1, "true", "", null, {}]) {
    assert.deepEqual(
      codesOf(() => signer.sign(alice, { partial: value })),
      ["option_invalid partial"],
      inspect(value),
    );
  }
  assert.deepEqual(codesOf(() => signer.sign({ userId: "U1" }, { partial: false })).length, 4);
  assert.deepEqual(claimsOf(signer.sign({ userId: "U1" }, { partial: true, issuedAt: false })), { userId: "U1" });
  for (const run of [SIGNING["Signer.token"], SIGNING.createToken]) {
    assert.deepEqual(
      codesOf(() => run({ partial: true })),
      ["option_unknown partial"],
    );
  }
});

test("an option that does not exist is refused by name, even when it is undefined", () => {
  for (const value of [60, "1h", undefined, null]) {
    for (const name of ["expiresIn", "noTimestamp", "algorithm", "now", "constructor", "__proto__x"]) {
      for (const run of Object.values(SIGNING))
        assert.deepEqual(
          codesOf(() => run({ [name]: value })),
          [`option_unknown ${name}`],
        );
    }
    for (const name of ["maxAge", "ignoreExpiration", "algorithms", "issuedAt", "constructor"]) {
      for (const run of Object.values({ ...VERIFYING, ...EXPLAINING })) {
        assert.deepEqual(
          codesOf(() => run({ [name]: value })),
          [`option_unknown ${name}`],
        );
      }
    }
    for (const run of Object.values(VERIFYING))
      assert.deepEqual(
        codesOf(() => run({ signatureType: value })),
        ["option_unknown signatureType"],
      );
    assert.deepEqual(
      codesOf(() => new Signer(SECRET, { allowShort: value })),
      ["option_unknown allowShort"],
    );
  }
  assert.match(refusal(() => signer.sign(alice, { expiresIn: 60 })).message, /The options are: .*expiresInSeconds/);
});

test("the old place of the secret, among the options, is refused, and the secret does not show", () => {
  for (const run of [
    () => new Signer(SECRET, { secret: SECRET }),
    () => signUserJWT(alice, SECRET, { secret: SECRET }),
    () => verifyUserJWT(aliceJWT, SECRET, { secret: SECRET }),
    () => createToken(alice, SECRET, { secret: SECRET, widgetId }),
  ]) {
    assert.deepEqual(codesOf(run), ["option_unknown secret"]);
  }
  assert.deepEqual(
    codesOf(() => createToken(alice, { secret: SECRET, widgetId })),
    ["secret_not_text secret"],
  );
});

test("options that are no plain object are refused with what they are, and a Promise with the question for await", () => {
  const wrong = {
    null: null,
    "a string": "120",
    "a number": 60,
    "a boolean": true,
    "a bigint": 10n,
    "an array": [60],
    "a function": () => ({}),
    "a symbol": Symbol("options"),
    "a Map": new Map(),
    "a Promise": Promise.resolve({}),
  };
  for (const [kind, options] of Object.entries(wrong)) {
    for (const [name, run] of Object.entries({ ...WHOLE, "new Signer": (given) => new Signer(SECRET, given) })) {
      const error = refusal(() => run(options));
      assert.deepEqual([error.code, error.field], ["not_an_object", "options"], `${name}: ${kind}`);
      assert.ok(error.message.includes(`it is ${kind}.`), error.message);
      assert.equal(error.message.includes("Did you forget await?"), kind === "a Promise");
    }
  }
});

test("options that throw while they are read are named, with the caller's own error as the cause", () => {
  for (const name of ["allowShortSecret", "now", "issuedAt"]) {
    for (const [options, cause] of unreadable(name)) {
      for (const [what, run] of Object.entries({ ...WHOLE, "new Signer": (given) => new Signer(SECRET, given) })) {
        // A getter is read only where its option exists.
        if (codesOf(() => run(options))[0].startsWith("option_unknown")) continue;
        const error = refusal(() => run(options));
        assert.deepEqual([error.code, error.field], ["not_readable", "options"], what);
        assert.ok(error.cause === cause || cause === undefined);
      }
    }
  }
});

test("inherited options are none: not of a class, not of Object.create", () => {
  const inherited = Object.assign(Object.create({ versions: { app: "5" }, expiresInSeconds: 60 }), { widgetId });
  assert.equal(codesOf(() => signer.token(alice, inherited))[0], "not_an_object options");
  class Options {
    issuedAt = 1;
  }
  assert.deepEqual(
    codesOf(() => signer.sign(alice, new Options())),
    ["not_an_object options"],
  );
  assert.equal(claimsOf(signer.sign(alice, Object.assign(Object.create(null), { issuedAt: 7 }))).iat, 7);
});

test("all problems of identity, widgetId, versions, claims and options are told at once", () => {
  const identity = { userId: 42, customerId: null, customerName: "", userEmail: "alice", userName: "\ud800" };
  const options = {
    widgetId: "not base64url",
    versions: { app: 1 },
    expiresInSeconds: "60",
    expiresIn: 60,
    claims: { sub: "U1", plan: 7 },
  };
  for (const run of [() => signer.token(identity, options), () => createToken(identity, SECRET, options)]) {
    assert.deepEqual(codesOf(run).sort(), [
      "field_empty customerName",
      "field_forbidden sub",
      "field_invalid userEmail",
      "field_invalid versions",
      "field_invalid widgetId",
      "field_missing customerId",
      "field_not_string plan",
      "field_not_string userId",
      "field_not_well_formed userName",
      "option_invalid expiresInSeconds",
      "option_unknown expiresIn",
    ]);
  }
  assert.deepEqual(codesOf(() => createToken({ userId: "U1" }, SECRET, undefined)).sort(), [
    "field_missing customerId",
    "field_missing customerName",
    "field_missing userEmail",
    "field_missing userName",
    "field_missing widgetId",
  ]);
});
