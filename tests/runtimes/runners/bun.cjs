const lib = require("fogbender-token");

import("../suite.js").then(async ({ run }) => {
  const entry = require.resolve("fogbender-token");
  console.log(JSON.stringify({ runtime: `Bun ${Bun.version}, require`, entry, ...(await run(lib)) }));
});
