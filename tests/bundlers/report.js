import assert from "node:assert/strict";

let passed = 0;
let failed = 0;

/**
 * Runs the checks of one tool and prints a line for it, and one for each that failed.
 * @param {string} tool its name and version
 * @param {(check: (what: string, actual: unknown, expected: unknown) => void) => Promise<void>} run
 */
export async function checks(tool, run) {
  const failures = [];
  let count = 0;
  const check = (what, actual, expected) => {
    count += 1;
    try {
      assert.deepEqual(actual, expected);
    } catch (error) {
      failures.push(`${what}: ${error.message}`);
    }
  };
  try {
    await run(check);
  } catch (error) {
    count += 1;
    failures.push(`It did not come to its end: ${error.stack}`);
  }
  passed += count - failures.length;
  failed += failures.length;
  console.log(`${tool}: ${count} checks${failures.length > 0 ? `, ${failures.length} failed` : ""}`);
  for (const failure of failures) console.log(`  ${failure.replaceAll("\n", "\n    ")}`);
}

export function finish() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
