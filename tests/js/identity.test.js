// What is refused as an identity, each for its own reason, before anything is signed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { assembleToken, createToken, decodeUserJWT, signUserJWT } from "fogbender-token";
import { alice, codesOf, jws, refusal, SECRET, signer, widgetId } from "./refusal.js";

const verify = (jwt) => signer.verify(jwt);
const IDS = ["userId", "customerId"];
const FIELDS = [...Object.keys(alice), "userAvatarUrl"];

/** Every way to sign an identity. */
const SIGNED_BY = {
  "Signer.sign": (identity) => signer.sign(identity),
  "Signer.sign, partial": (identity) => signer.sign(identity, { partial: true }),
  "Signer.token": (identity) => signer.token(identity, { widgetId }),
  signUserJWT: (identity) => signUserJWT(identity, SECRET),
  createToken: (identity) => createToken(identity, SECRET, { widgetId }),
};

test("what is no identity at all is refused with what it is, and a Promise with the question for await", () => {
  const wrong = {
    undefined: undefined,
    null: null,
    "an array": [alice],
    "a string": SECRET,
    "an empty string": "",
    "a number": 42,
    NaN: NaN,
    "a bigint": 10n,
    "a boolean": true,
    "a symbol": Symbol("U1"),
    "a function": Object.assign(() => alice, alice),
    "a Promise": Promise.resolve(alice),
    "a Map": new Map(Object.entries(alice)),
    "a Set": new Set(["U1"]),
    "a Date": new Date(0),
    "a RegExp": /U1/,
    "a Headers": new Headers({ userId: "U1" }),
    "a FormData": new FormData(),
    "a Request": new Request("http://localhost/"),
    "a Uint8Array": new Uint8Array(3),
  };
  for (const [kind, identity] of Object.entries(wrong)) {
    for (const [name, run] of Object.entries(SIGNED_BY)) {
      const error = refusal(() => run(identity));
      assert.deepEqual([error.code, error.field, error.problems.length], ["not_an_object", "identity", 1], `${name}: ${kind}`);
      assert.ok(error.message.includes(`it is ${kind}.`), error.message);
      assert.equal(/Did you forget await\?/.test(error.message), kind === "a Promise");
    }
  }
});

test("a field of any type but string is refused by its name and with what it is, and a number with String(…)", () => {
  const wrong = {
    "a number": 42,
    NaN: NaN,
    Infinity: Infinity,
    "a boolean": true,
    "a bigint": 10n,
    "a symbol": Symbol("U1"),
    "a function": () => "U1",
    "an array": ["U1"],
    "an object": { toString: () => "U1" },
    "a Date": new Date(0),
    "a Promise": Promise.resolve("U1"),
  };
  for (const run of Object.values(SIGNED_BY)) {
    for (const field of FIELDS) {
      for (const [kind, value] of Object.entries(wrong)) {
        const error = refusal(() => run({ ...alice, [field]: value }));
        assert.deepEqual([error.code, error.field, error.problems.length], ["field_not_string", field, 1], kind);
        assert.ok(error.message.includes(`it is ${kind}.`), error.message);
        assert.equal(error.message.includes(`String(${field})`), typeof value === "number");
        assert.equal(error.message.includes("Did you forget await?"), kind === "a Promise");
      }
      assert.deepEqual(
        codesOf(() => run({ ...alice, [field]: new String("U1") })),
        [`field_not_string ${field}`],
      );
    }
  }
});

test("a field that is absent, undefined or null is missing, except the picture, and except all but userId when partial", () => {
  for (const [name, run] of Object.entries(SIGNED_BY)) {
    for (const field of FIELDS) {
      const { [field]: _, ...absent } = alice;
      for (const identity of [absent, { ...alice, [field]: undefined }, { ...alice, [field]: null }]) {
        const isOptional = field === "userAvatarUrl" || (name.endsWith("partial") && field !== "userId");
        if (!isOptional)
          assert.deepEqual(
            codesOf(() => run(identity)),
            [`field_missing ${field}`],
            name,
          );
        else assert.ok(!(field in decodeUserJWT(run(identity)?.userJWT ?? run(identity)).claims), `${name} ${field}`);
      }
    }
  }
});

test("an empty field, a blank one and one with a lone surrogate are refused by name", () => {
  for (const run of Object.values(SIGNED_BY)) {
    for (const field of FIELDS) {
      assert.deepEqual(
        codesOf(() => run({ ...alice, [field]: "" })),
        [`field_empty ${field}`],
      );
      for (const lone of ["\ud800", "\udc00", "U\udc00\ud800", "a@\ud83d"]) {
        assert.deepEqual(
          codesOf(() => run({ ...alice, [field]: lone })),
          [`field_not_well_formed ${field}`],
        );
      }
    }
    const blank = { userId: "field_unresolved", customerId: "field_unresolved", userEmail: "field_invalid" };
    for (const field of FIELDS) {
      assert.deepEqual(
        codesOf(() => run({ ...alice, [field]: " \t" })),
        [`${blank[field] ?? "field_empty"} ${field}`],
      );
    }
  }
  const { userId } = verify(signer.sign({ ...alice, userId: "U\ufffd😀" }));
  assert.equal(userId, "U\ufffd😀");
});

