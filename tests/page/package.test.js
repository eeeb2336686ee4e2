// The two subpaths as others import them: types, CommonJS, one class of errors.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { FogbenderTokenError } from "fogbender-token";
import * as page from "fogbender-token/page";
import * as react from "fogbender-token/react";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const require = createRequire(import.meta.url);

test("the types take what is right and refuse what is wrong, with import and with require", () => {
  execFileSync(process.execPath, [path("node_modules/typescript/bin/tsc"), "--project", path("types")], {
    stdio: ["ignore", "inherit", "inherit"],
  });
});

test("import and require have the same exports", () => {
  assert.deepEqual(Object.keys(page).sort(), ["FogbenderTokenError", "createTokenStore", "fetchToken", "tokenKey"]);
  assert.deepEqual(Object.keys(react), ["useFogbenderToken"]);
  assert.deepEqual(Object.keys(require("fogbender-token/page")).sort(), Object.keys(page).sort());
  assert.deepEqual(Object.keys(require("fogbender-token/react")), Object.keys(react));
});

test("an error of the page's, imported or required, is one of the package's", async () => {
  for (const { fetchToken } of [page, require("fogbender-token/page")]) {
    await assert.rejects(fetchToken(""), (error) => error instanceof FogbenderTokenError && error instanceof page.FogbenderTokenError);
  }
});
