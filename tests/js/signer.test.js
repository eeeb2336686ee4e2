// A signer's life: freed, disposed of, called from within another call, and at the end of the stack.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeUserJWT, Signer } from "fogbender-token";
import { alice, aliceJWT, codesOf, freed, SECRET, signer, widgetId } from "./refusal.js";

const fixed = { issuedAt: 1 };
const expected = signer.sign(alice, fixed);

test("a freed signer refuses every call, and freeing it again is harmless", () => {
  const used = freed();
  used.free();
  used[Symbol.dispose]();
  for (const run of [
    () => used.sign(alice),
    () => used.verify(aliceJWT),
    () => used.token(alice, { widgetId }),
    () => used.explain({ ...alice, widgetId, userJWT: aliceJWT }),
  ]) {
    assert.deepEqual(codesOf(run), ["signer_freed"]);
  }
  assert.equal(new Signer(SECRET).sign(alice, fixed), expected);
});

test("a signer that is freed by a getter of the identity says so", () => {
  const used = new Signer(SECRET);
  const identity = Object.defineProperty({ ...alice }, "userId", { get: () => (used.free(), "U1") });
  assert.deepEqual(
    codesOf(() => used.sign(identity)),
    ["signer_freed"],
  );
});

test("Symbol.dispose frees a signer, as `using` would", () => {
  assert.equal(typeof Symbol.dispose, "symbol");
  const used = new Signer(SECRET);
  assert.equal(used.sign(alice, fixed), expected);
  used[Symbol.dispose]();
  assert.deepEqual(
    codesOf(() => used.sign(alice)),
    ["signer_freed"],
  );
});

test("a call within a getter of another call's identity disturbs neither", () => {
  let inner;
  const identity = Object.defineProperty({ ...alice }, "userId", {
    get() {
      inner = signer.sign({ ...alice, userId: "inner" }, fixed);
      assert.deepEqual(
        codesOf(() => signer.verify("a.b")),
        ["jwt_malformed userJWT"],
      );
      return "outer";
    },
  });
  assert.equal(signer.verify(signer.sign(identity, fixed)).userId, "outer");
  assert.equal(signer.verify(inner).userId, "inner");
});

test("a stack overflow in the middle of a signature, caught by the caller, leaves the package and the signer working", () => {
  let overflows = 0;
  const deeper = () => {
    try {
      signer.sign(alice, { expiresInSeconds: 60 });
      deeper();
    } catch {
      overflows += 1;
      if (overflows % 200 !== 0) deeper();
    }
  };
  for (let round = 0; round < 20; round += 1) deeper();
  assert.ok(overflows >= 200);
  assert.equal(signer.sign(alice, fixed), expected);
  assert.deepEqual(
    codesOf(() => signer.sign({ ...alice, userId: 42 })),
    ["field_not_string userId"],
  );
  assert.equal(signer.verify(signer.sign(alice)).userId, alice.userId);
});

test("a Date.now that throws, as fake timers may make it, is the caller's error and breaks nothing", (t) => {
  const clock = t.mock.method(Date, "now", () => {
    throw new Error("from the caller's clock");
  });
  assert.throws(() => signer.sign(alice), /from the caller's clock/);
  clock.mock.restore();
  assert.equal(signer.verify(signer.sign(alice)).userId, alice.userId);
  assert.equal(decodeUserJWT(aliceJWT).claims.userId, alice.userId);
});

test("the clock is read in seconds, rounded down, and iat is the whole second of signing (RFC 7519 §4.1.6)", (t) => {
  t.mock.method(Date, "now", () => 1_700_000_000_999);
  const { iat, nbf, exp } = decodeUserJWT(signer.sign(alice, { expiresInSeconds: 60, notBeforeSeconds: 5 })).claims;
  assert.deepEqual([iat, nbf, exp], [1_700_000_000, 1_700_000_005, 1_700_000_060]);
});
