// Claims of one's own: what may be signed beside the identity, and what may not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { createToken, decodeUserJWT, signUserJWT } from "fogbender-token";
import { alice, codesOf, refusal, SECRET, signer, unreadable, widgetId } from "./refusal.js";

const SIGNED_BY = {
  "Signer.sign": (claims) => signer.sign(alice, { claims, issuedAt: false }),
  signUserJWT: (claims) => signUserJWT(alice, SECRET, { claims, issuedAt: false }),
  "Signer.token": (claims) => signer.token(alice, { widgetId, claims, issuedAt: false }).userJWT,
  createToken: (claims) => createToken(alice, SECRET, { widgetId, claims, issuedAt: false }).userJWT,
};

test("claims are signed behind the identity, in the caller's order, and verified", () => {
  const claims = { plan: "gold", region: "", 名前: "é 😀", constructor: "x", toJSON: "y" };
  for (const run of Object.values(SIGNED_BY)) {
    const userJWT = run(claims);
    assert.equal(JSON.stringify(decodeUserJWT(userJWT).claims), JSON.stringify({ ...alice, ...claims }));
    assert.deepEqual(signer.verify(userJWT), { ...alice, ...claims });
  }
});

test("a claim called __proto__ is an own name like others", () => {
  const claims = JSON.parse('{"__proto__":"x"}');
  const [payload] = SIGNED_BY["Signer.sign"](claims).split(".").slice(1);
  assert.ok(Buffer.from(payload, "base64url").toString().endsWith('"__proto__":"x"}'));
  assert.equal({}.x, undefined);
});

test("names that Fogbender compares, sub, visitor and times are refused, each with its reason", () => {
  const told = {
    sub: /Fogbender would then compare nothing else/,
    visitor: /marks a visitor's token/,
    iat: /options for times/,
    nbf: /options for times/,
    exp: /options for times/,
    ...Object.fromEntries([...Object.keys(alice), "userAvatarUrl"].map((field) => [field, /belongs to the identity/])),
  };
  for (const run of Object.values(SIGNED_BY)) {
    for (const [name, reason] of Object.entries(told)) {
      const error = refusal(() => run({ [name]: "x" }));
      assert.deepEqual([error.code, error.field], ["field_forbidden", name]);
      assert.match(error.message, reason);
    }
    const all = Object.fromEntries(Object.keys(told).map((name) => [name, "x"]));
    assert.deepEqual(
      codesOf(() => run(all)).sort(),
      Object.keys(told)
        .map((name) => `field_forbidden ${name}`)
        .sort(),
    );
  }
});

test("a claim that is no string is refused by name and with what it is", () => {
  const values = [
    undefined,
    null,
    0,
    NaN,
    true,
    10n,
    Symbol("x"),
    () => "x",
    [],
    ["x"],
    {},
    new String("x"),
    new Date(0),
    Promise.resolve("x"),
  ];
  for (const run of Object.values(SIGNED_BY)) {
    for (const value of values)
      assert.deepEqual(
        codesOf(() => run({ plan: value })),
        ["field_not_string plan"],
        inspect(value),
      );
    assert.deepEqual(
      codesOf(() => run({ plan: "\ud800" })),
      ["field_not_well_formed plan"],
    );
    assert.equal(refusal(() => run({ "\ud800": "x" })).code, "field_not_well_formed");
  }
});

test("claims that are no plain object are refused with what they are", () => {
  for (const run of Object.values(SIGNED_BY)) {
    for (const claims of [
      null,
      "x",
      42,
      true,
      [],
      [["plan", "gold"]],
      new Map([["plan", "gold"]]),
      new Date(0),
      () => ({}),
      Promise.resolve({}),
    ]) {
      assert.deepEqual(
        codesOf(() => run(claims)),
        ["option_invalid claims"],
        inspect(claims),
      );
    }
    for (const [claims, cause] of unreadable("plan")) {
      const error = refusal(() => run(claims));
      assert.deepEqual([error.code, error.field], ["not_readable", "claims"]);
      assert.ok(error.cause === cause || cause === undefined);
    }
  }
});

test("what the signer signs, its own verify takes, at the most claims that there may be", () => {
  const claims = {};
  let most = 0;
  for (let count = 1; count < 300; count += 1) {
    claims[`own${count}`] = "x";
    try {
      assert.equal(
        signer.verify(signer.sign(alice, { claims, expiresInSeconds: 60, notBeforeSeconds: 1, issuedAt: 1 }), { now: 3 }).userId,
        alice.userId,
      );
      most = count;
    } catch (error) {
      assert.deepEqual([error.code, error.field], ["too_large", "claims"]);
      assert.equal(error.message, "claims has more than 247 names. Leave some out.");
    }
  }
  assert.equal(most, 247);
});

test("a name that could be a secret, or that could steer a terminal, does not show in the error", () => {
  const error = refusal(() => signer.sign(alice, { claims: { [SECRET]: 1, "\u001b[31mred": 2 } }));
  assert.deepEqual(
    error.problems.map(({ field }) => field),
    ["(a long name)", "(an unprintable name)"],
  );
  assert.ok(!error.message.includes("ecQS") && !error.message.includes("\u001b"));
});
