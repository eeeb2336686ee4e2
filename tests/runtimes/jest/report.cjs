const { version } = require("jest/package.json");

/** Reports a result past Jest's console, and to Jest. */
module.exports = function report(environment, entry, result) {
  process.stdout.write(`${JSON.stringify({ runtime: `Jest ${version}, ${environment}`, entry, ...result })}\n`);
  expect(result.failures).toEqual([]);
};
