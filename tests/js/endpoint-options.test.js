import assert from "node:assert/strict";
import { test } from "node:test";
import { createSignaturesHandler, FogbenderTokenError, verifyUserJWT } from "fogbender-token";
import { alice, answered, asAlice, assertAlice, assertRefused, identify, secret, silent, url, widgetId } from "./endpoint.js";

test("wrong options are refused when the handler is made", () => {
  const made = (options) => () => createSignaturesHandler({ secret, identify, ...options });
  const refused = [
    [{ secret: undefined }, "secret_missing", "secret"],
    [{ secret: "" }, "secret_empty", "secret"],
    [{ secret: "short" }, "secret_too_short", "secret"],
    [{ secret: `${secret}\n` }, "secret_padded", "secret"],
    [{ identify: undefined }, "option_invalid", "identify"],
    [{ identify: alice }, "option_invalid", "identify"],
    [{ onError: null }, "option_invalid", "onError"],
    [{ expiresIn: "1h" }, "option_unknown", "expiresIn"],
    [{ widgetID: widgetId }, "option_unknown", "widgetID"],
    [{ widgetId: undefined }, "field_missing", "widgetId"],
    [{ widgetId: "not base64url!" }, "field_invalid", "widgetId"],
    [{ widgetId: "" }, "field_empty", "widgetId"],
    [{ widgetId: secret }, "widget_id_is_secret", "widgetId"],
    [{ expiresInSeconds: "1h" }, "option_invalid", "expiresInSeconds"],
    [{ expiresInSeconds: 0 }, "option_invalid", "expiresInSeconds"],
    [{ issuedAt: Date.now() }, "time_in_milliseconds", "issuedAt"],
    [{ widgetId, versions: { app: 1 } }, "field_invalid", "versions"],
    ...[
      "*",
      "https://app.example.com",
      ["*"],
      ["https://*.example.com/"],
      ["https://app.example.com/"],
      ["app.example.com"],
      ["null"],
      [null],
      [/example/],
      {},
      null,
    ].map((origins) => [{ origins }, "option_invalid", "origins"]),
  ];
  for (const [options, code, field] of refused) {
    assert.throws(made(options), (error) => {
      assert.ok(error instanceof FogbenderTokenError, String(error));
      assert.deepEqual([error.code, error.field], [code, field], JSON.stringify(options));
      return true;
    });
  }
  for (const nothing of [undefined, null, "secret", []]) assert.throws(() => createSignaturesHandler(nothing), { code: "not_an_object" });
  assert.equal(typeof made({ secret: "short", allowShortSecret: true })(), "function");
  assert.equal(typeof made({ secret: new TextEncoder().encode(secret) })(), "function");
});

test("the times and the versions of the options reach the userJWT and the token", async () => {
  const options = {
    secret,
    widgetId,
    identify,
    issuedAt: 1_700_000_000,
    notBeforeSeconds: 60,
    expiresInSeconds: 3600,
    versions: { app: "1.2" },
  };
  const { token } = await answered(await createSignaturesHandler(options)(asAlice()));
  const { iat, nbf, exp } = verifyUserJWT(token.userJWT, secret, { now: 1_700_000_100 });
  assert.deepEqual({ iat, nbf, exp }, { iat: 1_700_000_000, nbf: 1_700_000_060, exp: 1_700_003_600 });
  assert.deepEqual(token.versions, { app: "1.2" });
  const now = await answered(await createSignaturesHandler({ secret, identify, expiresInSeconds: 60 })(asAlice()));
  const claims = verifyUserJWT(now.signatures.userJWT, secret);
  assert.equal(claims.exp, claims.iat + 60);
  assert.ok(Math.abs(claims.iat - Date.now() / 1000) < 5);
});

test("all problems of the options are told at once, each with its true cause", () => {
  const problems = (options) => {
    try {
      createSignaturesHandler(options);
    } catch (error) {
      return error.problems.map(({ code, field }) => `${code} ${field}`).sort();
    }
    return [];
  };
  const unset = undefined;
  assert.deepEqual(problems({ secret: unset, widgetId: unset, identify }), ["field_missing widgetId", "secret_missing secret"]);
  assert.deepEqual(problems({ secret: unset, widgetId: "?", expiresInSeconds: 0, identify: alice, origins: "*" }), [
    "field_invalid widgetId",
    "option_invalid expiresInSeconds",
    "option_invalid identify",
    "option_invalid origins",
    "secret_missing secret",
  ]);
  assert.deepEqual(problems({ secret: () => unset, widgetId: () => unset, expiresInSeconds: 0, identify }), [
    "option_invalid expiresInSeconds",
  ]);
});

test("functions for secret and widgetId are not called before somebody is signed in, and then are given what identify is", async () => {
  const calls = [];
  const giving =
    (name, value) =>
    (...args) => (calls.push([name, ...args]), value);
  const env = {};
  const handler = createSignaturesHandler({ secret: giving("secret", secret), widgetId: giving("widgetId", widgetId), identify });
  await assertRefused(await handler(new Request(url), env), 401, "not_signed_in");
  await handler(asAlice({ method: "OPTIONS" }), env);
  assert.deepEqual(calls, []);
  const request = asAlice();
  await assertAlice(await handler(request, env));
  assert.deepEqual(
    calls.map(([name]) => name),
    ["secret", "widgetId"],
  );
  for (const [, given, rest] of calls) assert.ok(given === request && rest === env);
});

test("functions may be asynchronous, and each request is signed with what they give for it", async () => {
  const other = "cP5szoYeM+aw6l9dmMmHXkHZb+YqraTQ";
  const handler = createSignaturesHandler({
    secret: async (_, env) => env.secret,
    widgetId: async () => widgetId,
    identify,
    onError: silent,
  });
  const secrets = [secret, secret, other, new TextEncoder().encode(other), secret, other];
  const answers = await Promise.all(secrets.map((each) => handler(asAlice(), { secret: each })));
  for (const [at, answer] of answers.entries()) verifyUserJWT((await answer.json()).token.userJWT, secrets[at]);
});

test("what functions fail to give is a 500 that names it, all of it at once, until they give it", async () => {
  const env = {};
  const told = [];
  const handler = createSignaturesHandler({
    secret: () => env.secret,
    widgetId: () => env.widgetId,
    identify,
    onError: (error) => told.push(error.problems.map(({ code, field }) => `${code} ${field}`)),
  });
  await assertRefused(await handler(asAlice()), 500, "secret_missing");
  env.secret = "short";
  await assertRefused(await handler(asAlice()), 500, "secret_too_short");
  Object.assign(env, { secret, widgetId: "not base64url!" });
  await assertRefused(await handler(asAlice()), 500, "field_invalid");
  env.widgetId = widgetId;
  await assertAlice(await handler(asAlice()));
  assert.deepEqual(told, [
    ["secret_missing secret", "field_missing widgetId"],
    ["secret_too_short secret", "field_missing widgetId"],
    ["field_invalid widgetId"],
  ]);
});

test("a function that throws is a 500 that names it, and its error is told to onError alone", async () => {
  const cause = new Error(`vault: ${secret}`);
  for (const thrower of [
    () => {
      throw cause;
    },
    () => Promise.reject(cause),
  ]) {
    const told = [];
    const handler = createSignaturesHandler({ secret: thrower, widgetId, identify, onError: (error) => told.push(error) });
    const { problems } = await assertRefused(await handler(asAlice()), 500, "not_readable");
    assert.deepEqual(
      problems.map(({ field }) => field),
      ["secret"],
    );
    assert.deepEqual(
      told.map((error) => error.cause),
      [cause],
    );
  }
});
