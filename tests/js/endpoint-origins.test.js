import assert from "node:assert/strict";
import { test } from "node:test";
import { createSignaturesHandler } from "fogbender-token";
import { asAlice, assertAlice, assertRefused, endpoint, identify, secret, url, widgetId } from "./endpoint.js";

const CORS = [
  "access-control-allow-origin",
  "access-control-allow-credentials",
  "access-control-allow-methods",
  "access-control-allow-headers",
];
const corsOf = (response) => CORS.map((name) => response.headers.get(name));
const preflight = (origin) => asAlice({ method: "OPTIONS", headers: { origin, "access-control-request-method": "POST" } });

test("no other origin may read the answer unless it is listed", async () => {
  const none = [null, null, null, null];
  for (const origin of ["https://app.example.com", "https://evil.example", "null"]) {
    assert.deepEqual(corsOf(await endpoint(asAlice({ headers: { origin } }))), none);
    assert.deepEqual(corsOf(await endpoint(preflight(origin))), none);
  }
  const handler = createSignaturesHandler({ secret, identify, origins: ["https://app.example.com"] });
  const others = [
    "https://app.example.com.evil.example",
    "https://evil.example",
    "http://app.example.com",
    "https://app.example.com:8443",
    "https://APP.example.com",
    "https://app.example.com/",
    "null",
    "*",
  ];
  for (const origin of others) {
    assert.deepEqual(corsOf(await handler(asAlice({ headers: { origin } }))), none, origin);
    assert.deepEqual(corsOf(await handler(preflight(origin))), none, origin);
  }
});

test("a listed origin may, with credentials, after a preflight, and also read what was refused", async () => {
  const origins = ["https://app.example.com", "http://localhost:3000"];
  const handler = createSignaturesHandler({ secret, identify, origins });
  for (const origin of origins) {
    for (const request of [asAlice({ headers: { origin } }), new Request(url, { headers: { origin } })]) {
      const response = await handler(request);
      assert.deepEqual(corsOf(response), [origin, "true", null, null]);
      assert.match(response.headers.get("vary"), /\bOrigin\b/);
    }
    const response = await handler(preflight(origin));
    assert.equal(response.status, 204);
    assert.deepEqual(corsOf(response), [origin, "true", "GET, HEAD, POST", "authorization, content-type"]);
    assert.deepEqual(corsOf(await handler(asAlice({ method: "OPTIONS", headers: { origin } }))), [origin, "true", null, null]);
  }
  assert.deepEqual(corsOf(await handler(asAlice())), [null, null, null, null]);
});

const from = (site, origin) => asAlice({ headers: { "sec-fetch-site": site, ...(origin && { origin }) } });

test("a page of another site is refused with 403, unless its origin is listed", async () => {
  const told = [];
  const options = { secret, widgetId, identify, onError: ({ code }) => told.push(code) };
  const handler = createSignaturesHandler({ ...options, origins: ["https://app.example.net"] });
  for (const origin of [undefined, "null", "https://evil.example", "https://app.example.net.evil.example"]) {
    const { problems } = await assertRefused(await handler(from("cross-site", origin)), 403, "cross_site_request");
    assert.deepEqual(
      problems.map(({ field }) => field),
      ["origin"],
    );
  }
  await assertAlice(await handler(from("cross-site", "https://app.example.net")));
  assert.deepEqual(told, ["cross_site_request"], "told once, so that nobody can fill the log");
});

test("a page of the same origin or the same site, an address bar, and whatever is no browser are answered", async () => {
  for (const site of ["same-origin", "same-site", "none"]) await assertAlice(await endpoint(from(site)));
  await assertAlice(await endpoint(asAlice()));
});

test("the list of origins is copied when the handler is made", async () => {
  const origins = ["https://app.example.com"];
  const handler = createSignaturesHandler({ secret, identify, origins });
  origins.push("https://evil.example");
  assert.deepEqual(corsOf(await handler(asAlice({ headers: { origin: "https://evil.example" } }))), [null, null, null, null]);
});

test("every answer keeps browsers from guessing its type, and other origins from embedding it", async () => {
  for (const request of [asAlice(), new Request(url), asAlice({ method: "OPTIONS" }), asAlice({ method: "PUT" }), from("cross-site")]) {
    const { headers } = await endpoint(request);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("cross-origin-resource-policy"), "same-origin");
    assert.equal(headers.get("vary"), "Origin, Cookie, Authorization, Sec-Fetch-Site");
  }
});
