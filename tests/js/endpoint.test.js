import assert from "node:assert/strict";
import { test } from "node:test";
import { createSignaturesHandler, FogbenderTokenError, verifyUserJWT } from "fogbender-token";
import { fromClerk } from "fogbender-token/providers";
import {
  alice,
  answered,
  asAlice,
  assertAlice,
  assertRefused,
  bob,
  endpoint,
  identify,
  logged,
  secret,
  silent,
  url,
  widgetId,
} from "./endpoint.js";

test("GET and POST give the signed-in user the userJWT and the token, every field of it signed", async () => {
  await assertAlice(await endpoint(asAlice()));
  await assertAlice(await endpoint(asAlice({ method: "POST" })));
  for (const body of ["", "{}", " {\n} "]) {
    await assertAlice(await endpoint(asAlice({ method: "POST", body, headers: { "content-type": "application/json" } })));
  }
  const charset = { "content-type": "Application/JSON ; charset=utf-8" };
  await assertAlice(await endpoint(asAlice({ method: "POST", body: "{}", headers: charset })));
});

test("without widgetId the answer is the userJWT alone, over every field of the identity, which must be whole", async () => {
  const handler = createSignaturesHandler({ secret, identify, onError: silent });
  const body = await answered(await handler(asAlice()));
  assert.deepEqual(Object.keys(body), ["signatures"]);
  assert.deepEqual(Object.keys(body.signatures), ["userJWT"]);
  const { iat, ...claims } = verifyUserJWT(body.signatures.userJWT, secret);
  assert.deepEqual(claims, alice);
  for (const field of Object.keys(alice)) {
    const { [field]: without, ...rest } = alice;
    const incomplete = createSignaturesHandler({ secret, identify: () => rest, onError: silent });
    const { problems } = await assertRefused(await incomplete(asAlice()), 500, "field_missing");
    assert.deepEqual(
      problems.map((problem) => problem.field),
      [field],
    );
  }
});

test("HEAD has the status and the headers of GET, and no body", async () => {
  for (const [request, status] of [
    [asAlice({ method: "HEAD" }), 200],
    [new Request(url, { method: "HEAD" }), 401],
  ]) {
    const response = await endpoint(request);
    assert.equal(response.status, status);
    assert.equal(response.headers.get("cache-control"), "no-store");
    assert.equal(response.headers.get("content-type"), "application/json; charset=utf-8");
    assert.equal(await response.text(), "");
  }
});

test("OPTIONS says what is allowed without asking who is signed in, and other methods are refused with it", async () => {
  const never = () => assert.fail("identify was asked");
  const handler = createSignaturesHandler({ secret, identify: never });
  const options = await handler(asAlice({ method: "OPTIONS" }));
  assert.deepEqual([options.status, options.headers.get("allow"), await options.text()], [204, "GET, HEAD, POST, OPTIONS", ""]);
  for (const method of ["PUT", "PATCH", "DELETE", "QUERY"]) {
    const response = await handler(asAlice({ method }));
    assert.equal(response.headers.get("allow"), "GET, HEAD, POST, OPTIONS");
    await assertRefused(response, 405, "method_not_allowed");
  }
});

test("nobody is signed in when identify gives undefined or null, at once or later", async () => {
  for (const nobody of [() => undefined, () => null, async () => undefined, async () => null]) {
    for (const options of [{ secret }, { secret, widgetId }]) {
      await assertRefused(await createSignaturesHandler({ ...options, identify: nobody })(asAlice()), 401, "not_signed_in");
    }
  }
});

