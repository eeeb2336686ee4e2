const { transformSync } = require("esbuild");

exports.process = (code) => ({ code: transformSync(code, { format: "cjs" }).code });
