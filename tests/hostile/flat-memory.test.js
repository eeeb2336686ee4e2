// No allocation grows with the number of calls.
import assert from "node:assert/strict";
import { test } from "node:test";
import { alice, aliceJWT, secret } from "./alice.js";
import { instances } from "./memory.js";
import { refusedTokens } from "./refused-tokens.js";

// Behind the line above, which must be the first to run.
const { Signer } = await import("fogbender-token");

const CALLS = 1_000_000;

const signer = new Signer(secret);
const [{ memory }] = instances;

/** The memory is as large after a million calls as after the first hundred. */
function assertFlat(call) {
  for (let n = 0; n < 100; n += 1) call(n);
  const bytes = memory.buffer.byteLength;
  for (let n = 0; n < CALLS; n += 1) call(n);
  assert.equal(memory.buffer.byteLength, bytes);
}

test("a million signatures leave the memory as large as the first hundred did", () => {
  assertFlat((n) => signer.sign({ ...alice, userId: `U${n}` }));
  assert.equal(signer.sign(alice, { issuedAt: false }), aliceJWT);
});

test("a million refused tokens leave the memory as large as the first hundred did", (t) => {
  t.after(() => (Error.stackTraceLimit = stackTraceLimit));
  const { stackTraceLimit } = Error;
  // A stack costs as much as the refusal.
  Error.stackTraceLimit = 0;
  const refusals = new Map();
  assertFlat((n) => {
    const [code, token] = refusedTokens[n % refusedTokens.length];
    try {
      signer.verify(token);
    } catch (error) {
      if (error.code !== code) throw error;
      refusals.set(code, (refusals.get(code) ?? 0) + 1);
      return;
    }
    assert.fail(`${token} was taken`);
  });
  assert.equal(
    [...refusals.values()].reduce((sum, count) => sum + count),
    CALLS + 100,
  );
  assert.deepEqual(signer.verify(aliceJWT), alice);
});
