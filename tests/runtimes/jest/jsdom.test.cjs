const lib = require("fogbender-token");
const { runInBrowser } = require("../suite.js");
const report = require("./report.cjs");

test("the suite", async () => report("jsdom", require.resolve("fogbender-token"), await runInBrowser(lib)), 60_000);
