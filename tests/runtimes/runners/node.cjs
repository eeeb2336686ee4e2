const lib = require("fogbender-token");

import("../suite.js").then(async ({ run }) => {
  const entry = require.resolve("fogbender-token");
  console.log(JSON.stringify({ runtime: `Node ${process.version}, require`, entry, ...(await run(lib)) }));
});