test("what the browser sends chooses neither user nor customer", async () => {
  const wanted = new URLSearchParams({ ...bob, session: "bob", user: "bob", sub: "U1" });
  const headers = { "x-user-id": bob.userId, "x-customer-id": bob.customerId, "x-forwarded-user": "bob", authorization: "Bearer bob" };
  await assertAlice(await endpoint(new Request(`${url}?${wanted}`, { headers: { ...headers, cookie: "session=alice" } })));
  await assertRefused(await endpoint(new Request(`${url}?${wanted}`, { headers })), 401, "not_signed_in");
  for (const chosen of [bob, { identity: bob }, { userId: bob.userId }, { customerId: bob.customerId }]) {
    const request = asAlice({ method: "POST", body: JSON.stringify(chosen), headers: { "content-type": "application/json" } });
    await assertRefused(await endpoint(request), 400, "body_not_empty");
  }
});

test("identify is given the request, and its answers are not kept from one request to the next", async () => {
  const names = ["alice", "bob", "alice", "nobody", "bob"];
  const ids = await Promise.all(
    names.map(async (name) => {
      const response = await endpoint(new Request(url, { headers: { cookie: `session=${name}` } }));
      return (await response.json()).token?.userId;
    }),
  );
  assert.deepEqual(ids, [alice.userId, bob.userId, alice.userId, undefined, bob.userId]);
});

test("an identify that throws is a 500 that tells onError the cause, and the browser nothing of it", async () => {
  const cause = new Error(`connect failed for postgres://admin:hunter2@db, ${secret}`);
  for (const thrower of [
    () => {
      throw cause;
    },
    () => Promise.reject(cause),
  ]) {
    const told = [];
    const handler = createSignaturesHandler({ secret, identify: thrower, onError: (...args) => told.push(args) });
    const request = asAlice();
    const { message } = await assertRefused(await handler(request), 500, "identify_failed");
    assert.doesNotMatch(message, /hunter2|postgres/);
    assert.equal(told.length, 1);
    const [[error, toldRequest]] = told;
    assert.ok(error instanceof FogbenderTokenError);
    assert.equal(error.code, "identify_failed");
    assert.equal(error.cause, cause);
    assert.equal(toldRequest, request);
  }
});

test("whatever identify throws, also what is no error, is a 500", async () => {
  for (const thrown of [undefined, null, "text", 42, { status: 200 }, new Response("no")]) {
    const handler = createSignaturesHandler({ secret, identify: () => Promise.reject(thrown), onError: silent });
    await assertRefused(await handler(asAlice()), 500, "identify_failed");
  }
});

test("a bad identity is a 500 that names every field, to the browser and to onError", async () => {
  const wrong = [
    [{ ...alice, userId: 42 }, ["field_not_string userId"]],
    [
      { userId: "U1", userName: "" },
      ["field_missing customerId", "field_missing customerName", "field_missing userEmail", "field_empty userName"],
    ],
    [[alice], ["not_an_object identity"]],
    ["U234328", ["not_an_object identity"]],
    [false, ["not_an_object identity"]],
  ];
  for (const [identity, problems] of wrong) {
    const told = [];
    const handler = createSignaturesHandler({ secret, widgetId, identify: () => identity, onError: (error) => told.push(error) });
    const error = await assertRefused(await handler(asAlice()), 500, problems[0].split(" ")[0]);
    assert.deepEqual(
      error.problems.map(({ code, field }) => `${code} ${field}`),
      problems,
    );
    assert.deepEqual(
      told.map(({ code }) => code),
      [error.code],
    );
  }
});

test("what a provider's session lacks is a 403, and onError is told once for each code", async () => {
  const session = (auth, user) => () => fromClerk({ auth: { userId: "u", ...auth }, user: { id: "u", ...user }, organization });
  const organization = { id: "o", name: "Netflix" };
  const email = (status) => ({
    primaryEmailAddressId: "i",
    primaryEmailAddress: { id: "i", emailAddress: "alice@netflix.com", verification: { status } },
  });
  const refusals = [
    ["organization_missing", () => fromClerk({ auth: { userId: "u", orgId: null }, user: { id: "u", ...email("verified") } })],
    ["session_impersonated", session({ orgId: "o", actor: { sub: "staff" } }, email("verified"))],
    ["email_unverified", session({ orgId: "o" }, email("unverified"))],
  ];
  for (const [code, refused] of refusals) {
    const told = [];
    const handler = createSignaturesHandler({ secret, identify: refused, onError: (error) => told.push(error.code) });
    for (let round = 0; round < 3; round += 1) await assertRefused(await handler(asAlice()), 403, code);
    assert.deepEqual(told, [code]);
  }
});

