const lib = require("fogbender-token");
const { run } = require("../suite.js");
const report = require("./report.cjs");

test("the suite", async () => report("node", require.resolve("fogbender-token"), await run(lib)), 60_000);
