const lib = require("fogbender-token");
const { runUnstartable } = require("../suite.js");
const report = require("./report.cjs");

test("the suite", async () => {
  const result = await runUnstartable(lib, "wasm_unavailable", "secret_in_browser secret");
  report(`jsdom, typeof TextEncoder: ${typeof TextEncoder}`, require.resolve("fogbender-token"), result);
});
