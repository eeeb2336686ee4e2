// What the tests of bad input share: Alice, JWTs made by hand, and what an error must be.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { inspect } from "node:util";
import { FogbenderTokenError, Signer } from "fogbender-token";

export const SECRET = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
export const widgetId = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";
export const alice = {
  userId: "U234328",
  customerId: "C256434",
  customerName: "Netflix",
  userEmail: "alice@netflix.com",
  userName: "Alice Chesterton",
};
export const signer = new Signer(SECRET);
export const aliceJWT = signer.sign(alice);
export const now = 1_700_000_000;

export const base64url = (text) => Buffer.from(text).toString("base64url");

/** A JWS over any header and payload, well signed, so that nothing but these can be refused. */
export function jws(payload, header = '{"alg":"HS256","typ":"JWT"}') {
  const input = `${base64url(header)}.${base64url(payload)}`;
  return `${input}.${createHmac("sha256", SECRET).update(input).digest("base64url")}`;
}

/** The error that `run` throws. Anything but the package's own is a failure. */
export function refusal(run) {
  let result;
  try {
    result = run();
  } catch (error) {
    return checked(error);
  }
  return assert.fail(`not refused: ${inspect(result)}`);
}

/** An error of the package, in the form that all of them have. */
export function checked(error) {
  assert.ok(error instanceof FogbenderTokenError && error instanceof Error, `not ours: ${inspect(error)}`);
  assert.equal(error.name, "FogbenderTokenError");
  assert.ok(error.problems.length > 0);
  assert.equal(error.code, error.problems[0].code);
  assert.equal(error.field, error.problems[0].field);
  for (const { code, message } of error.problems) {
    assert.match(code, /^[a-z0-9]+(_[a-z0-9]+)*$/);
    assert.match(message, /^\S.{10,}[.?!)]$/s, `no sentence: ${message}`);
    assert.ok(error.message.includes(message));
  }
  return error;
}

/** Every problem that `run` is refused for, as `code field`. */
export const codesOf = (run) => refusal(run).problems.map(({ code, field }) => (field === undefined ? code : `${code} ${field}`));

/** No 12 characters in a row of what must stay hidden show in anything that can be logged. */
export function assertHidden(value, hidden) {
  const shown = [
    inspect(value, { showHidden: true, depth: Infinity }),
    inspect(value),
    JSON.stringify(value) ?? "",
    String(value),
    inspect(structuredClone(value), { depth: Infinity }),
    value instanceof Error ? `${value.message}${value.stack}` : "",
  ].join("\n");
  for (let at = 0; at + 12 <= hidden.length; at += 1) {
    assert.ok(!shown.includes(hidden.slice(at, at + 12)), `shows ${hidden.slice(at, at + 12)} in ${shown}`);
  }
}

/** A signer that was freed. */
export function freed() {
  const used = new Signer(SECRET);
  used.free();
  return used;
}

/** An object that throws when it is read: a getter, a trap, a revoked Proxy. Each with what it throws, if it can be told. */
export function unreadable(name = "userId") {
  const own = new Error("the caller's own");
  const fail = () => {
    throw own;
  };
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return [
    [Object.defineProperty({}, name, { get: fail, enumerable: true }), own],
    [new Proxy({ [name]: "x" }, { get: fail }), own],
    [proxy, undefined],
  ];
}
