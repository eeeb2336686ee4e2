// The end of the stack may come anywhere within a call. A RangeError that the caller catches there is the language's own; what
// counts is that the package works afterwards, also when it was starting for the first time.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { alice, aliceJWT, aliceToken, secret, widgetId } from "./alice.js";
import { instances } from "./memory.js";

// Behind the line above, which must be the first to run.
const lib = await import("fogbender-token");
const providersLib = await import("fogbender-token/providers");

const require = createRequire(import.meta.url);
const { Signer } = lib;
const signer = new Signer(secret);
const [{ __stack_pointer: stackPointer }] = instances;
const stackTop = stackPointer.value;

const calls = {
  "new Signer": () => new Signer(secret),
  "Signer.sign": () => signer.sign(alice),
  "Signer.sign of a bad identity": () => signer.sign({ userId: 42 }),
  "Signer.token": () => signer.token(alice, { widgetId }),
  "Signer.verify": () => signer.verify(aliceJWT),
  "Signer.verify of no userJWT": () => signer.verify("a.b"),
  "Signer.explain": () => signer.explain(aliceToken),
  "Signer.free": () => new Signer(secret).free(),
  signUserJWT: () => lib.signUserJWT(alice, secret, { claims: { plan: "gold" } }),
  secretFingerprint: () => lib.secretFingerprint(secret),
  createToken: () => lib.createToken(alice, secret, { widgetId }),
  verifyUserJWT: () => lib.verifyUserJWT(aliceJWT, [secret, secret]),
  explainToken: () => lib.explainToken(aliceToken, [secret, secret]),
  assembleToken: () => lib.assembleToken(aliceToken),
  "assembleToken of a long name": () => lib.assembleToken({ ...aliceToken, userName: "é".repeat(20_000) }),
  checkToken: () => lib.checkToken({ userId: 42 }),
  decodeUserJWT: () => lib.decodeUserJWT(aliceJWT),
  createSignaturesHandler: () => lib.createSignaturesHandler({ secret, widgetId, identify() {} }),
  fromAuthJs: () => providersLib.fromAuthJs({ token: { sub: "U1", email: "a@b.c" } }, { customerId: "C1", customerName: "C" }),
};

/** V8 says so of a regular expression too that it had no room to compile. */
const isOverflow = (error) => error instanceof RangeError || (error instanceof SyntaxError && error.message.endsWith("Stack overflow"));

/** Calls at each of the last `levels` levels of the stack, with from one to three values on it, and gives what was thrown. */
function atTheEnd(call, levels = 150) {
  const errors = [];
  let level = 0;
  const attempt = () => {
    if ((level += 1) > levels) return;
    try {
      call();
    } catch (error) {
      errors.push(error);
    }
  };
  const deeper = (...values) => {
    try {
      deeper(...values);
    } catch {}
    attempt();
  };
  for (const values of [[], [1], [1, 2, 3]]) {
    level = 0;
    deeper(...values);
  }
  return errors;
}

function assertWorks({ Signer, assembleToken, decodeUserJWT }, message) {
  const fresh = new Signer(secret);
  assert.equal(fresh.sign(alice, { issuedAt: false }), aliceJWT, message);
  assert.deepEqual(fresh.verify(aliceJWT), alice, message);
  assert.throws(() => fresh.sign({ userId: 42 }), { code: "field_not_string" }, message);
  assert.throws(() => decodeUserJWT("a.b"), { code: "jwt_malformed" }, message);
  assert.equal(assembleToken({ ...aliceToken, versions: { app: "1" } }).versions.app, "1", message);
  fresh.free();
}

for (const [name, call] of Object.entries(calls)) {
  test(`${name} at the end of the stack throws a RangeError or an error of ours, and the package works on`, () => {
    const errors = atTheEnd(call);
    assert.ok(errors.some(isOverflow), "the end was not reached");
    for (const error of errors) assert.ok(isOverflow(error) || error instanceof lib.FogbenderTokenError, String(error));
    assertWorks(lib);
    assert.equal(stackPointer.value, stackTop, "a part of wasm's own stack is lost");
    assert.equal(signer.sign(alice, { issuedAt: false }), aliceJWT);
  });
}

test("a first call that ends at the end of the stack does not spoil the next", () => {
  const file = require.resolve("fogbender-token");
  let overflows = 0;
  for (let level = 1; level <= 120; level += 3) {
    delete require.cache[file];
    const copy = require(file);
    let at = 0;
    const deeper = () => {
      try {
        deeper();
      } catch {}
      if ((at += 1) !== level) return;
      try {
        copy.decodeUserJWT(aliceJWT);
      } catch (error) {
        overflows += 1;
        assert.ok(isOverflow(error) || error instanceof copy.FogbenderTokenError, String(error));
      }
    };
    deeper();
    assertWorks(copy, `level ${level}`);
  }
  assert.ok(overflows > 0);
});
