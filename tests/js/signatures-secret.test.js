import assert from "node:assert/strict";
import { test } from "node:test";
import { requestSignatures } from "fogbender-token";
import { alice, answer, assertRefused, secret, serve, signer } from "./signatures.js";

test("the secret goes over TLS, or not beyond this machine", async () => {
  const fetch = () => assert.fail("the secret was sent");
  const refused = [
    "http://api.fogbender.com/signatures",
    "http://127.0.0.1.evil.example/",
    "http://localhost.evil.example/",
    "http://0.0.0.0/",
    "http://10.0.0.1/",
    "http://[::2]/",
    "ftp://localhost/",
    "file:///signatures",
    "data:,",
    "javascript:0",
    "//localhost/",
    "/signatures",
    "",
    "localhost:8787",
    `https://:${secret}@api.fogbender.com/`,
    `https://${encodeURIComponent(secret)}@api.fogbender.com/`,
  ];
  for (const url of refused) await assertRefused(requestSignatures(alice, secret, { url, fetch }), "option_invalid", "url");
  const taken = [
    "https://api.example.com/signatures",
    "http://localhost:8787/signatures",
    "http://127.0.0.1/",
    "http://127.8.9.10:1/",
    "http://[::1]:8787/",
  ];
  for (const url of taken) {
    let asked;
    await requestSignatures(alice, secret, { url, fetch: async (given) => ((asked = given), answer(signer.sign(alice))) });
    assert.equal(asked, url);
  }
});

test("a redirect is not followed: the secret arrives nowhere else", async (t) => {
  const arrived = [];
  const elsewhere = await serve(t, async (request) => (arrived.push(request.url), answer(signer.sign(alice))));
  for (const status of [301, 302, 303, 307, 308]) {
    let asked = 0;
    const url = await serve(t, async () => ((asked += 1), new Response(null, { status, headers: { location: elsewhere } })));
    const { message } = await assertRefused(requestSignatures(alice, secret, { url }), "signatures_bad_response");
    assert.match(message, new RegExp(`${status}|redirect`));
    assert.equal(asked, 1);
  }
  assert.deepEqual(arrived, []);
});

test("a fetch that throws what it was given does not show the secret", async () => {
  const fetches = [
    async (url, init) => {
      throw new TypeError(`no: ${JSON.stringify(init.headers)}`);
    },
    async (url, init) => {
      throw Object.assign(new Error("no"), { config: init });
    },
    async (url, init) => {
      throw new Error("no", { cause: new Error(init.headers.authorization) });
    },
    async (url, init) => {
      throw init;
    },
    (url, init) => {
      throw Object.assign(new Error("at once"), { init });
    },
    async () => undefined,
  ];
  for (const fetch of fetches) await assertRefused(requestSignatures(alice, secret, { fetch }), "signatures_unreachable");
});

test("an error of fetch's is told in words, without the secret in any encoding or in part", async () => {
  const bytes = Buffer.from(secret);
  const echoes = [
    secret,
    `Bearer ${secret}`,
    secret.slice(5, 15),
    encodeURIComponent(secret),
    encodeURIComponent(secret).toLowerCase(),
    JSON.stringify(secret).replaceAll("/", "\\/"),
    bytes.toString("hex"),
    bytes.toString("hex").toUpperCase(),
    ...["", ":", "me:", "Bearer ", "user:pass:"].flatMap((before) => {
      const text = Buffer.from(`${before}${secret}`);
      return [text.toString("base64"), text.toString("base64url"), `${text.toString("base64").slice(12)}…`];
    }),
  ];
  for (const echo of echoes) {
    for (const thrown of [new Error(`no: ${echo}!`), new Error("no", { cause: new TypeError(echo) })]) {
      const { cause } = await assertRefused(
        requestSignatures(alice, secret, { fetch: () => Promise.reject(thrown) }),
        "signatures_unreachable",
      );
      assert.ok(!cause.message.includes(echo), echo);
      assert.match(cause.message, /a message that held a part of the secret/);
    }
  }
  const harmless = new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED 127.0.0.1:1") });
  const { cause } = await assertRefused(
    requestSignatures(alice, secret, { fetch: () => Promise.reject(harmless) }),
    "signatures_unreachable",
  );
  assert.equal(cause.message, "fetch failed: connect ECONNREFUSED 127.0.0.1:1");
});