test("an id that is a stringified nothing is refused: everybody would share it (PostHog/posthog-js#3285)", () => {
  const nothing = [String(undefined), String(null), String(NaN), String({}), String(Promise.resolve()), `${new Map()}`, "[object Foo]"];
  for (const run of Object.values(SIGNED_BY)) {
    for (const field of IDS) {
      for (const id of [...nothing, " undefined ", " ", "\u00a0", "U1\n", "\0", "U\u007f1"]) {
        assert.deepEqual(
          codesOf(() => run({ ...alice, [field]: id })),
          [`field_unresolved ${field}`],
          inspect(id),
        );
      }
    }
  }
  for (const id of ["undefined1", "nullable", "NaN-1", "object", "0", "U 1", "é", "[object]"]) {
    assert.equal(verify(signer.sign({ ...alice, userId: id, customerId: id })).userId, id);
  }
  assert.equal(verify(signer.sign({ ...alice, customerName: "undefined", userName: "Null" })).userName, "Null", "a name may be any text");
});

test("an email without @ is refused: Fogbender's login crashes on it (protocol.md, step 7)", () => {
  for (const run of Object.values(SIGNED_BY)) {
    assert.deepEqual(
      codesOf(() => run({ ...alice, userEmail: "alice" })),
      ["field_invalid userEmail"],
    );
  }
  assert.match(refusal(() => signer.sign({ ...alice, userEmail: "alice" })).message, /has no @/);
});

test("what has a meaning of its own at Fogbender is refused (protocol.md, step 8)", () => {
  const reserved = [
    ["userId", "visitor-1"],
    ["userId", "visitor-"],
    ["customerName", "$Cust_Internal_Acme"],
    ["customerName", "$Cust_External_Acme"],
  ];
  for (const run of Object.values(SIGNED_BY)) {
    for (const [field, value] of reserved)
      assert.deepEqual(
        codesOf(() => run({ ...alice, [field]: value })),
        [`field_reserved ${field}`],
      );
  }
  for (const fine of [{ userId: "visitor" }, { userId: "avisitor-1" }, { customerName: "Cust_Internal_x" }, { customerId: "visitor-1" }]) {
    assert.equal(typeof signer.sign({ ...alice, ...fine }), "string");
  }
});

test("all problems of one identity are told at once, whether JavaScript or Rust finds them", () => {
  const wrong = { userId: 42, customerId: "undefined", customerName: "", userEmail: "alice", userName: "\ud800", userAvatarUrl: true };
  for (const run of Object.values(SIGNED_BY)) {
    assert.deepEqual(codesOf(() => run(wrong)).sort(), [
      "field_empty customerName",
      "field_invalid userEmail",
      "field_not_string userAvatarUrl",
      "field_not_string userId",
      "field_not_well_formed userName",
      "field_unresolved customerId",
    ]);
  }
  assert.deepEqual(
    codesOf(() => signer.sign({})),
    Object.keys(alice).map((field) => `field_missing ${field}`),
  );
});

test("what others signed is read by the same rules for types, and may lack everything but userId", () => {
  assert.deepEqual(verify(jws('{"userId":"U1","plan":7,"nested":{"a":[null]}}')), { userId: "U1", plan: 7, nested: { a: [null] } });
  assert.deepEqual(
    codesOf(() => verify(jws('{"userId":42}'))),
    ["field_not_string userId"],
  );
  assert.deepEqual(
    codesOf(() => verify(jws('{"customerId":"C1"}'))),
    ["field_missing userId"],
  );
  assert.deepEqual(
    codesOf(() => verify(jws('{"userId":"U1","customerId":null}'))),
    ["field_not_string customerId"],
  );
});

test("a token made by hand is held to the same rules for its identity", () => {
  const wrong = { userId: "undefined", customerName: "$Cust_External_x", userEmail: "alice", userName: " " };
  const parts = { ...alice, ...wrong, widgetId, widgetKey: "0".repeat(19) };
  assert.deepEqual(codesOf(() => assembleToken(parts)).sort(), [
    "field_empty userName",
    "field_invalid userEmail",
    "field_reserved customerName",
    "field_unresolved userId",
  ]);
});

test("the longest identity that is signed is verified too, and one more character is refused, with a way out", () => {
  const longest = Array.from({ length: 600 }, (_, index) => 48_500 + index).filter((length) => {
    try {
      return verify(signer.sign({ ...alice, userName: "x".repeat(length) })).userName.length === length;
    } catch (error) {
      assert.equal(error.code, "too_large");
      assert.match(error.message, /Leave out/);
      return false;
    }
  });
  assert.ok(longest.length > 100 && longest.length < 500, String(longest.length));
  assert.equal(longest.at(-1) - longest[0], longest.length - 1);
});
