import assert from "node:assert/strict";
import { test } from "node:test";
import { answers, origins, secret } from "./demo.js";
import { attack, contents, openDemo, placesOf, signIn, visit } from "./visit.js";

// That the secret is in none of these is checked at the end of every visit, of this one too.
visit("what is searched for the secret are all answers of both servers, the page, its frames and its storage", {}, async (page, seen) => {
  await openDemo(page);
  await page.check("[name=signer][value=api]");
  await signIn(page, "alice");
  for (const name of await page.locator("[data-attack]").all()) await attack(page, await name.getAttribute("data-attack"));
  const paths = new Set(answers.map(({ url }) => url.replace(origins.app, "app").replace(origins.fogbender, "fogbender")));
  const mistakes = ["user-id-only", "ids-only", "sub", "widget-key", "fallback-token", "leaked-token", "leaked-expired-token"].map(
    (name) => `app/mistakes/${name}`,
  );
  const others = ["", "page.js", "backend.json", "session", "fogbender-signatures-by-api", "trace", "verify-user-jwt"].map(
    (name) => `app/${name}`,
  );
  const fogbenders = ["", "client.js", "signatures", "verify"].map((name) => `fogbender/${name}`);
  for (const path of [...mistakes, ...others, ...fogbenders]) assert.ok(paths.has(path), path);

  const all = { ...(await contents(page)), ...seen, answers };
  for (const thing of ["frames", "messages", "answers"]) {
    assert.ok(placesOf("Alice", all).includes(thing), `Alice is in the ${thing}`);
  }
  const [cookie] = all.storage.cookies;
  assert.deepEqual([cookie.name, cookie.httpOnly, cookie.sameSite], ["session", true, "Strict"]);
  assert.equal(all.session[1], "", "no script can read the session's cookie");

  for (const written of [
    secret,
    Buffer.from(secret).toString("base64"),
    encodeURIComponent(secret),
    Buffer.from(secret, "base64").toString("hex"),
  ]) {
    assert.deepEqual(placesOf(secret, { leak: { body: `before ${written} after` } }), ["leak"]);
  }
});

visit("no field of the page asks for a secret or a password", {}, async (page) => {
  await openDemo(page);
  const fields = page.locator("input, textarea, select");
  assert.ok((await fields.count()) > 15);
  assert.equal(await page.locator("[type=password], [type=file]").count(), 0);
  const names = await fields.evaluateAll((all) =>
    all.flatMap(({ id, name, placeholder, labels }) => [id, name, placeholder, labels[0].textContent]),
  );
  assert.deepEqual(
    names.filter((name) => /secret|password|private/i.test(name)),
    [],
  );
});

test("both servers send a policy that allows no inline script or style, no eval, no other host", async () => {
  for (const origin of Object.values(origins)) {
    const headers = (await fetch(origin)).headers;
    const policy = headers.get("content-security-policy");
    assert.match(policy, /^default-src 'none'; script-src 'self'( 'wasm-unsafe-eval')?; style-src 'self';/);
    assert.doesNotMatch(policy, /'unsafe-inline'|'unsafe-eval'|[\s:]\*|data:|blob:|https:/);
    for (const directive of ["base-uri 'none'", "form-action 'none'", "frame-ancestors"]) assert.ok(policy.includes(directive), directive);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("referrer-policy"), "no-referrer");
  }
});
