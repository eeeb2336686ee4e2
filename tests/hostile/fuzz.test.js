// No panic reaches JavaScript: whatever a caller gives, every function gives a result or a FogbenderTokenError, and the
// module works afterwards.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import * as lib from "fogbender-token";
import * as providersLib from "fogbender-token/providers";
import * as standInLib from "fogbender-token/stand-in";
import { alice, aliceJWT, aliceToken, secret, widgetId } from "./alice.js";
import { everywhere, providers, standIn, withSecret } from "./calls.js";
import { fuzz } from "./fuzz.js";

const ROUNDS = Number(process.env.HOSTILE_ROUNDS ?? 200);
const SEED = Number(process.env.HOSTILE_SEED ?? 1);

const require = createRequire(import.meta.url);
/** The browser's build, as the condition `browser` gives it. */
const browserFile = (name) => new URL(name, import.meta.resolve("fogbender-token"));

const backends = {
  ESM: [lib, providersLib, standInLib],
  CommonJS: ["fogbender-token", "fogbender-token/providers", "fogbender-token/stand-in"].map((name) => require(name)),
};

for (const [form, [lib, providersLib, standInLib]] of Object.entries(backends)) {
  test(`hostile values to every function of the ${form} build`, async (t) => {
    silence(t);
    const standing = new lib.Signer(secret);
    const assertWorks = () => {
      assert.equal(standing.sign(alice, { issuedAt: false }), aliceJWT);
      assert.deepEqual(standing.verify(aliceJWT), alice);
      assert.throws(() => lib.decodeUserJWT("a.b"), { code: "jwt_malformed" });
      assert.equal({}.userId ?? {}.isAdmin, undefined);
    };
    let current;
    const signer = () => (current = new lib.Signer(secret));
    const reenter = inTurn([
      () => current?.sign(alice),
      () => current?.free(),
      () => new lib.Signer(secret).sign({ ...alice, userName: "x".repeat(40_000) }),
      () => lib.createToken(alice, secret, { widgetId }),
      () => lib.explainToken({ ...aliceToken, userId: "U1" }, secret),
      () => lib.verifyUserJWT("a.b.c", secret),
      () => lib.checkToken({ userId: 42 }),
    ]);
    const calls = (source) => ({
      ...everywhere(lib, source),
      ...withSecret(lib, source, signer),
      ...standIn(standInLib, source),
      ...providers(providersLib, source),
    });
    report(t, await fuzz({ lib, calls, reenter, assertWorks, rounds: ROUNDS, seed: SEED }));
  });
}

for (const [form, load] of Object.entries({
  ESM: () => import(browserFile("browser.js")),
  CommonJS: () => require(browserFile("browser.cjs").pathname),
})) {
  test(`hostile values to every function of the browser's ${form} build`, async (t) => {
    silence(t);
    const lib = await load();
    const assertWorks = () => {
      assert.deepEqual(lib.decodeUserJWT(aliceJWT).claims, alice);
      assert.equal(lib.explainToken({ ...aliceToken, userId: "U1" }).verdict, "refused");
      assert.throws(() => lib.signUserJWT(alice, secret), { code: "secret_in_browser" });
    };
    const reenter = inTurn([
      () => lib.assembleToken({ ...aliceToken, userName: "x".repeat(40_000) }),
      () => lib.checkToken({ userId: 42 }),
      () => lib.decodeUserJWT("a.b.c"),
    ]);
    const calls = (source) => ({ ...everywhere(lib, source), ...withSecret(lib, source, () => new lib.Signer(secret)) });
    const table = await fuzz({ lib, calls, reenter, assertWorks, rounds: ROUNDS, seed: SEED });
    report(t, table);
    for (const name of Object.keys(withSecret(lib, {}))) assert.equal(table[name].results, 0, name);
  });
}

/** The next of some things to do, each time it is called. */
function inTurn(actions) {
  let turn = 0;
  return () => actions[(turn += 1) % actions.length]();
}

/** The endpoint logs what a hostile onError throws; and nothing of it all may reach the network. */
function silence(t) {
  t.mock.method(console, "error", () => {});
  t.mock.method(globalThis, "fetch", async () => new Response("{}"));
}

function report(t, table) {
  for (const [name, { results, refusals }] of Object.entries(table)) t.diagnostic(`${name}: ${results} results, ${refusals} refusals`);
}
