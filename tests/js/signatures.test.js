import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import net from "node:net";
import { test } from "node:test";
import { inspect } from "node:util";
import { FogbenderTokenError, requestSignatures, Signer, signUserJWT, toNodeHandler, verifyUserJWT } from "fogbender-token";
import { createStandIn } from "fogbender-token/stand-in";

const secret = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
const otherSecret = "cP5szoYeM+aw6l9dmMmHXkHZb+YqraTQ";
const alice = {
  userId: "U234328",
  customerId: "C256434",
  customerName: "Netflix",
  userEmail: "alice@netflix.com",
  userName: "Alice Chesterton",
};
const signer = new Signer(secret);
const answer = (userJWT) => Response.json({ signatures: { userJWT } });
const answerAsStandIn = createStandIn({ secret });

/** A server on loopback for the length of a test; gives its address. */
async function listen(t, server) {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.closeAllConnections?.();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}/signatures`;
}

/** The same, of what answers a Request. */
const serve = (t, handler) => listen(t, createServer(toNodeHandler(handler)));

/** The refusal is the package's own, of this code, and the secret is nowhere in what anyone would log of it. */
async function assertRefused(asked, code, field) {
  const error = await asked.then(
    (given) => assert.fail(`not refused: ${inspect(given)}`),
    (thrown) => thrown,
  );
  assert.ok(error instanceof FogbenderTokenError, inspect(error));
  assert.deepEqual([error.code, error.field], [code, field], error.message);
  const shown = [inspect(error, { depth: Infinity, showHidden: true, getters: true }), JSON.stringify(error), error.message];
  for (let each = error; each instanceof Error; each = each.cause)
    shown.push(each.message, each.stack, inspect(each, { showHidden: true }));
  const secrets = [secret, Buffer.from(secret).toString("base64"), Buffer.from(secret).toString("hex")];
  for (const text of shown) for (const each of secrets) assert.ok(!text.includes(each), text);
  return error;
}

test("the stand-in signs what is asked for, given its secret as text or as bytes", async (t) => {
  const url = await serve(t, answerAsStandIn);
  for (const given of [secret, new TextEncoder().encode(secret)]) {
    for (const address of [url, new URL(url)]) {
      const answered = await requestSignatures(alice, given, { url: address });
      assert.deepEqual(answered, { userJWT: signer.sign(alice, { issuedAt: false }) });
    }
  }
  const zoe = { ...alice, userName: "Zoë 👩🏽‍🚀" };
  const { userJWT } = await requestSignatures(zoe, secret, { url });
  assert.deepEqual(signer.verify(userJWT), zoe);
});

test("the request is Fogbender's: the default address, the secret in one header alone, the claims as the body", async () => {
  const asked = [];
  const fetch = async (...args) => (asked.push(args), answer(signer.sign(alice)));
  const { userJWT } = await requestSignatures(alice, secret, { fetch });
  assert.deepEqual(signer.verify(userJWT).userId, alice.userId);
  const [[url, { method, headers, body, redirect, signal }]] = asked;
  assert.deepEqual([url, method, redirect], ["https://api.fogbender.com/signatures", "POST", "manual"]);
  assert.deepEqual(Object.fromEntries(new Headers(headers)), {
    accept: "application/json",
    authorization: `Bearer ${secret}`,
    "content-type": "application/json",
  });
  assert.equal(body, JSON.stringify(alice));
  assert.ok(signal instanceof AbortSignal);
  assert.equal(asked.length, 1);
});

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

test("a refused secret is told apart from every other status", async (t) => {
  for (const status of [401, 403]) {
    const url = await serve(t, async () => Response.json({ error: { message: secret } }, { status }));
    const { message } = await assertRefused(requestSignatures(alice, secret, { url }), "signatures_unauthorized");
    assert.match(message, new RegExp(String(status)));
  }
  const standIn = await serve(t, answerAsStandIn);
  await assertRefused(requestSignatures(alice, otherSecret, { url: standIn }), "signatures_unauthorized");
  for (const status of [201, 204, 400, 404, 405, 413, 429, 500, 502, 503]) {
    const good = JSON.stringify({ signatures: { userJWT: signer.sign(alice) } });
    const url = await serve(t, async () => new Response(status === 204 ? null : good, { status }));
    const { message } = await assertRefused(requestSignatures(alice, secret, { url }), "signatures_bad_response");
    assert.match(message, new RegExp(String(status)));
  }
});

test("an answer without a userJWT is refused, whatever it is", async (t) => {
  let body;
  const url = await serve(t, async () => new Response(body));
  const jwt = signer.sign(alice);
  const others = [
    "",
    "<html>",
    secret,
    "null",
    "[]",
    "42",
    "{}",
    '{"signatures":null}',
    '{"signatures":[]}',
    '{"signatures":{"userJWT":null}}',
    '{"signatures":{"userJWT":{}}}',
    `{"userJWT":"${jwt}"}`,
    `{"token":{"userJWT":"${jwt}"}}`,
    `{"signatures":{"userJWT":"${jwt}"}`,
    Uint8Array.of(0xff),
  ];
  for (body of others) await assertRefused(requestSignatures(alice, secret, { url }), "signatures_bad_response");
  body = JSON.stringify({ signatures: { userHMAC: "0".repeat(64), userJWT: jwt }, widgetId: "dzAw" });
  assert.deepEqual(await requestSignatures(alice, secret, { url }), { userJWT: jwt });
});

test("an endless answer is given up, long before the timeout", async (t) => {
  let sent = 0;
  let closed;
  const url = await listen(
    t,
    createServer((_, reply) => {
      closed = once(reply, "close");
      reply.writeHead(200).write('{"signatures":{"userJWT":"');
      const more = () => {
        while (!reply.destroyed && reply.write("A".repeat(65_536))) sent += 65_536;
        sent += 65_536;
      };
      reply.on("drain", more);
      more();
    }),
  );
  await assertRefused(requestSignatures(alice, secret, { url, timeoutSeconds: 60 }), "signatures_bad_response");
  await closed;
  assert.ok(sent < 50_000_000, String(sent));
});

test("a refusal that never ends is not waited for, and its connection is closed", { timeout: 10_000 }, async (t) => {
  for (const status of [403, 500]) {
    let closed;
    const url = await listen(
      t,
      createServer((_, reply) => {
        closed = once(reply, "close");
        reply.writeHead(status).write("{");
      }),
    );
    const code = status === 403 ? "signatures_unauthorized" : "signatures_bad_response";
    await assertRefused(requestSignatures(alice, secret, { url, timeoutSeconds: 60 }), code);
    await closed;
  }
});

test("a userJWT that is not over this identity alone, or not by this secret, is refused", async (t) => {
  let userJWT;
  const url = await serve(t, async () => answer(userJWT));
  const jws = (payload, header = '{"alg":"HS256","typ":"JWT"}') => {
    const input = [header, payload].map((text) => Buffer.from(text).toString("base64url")).join(".");
    return `${input}.${createHmac("sha256", secret).update(input).digest("base64url")}`;
  };
  const wrong = [
    [signer.sign({ ...alice, userId: "U1" }), "userId"],
    [signer.sign({ ...alice, customerId: "C1" }), "customerId"],
    [jws(JSON.stringify({ userId: alice.userId })), "customerId"],
    [jws(JSON.stringify({ ...alice, role: "admin" })), "role"],
    [new Signer(otherSecret).sign(alice), "userJWT"],
    [jws(JSON.stringify({ ...alice, sub: alice.userId })), "userJWT"],
    [jws(JSON.stringify({ ...alice, visitor: true })), "userJWT"],
    [jws(JSON.stringify({ ...alice, userId: 234328 })), "userJWT"],
    [jws(JSON.stringify(alice), '{"alg":"none"}'), "userJWT"],
    [`${signer.sign(alice).split(".").slice(0, 2).join(".")}.`, "userJWT"],
    [signer.sign(alice, { issuedAt: 1_700_000_000, expiresInSeconds: 60 }), "userJWT"],
    [secret, "userJWT"],
    ["", "userJWT"],
  ];
  for (const [given, field] of wrong) {
    userJWT = given;
    await assertRefused(requestSignatures(alice, secret, { url }), "signatures_bad_response", field);
  }
  userJWT = signer.sign(alice, { expiresInSeconds: 60 });
  assert.deepEqual(await requestSignatures(alice, secret, { url }), { userJWT });
});

test("a server that does not answer, or not to the end, is given up after the timeout", async (t) => {
  const silent = await listen(
    t,
    createServer(() => {}),
  );
  const stalled = await listen(
    t,
    createServer((_, reply) => reply.writeHead(200).write('{"signatures":')),
  );
  for (const url of [silent, stalled]) {
    const started = performance.now();
    const { message } = await assertRefused(requestSignatures(alice, secret, { url, timeoutSeconds: 0.2 }), "signatures_unreachable");
    const took = performance.now() - started;
    assert.ok(took > 150 && took < 5000, String(took));
    assert.match(message, /in 0\.2 s/);
  }
});

test("no server, or one that hangs up or talks something else, is unreachable", async (t) => {
  const hangsUp = await listen(
    t,
    createServer((_, reply) => reply.destroy()),
  );
  const breaksOff = await listen(
    t,
    createServer((_, reply) => reply.writeHead(200, { "content-length": 100 }).write("{", () => reply.destroy())),
  );
  const greets = await listen(
    t,
    net.createServer((socket) => socket.on("error", () => {}).end("220 smtp.example.com ready\r\n")),
  );
  const echoes = await listen(
    t,
    net.createServer((socket) => socket.on("error", () => {}).once("data", (data) => socket.end(data))),
  );
  const gone = "http://127.0.0.1:1/signatures";
  for (const url of [hangsUp, breaksOff, greets, echoes, gone]) {
    const { cause } = await assertRefused(requestSignatures(alice, secret, { url }), "signatures_unreachable");
    assert.ok(cause instanceof Error && cause.message.length > 5, inspect(cause));
  }
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

test("a signal aborts the request, before and amid it, and its reason is the cause", async (t) => {
  const reason = new Error("the user went away");
  const url = await listen(
    t,
    createServer(() => {}),
  );
  for (const signal of [AbortSignal.abort(reason), lateSignal()]) {
    const { message, cause } = await assertRefused(requestSignatures(alice, secret, { url, signal }), "signatures_unreachable");
    assert.match(message, /aborted/);
    assert.equal(cause, reason);
  }
  function lateSignal() {
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 50);
    return controller.signal;
  }
});

test("nothing is sent when identity or options are wrong", async () => {
  const fetch = () => assert.fail("the secret was sent");
  const unsendable = Uint8Array.from({ length: 32 }, (_, index) => 255 - index);
  const refused = [
    [{}, secret, {}, "field_missing", "userId"],
    [{ ...alice, userId: 42 }, secret, {}, "field_not_string", "userId"],
    [{ ...alice, userId: "\ud83d" }, secret, {}, "field_not_well_formed", "userId"],
    [undefined, secret, {}, "not_an_object", "identity"],
    [alice, undefined, {}, "secret_missing", "secret"],
    [alice, "", {}, "secret_empty", "secret"],
    [alice, secret, { headers: {} }, "option_unknown", "headers"],
    [alice, secret, { fetch: "fetch" }, "option_invalid", "fetch"],
    [alice, secret, { signal: new AbortController() }, "option_invalid", "signal"],
    [alice, `${secret}\u0000ß`, { url: "http://localhost/" }, "secret_unsendable", "secret"],
    [alice, unsendable, {}, "secret_unsendable", "secret"],
    ...[0, -1, 3601, NaN, Infinity, "10", null].map((timeoutSeconds) => [
      alice,
      secret,
      { timeoutSeconds },
      "option_invalid",
      "timeoutSeconds",
    ]),
  ];
  for (const [identity, given, options, code, field] of refused) {
    await assertRefused(requestSignatures(identity, given, { fetch, ...options }), code, field);
  }
  for (const options of [null, secret]) await assertRefused(requestSignatures(alice, secret, options), "not_an_object", "options");
});

test("a fetch that ignores its signal does not hang the request, and what it does later is nobody's error", {
  timeout: 10_000,
}, async () => {
  const never = () => new Promise(() => {});
  const late = () => new Promise((_, reject) => setTimeout(() => reject(new Error("late")), 150));
  const stalled = async () => new Response(new ReadableStream({}));
  for (const fetch of [never, late, stalled]) {
    const { message } = await assertRefused(requestSignatures(alice, secret, { fetch, timeoutSeconds: 0.05 }), "signatures_unreachable");
    assert.match(message, /in 0\.05 s/);
    const reason = new Error("the user went away");
    const { cause } = await assertRefused(
      requestSignatures(alice, secret, { fetch, signal: AbortSignal.abort(reason) }),
      "signatures_unreachable",
    );
    assert.equal(cause, reason);
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
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

test("an answer as Fogbender's, which holds both names and a userJWT with userId twice, is taken", async () => {
  const { userId, ...others } = alice;
  const payload = `{"userId":"${userId}",${JSON.stringify(others).slice(1, -1)},"userId":"${userId}"}`;
  const input = ['{"alg":"HS256","typ":"JWT"}', payload].map((text) => Buffer.from(text).toString("base64url")).join(".");
  const userJWT = `${input}.${createHmac("sha256", secret).update(input).digest("base64url")}`;
  const signatures = { ...alice, userHMAC: "0".repeat(64), userJWT, userPaseto: "v2.local.x" };
  const fetch = async () => Response.json({ token: signatures, signatures });
  assert.deepEqual(await requestSignatures(alice, secret, { fetch }), { userJWT });
});

test("a rotation has no downtime: verify with both, then sign with the new one, then forget the old one", () => {
  const [previous, current] = [secret, otherSecret];
  const isValid = (jwt, secrets) => {
    try {
      return verifyUserJWT(jwt, secrets).userId === alice.userId;
    } catch (error) {
      assert.equal(error.code, "signature_mismatch");
      return false;
    }
  };
  const servers = [[previous], [previous, current], [current, previous], [current]];
  const jwts = servers.map(([signs]) => signUserJWT(alice, signs));
  // While one step is rolled out, servers of it and of the one before are asked for each other's.
  for (let step = 1; step < servers.length; step += 1) {
    for (const jwt of [jwts[step - 1], jwts[step]]) {
      if (step < 3) assert.ok(isValid(jwt, servers[step]), `step ${step}`);
      assert.ok(isValid(jwt, servers[step - 1]), `step ${step - 1}`);
    }
  }
  assert.ok(!isValid(jwts[0], servers[3]));
  assert.ok(!isValid(jwts[3], servers[0]));
});

test("a secret that is missing from a rotation is an error, never an empty key", () => {
  const jwt = signUserJWT(alice, secret);
  for (const missing of [undefined, null, "", "undefined"]) {
    for (const secrets of [[missing, secret], [secret, missing], [missing], missing]) {
      assert.throws(() => verifyUserJWT(jwt, secrets), { code: /^secret_(missing|empty|unresolved)$/ });
    }
    assert.throws(() => signUserJWT(alice, missing), FogbenderTokenError);
  }
  assert.throws(() => verifyUserJWT(jwt, []), { code: "secret_missing" });
  assert.throws(() => signUserJWT(alice, [secret, otherSecret]), { code: "secret_not_text" });
});
