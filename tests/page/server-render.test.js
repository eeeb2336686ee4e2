// The hook where there is no browser: React's server renderer gives "loading", asks nothing, and warns of nothing.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { mock, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { versions, withReact } from "./react.js";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** app/server.jsx, with one version of React. */
async function rendererWith(version) {
  const outfile = path(`../../target/page/server-${version}.cjs`);
  await build({ ...withReact(version), entryPoints: [path("app/server.jsx")], outfile, platform: "node" });
  return createRequire(import.meta.url)(outfile);
}

for (const version of versions) {
  test(`React ${version}`, async () => {
    const { render, version: actual } = await rendererWith(version);
    assert.equal(actual.split(".")[0], version);
    const complaints = ["error", "warn"].map((name) => mock.method(console, name, () => {}));
    const fetch = mock.method(globalThis, "fetch", () => assert.fail("nothing is asked"));
    assert.equal(render({ user: "U1" }), "loading");
    assert.equal(render({ user: 7, refreshBeforeSeconds: 60 }), "loading");
    assert.equal(render({ user: null }), "signed-out");
    assert.equal(render({ user: undefined }), "signed-out");
    for (const wrong of [{}, undefined, { user: "" }, { user: NaN }, { user: { id: 1 } }])
      assert.equal(render(wrong), "error option_invalid user");
    assert.equal(render({ user: "U1", refreshBefore: 60 }), "error option_unknown refreshBefore");
    assert.equal(render({ user: "U1", refreshBeforeSeconds: "60" }), "error option_invalid refreshBeforeSeconds");
    assert.equal(render(null), "error not_an_object options");
    assert.deepEqual(
      [...complaints, fetch].map(({ mock }) => mock.callCount()),
      [0, 0, 0],
    );
    for (const { mock } of [...complaints, fetch]) mock.restore();
  });
}
