// What the package must do in every runtime. It imports nothing but its own parts, so it runs wherever the package does: a
// runner imports the package in its runtime's own way, passes it in, and reports what comes back.
import { copiesTests } from "./suite/copies.js";
import { browserTests, unstartableTests } from "./suite/refusing.js";
import { signingTests } from "./suite/signing.js";
import { verifyingTests } from "./suite/verifying.js";
import { withoutSecret } from "./suite/without-secret.js";

export { vectors } from "./suite/vectors.js";
export { browserTests, copiesTests, unstartableTests };

/** Every build that runs on a backend. Each test is a name and a function, which may be asynchronous. */
export const tests = [...withoutSecret, ...signingTests, ...verifyingTests];

async function runAll(list, lib, beside) {
  const failures = [];
  for (const [name, body] of list) {
    try {
      await body(lib, beside);
    } catch (error) {
      failures.push({ name, message: String(error?.stack ?? error) });
    }
  }
  return { passed: list.length - failures.length, failures };
}

export const run = (lib) => runAll(tests, lib);
export const runInBrowser = (lib) => runAll(browserTests, lib);
export const runUnstartable = (lib, code, signingCode = code) => runAll(unstartableTests(code, signingCode), lib);
export const runCopies = (lib, other, memories) => runAll(copiesTests, lib, { other, memories });