test("an onError that fails changes nothing of the answer, and what it threw is logged", async (t) => {
  const errors = logged(t);
  for (const onError of [
    () => {
      throw new Error("the log is full");
    },
    () => Promise.reject(new Error("the log is full")),
  ]) {
    const handler = createSignaturesHandler({ secret, identify: () => Promise.reject(new Error("down")), onError });
    await assertRefused(await handler(asAlice()), 500, "identify_failed");
  }
  assert.deepEqual(
    errors().map(({ message }) => message),
    ["the log is full", "the log is full"],
  );
});

test("a body that is not JSON by its type is refused with 415, whatever it holds", async () => {
  for (const type of [
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/jsonp",
    "application/ld+json",
    "json",
  ]) {
    for (const body of ["", "{}", "userId=U1"]) {
      const request = asAlice({ method: "POST", body, headers: { "content-type": type } });
      await assertRefused(await endpoint(request), 415, "content_type_not_json");
    }
  }
});

test("a body that holds anything is refused with 400", async () => {
  const headers = { "content-type": "application/json" };
  for (const body of ["{", "[]", "[{}]", "null", "0", '""', "{}{}", "{},", '{"a":1}', '{"userId":"a","userId":"b"}', "\0"]) {
    await assertRefused(await endpoint(asAlice({ method: "POST", body, headers })), 400, "body_not_empty");
  }
  for (const body of [new Uint8Array([0xff, 0xfe]), new Uint8Array([0xe2, 0x82])]) {
    await assertRefused(await endpoint(asAlice({ method: "POST", body, headers })), 400, "body_unreadable");
  }
});

test("a body over 64 KiB is refused with 413, and not read to its end", async () => {
  const headers = { "content-type": "application/json" };
  await assertAlice(await endpoint(asAlice({ method: "POST", body: " ".repeat(65_536), headers })));
  await assertRefused(await endpoint(asAlice({ method: "POST", body: " ".repeat(65_537), headers })), 413, "too_large");
  let pulled = 0;
  let cancelled = false;
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(8192).fill(0x20, (pulled += 8192) && 0)),
    cancel: () => void (cancelled = true),
  });
  await assertRefused(await endpoint(asAlice({ method: "POST", body: endless, headers, duplex: "half" })), 413, "too_large");
  assert.ok(cancelled && pulled < 131_072, String(pulled));
});

test("a body that breaks off is refused with 400", async () => {
  const broken = new ReadableStream({ pull: (controller) => controller.error(new Error("gone")) });
  await assertRefused(await endpoint(asAlice({ method: "POST", body: broken, duplex: "half" })), 400, "body_unreadable");
});

test("identify is given what the framework passed on, and a request without a body that it may clone and hand on", async () => {
  const [env, context] = [{}, {}];
  for (const method of ["GET", "POST"]) {
    const handler = createSignaturesHandler({
      secret,
      widgetId,
      async identify(request, ...rest) {
        assert.ok(rest[0] === env && rest[1] === context);
        assert.equal(request.body, null);
        assert.equal(request.method, method);
        // As Clerk's createClerkRequest makes its own, in versions 1 and 2.
        for (const made of [new Request(request), new Request(request.url, request), request.clone()]) {
          assert.deepEqual([made.url, made.method, await made.text()], [url, method, ""]);
          assert.ok(!made.headers.has("content-length"));
          assert.deepEqual(identify(made), identify(request));
        }
        return identify(request);
      },
    });
    const headers = { "content-type": "application/json", "content-length": "2" };
    const init = method === "POST" ? { method, body: "{}", headers } : { method };
    await assertAlice(await handler(asAlice(init), env, context));
  }
});
