import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import { random } from "../js/random.js";
import { aliceJWT, secret } from "./alice.js";
import { hostile } from "./values.js";

/** The codes that the types name. */
const types = readFileSync(new URL("../../js/entries/errors.d.ts", import.meta.url), "utf8");
const codes = new Set(types.match(/export type ErrorCode =([^;]+);/)[1].match(/\w+/g));

/**
 * Makes every call `rounds` times with hostile values. Each must give a result or one of the package's own errors, with
 * nothing of the secret in it, and after each the package must still give the known answers.
 * @param {object} plan
 * @param {(source: ReturnType<typeof hostile>) => Record<string, () => unknown>} plan.calls
 * @param {() => unknown} plan.reenter what a getter does that calls the package in the middle of another call
 * @param {() => void} plan.assertWorks
 * @returns how often each call gave a result and how often an error
 */
export async function fuzz({ lib, calls, reenter, assertWorks, rounds, seed }) {
  const table = {};
  const failures = new Map();
  for (let round = 0; round < rounds; round += 1) {
    const source = hostile(random(seed + round), reenter);
    for (const [name, call] of Object.entries(calls(source))) {
      table[name] ??= { results: 0, refusals: 0 };
      try {
        table[name][(await outcome(lib, call)) ? "results" : "refusals"] += 1;
        assertWorks();
      } catch (error) {
        if (!failures.has(name)) failures.set(name, `${name}, seed ${seed + round}: ${shown(error)}`);
      }
    }
  }
  assert.deepEqual([...failures.values()], []);
  return table;
}

/** Whether a call gave a result. */
async function outcome(lib, call) {
  let result;
  try {
    result = await call();
  } catch (error) {
    assertOurs(lib, error);
    return false;
  }
  if (result instanceof Response) await assertAnswer(result);
  return true;
}

function assertOurs(lib, error) {
  if (!isOurs(lib, error)) throw error;
  assertTold(error.problems);
  // The cause is the caller's own.
  const texts = [error.message, error.stack, String(error), JSON.stringify(error), inspect({ ...error })];
  for (const text of texts) assert.ok(!text.includes(secret) && !text.includes(aliceJWT), text);
}

function isOurs(lib, error) {
  try {
    return error instanceof lib.FogbenderTokenError;
  } catch {
    // A Proxy that was thrown.
    return false;
  }
}

function assertTold(problems) {
  assert.ok(problems.length > 0);
  for (const { code, message } of problems) {
    assert.ok(codes.has(code), `${code} is not in ErrorCode`);
    assert.ok(message.length > 10);
  }
}

/** What an endpoint answers is an answer, or an error of ours in JSON. */
async function assertAnswer(response) {
  const text = await response.text();
  if (response.status < 400 || text === "") return;
  const { error } = JSON.parse(text);
  assertTold(error.problems ?? [{ code: "internal", ...error }]);
  assert.ok(!text.includes(secret), text);
}

function shown(error) {
  try {
    return inspect(error);
  } catch {
    return "what cannot be shown";
  }
}
