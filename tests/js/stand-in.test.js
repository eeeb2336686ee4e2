import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, request } from "node:http";
import { after, test } from "node:test";
import { assembleToken, checkToken, requestSignatures, Signer, toNodeHandler } from "fogbender-token";
import { createStandIn } from "fogbender-token/stand-in";

const secret = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
const widgetId = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";
const signer = new Signer(secret);
const alice = {
  userId: "U234328",
  customerId: "C256434",
  customerName: "Netflix",
  userEmail: "alice@netflix.com",
  userName: "Alice Chesterton",
};
const aliceJWT = signer.sign(alice, { issuedAt: false });

const server = createServer(toNodeHandler(createStandIn({ secret }))).listen(0, "127.0.0.1");
await once(server, "listening");
after(() => {
  server.closeAllConnections();
  server.close();
});
const { port } = server.address();
const at = `http://127.0.0.1:${port}`;

const authorization = `Bearer ${secret}`;
const post = (path, body, headers = { authorization }) =>
  fetch(at + path, { method: "POST", body, headers: { "content-type": "application/json", ...headers } });

async function answered(response) {
  assert.equal(response.headers.get("content-type"), "application/json; charset=utf-8");
  assert.equal(response.headers.get("cache-control"), "no-store");
  return response.json();
}

/** The answer is Fogbender's form of an error, with this status, and our problems when there are any. */
async function assertRefused(response, status, problems) {
  const { error, ...rest } = await answered(response);
  assert.equal(response.status, status, JSON.stringify(error));
  assert.deepEqual(rest, {});
  assert.match(error.message, /^\S.{20,}[.?]$/);
  assert.deepEqual(
    error.problems?.map(({ code, field }) => `${code} ${field}`),
    problems,
  );
  assert.ok(!JSON.stringify(error).includes(secret));
}

/** What the real API answers for a body: the whole of it with the signatures, twice (protocol.md). */
function whole(body) {
  const userHMAC = createHmac("sha256", secret).update(body.userId).digest("hex");
  const { customerId, customerName, userEmail, userName, userAvatarUrl, userId, ...claims } = body;
  const userJWT = signer.sign(body, { claims, partial: true, issuedAt: false });
  const signatures = { ...body, userHMAC, userJWT };
  return { token: signatures, signatures };
}

test("POST /signatures and /tokens answer alike: the body with userHMAC and userJWT, as token and as signatures", async () => {
  const bodies = [
    alice,
    { ...alice, userAvatarUrl: "https://example.com/a.png" },
    { ...alice, userName: "Zoë 陳 👩🏽‍🚀" },
    { userId: "U1" },
    { plan: "gold", userId: "U1", customerId: "C1" },
  ];
  for (const path of ["/signatures", "/tokens"]) {
    for (const body of bodies) {
      const response = await post(path, JSON.stringify(body));
      assert.equal(response.status, 200);
      const answer = await answered(response);
      assert.deepEqual(answer, whole(body));
      assert.deepEqual(signer.verify(answer.signatures.userJWT), body);
    }
  }
  assert.equal((await answered(await post("/signatures", JSON.stringify(alice)))).signatures.userJWT, aliceJWT);
});

test("requestSignatures takes what the stand-in answers, and the answer is a token but for the widgetId", async () => {
  assert.deepEqual(await requestSignatures(alice, secret, { url: `${at}/signatures` }), { userJWT: aliceJWT });
  const { signatures } = await answered(await post("/signatures", JSON.stringify(alice)));
  assert.equal(signer.explain({ widgetId, ...signatures }).verdict, "accepted");
  assert.equal(signer.explain({ widgetId, ...signatures }, { signatureType: "hmac" }).verdict, "accepted");
  assert.equal(checkToken({ widgetId, ...signatures }), undefined);
});

test("every Authorization but the one is a 403, for both, and says what is wrong with the claims to nobody", async () => {
  const others = [
    {},
    { authorization: "" },
    { authorization: "Bearer" },
    { authorization: "Bearer " },
    { authorization: `bearer ${secret}` },
    { authorization: `BEARER ${secret}` },
    { authorization: `Bearer  ${secret}` },
    { authorization: `Bearer\t${secret}` },
    { authorization: `Bearer ${secret} x` },
    { authorization: `Bearer ${secret},` },
    { authorization: `Bearer "${secret}"` },
    { authorization: `Bearer ${aliceJWT}` },
    { authorization: `Bearer ${secret.slice(1)}` },
    { authorization: `Bearer ${secret}a` },
    { authorization: `Bearer ${secret.toLowerCase()}` },
    { authorization: `Bearer ${Buffer.from(secret).toString("base64")}` },
    { authorization: `Basic ${Buffer.from(`:${secret}`).toString("base64")}` },
    { authorization: secret },
    { authentication: `Bearer ${secret}` },
  ];
  for (const path of ["/signatures", "/tokens"]) {
    for (const headers of others) {
      await assertRefused(await post(path, JSON.stringify(alice), headers), 403, ["bearer_invalid authorization"]);
      await assertRefused(await post(path, '{"userId":42}', headers), 403, ["bearer_invalid authorization"]);
    }
  }
});

test("two Authorization headers are a 403, in either order and twice the same", async () => {
  const standIn = createStandIn({ secret });
  const wrong = `Bearer ${aliceJWT}`;
  const asked = (...authorizations) => {
    const headers = authorizations.map((value) => ["authorization", value]);
    return standIn(new Request(`${at}/signatures`, { method: "POST", headers, body: '{"userId":"U1"}' }));
  };
  assert.equal((await asked(authorization)).status, 200);
  for (const two of [
    [authorization, authorization],
    [authorization, wrong],
    [wrong, authorization],
    ["", authorization],
  ]) {
    assert.equal((await asked(...two)).status, 403, two.join());
  }
});

test("claims that are none are a 400 with every problem", async () => {
  const malformed = [
    "",
    "{",
    "[]",
    "[{}]",
    "null",
    "42",
    '"userId"',
    "{}{}",
    '{"userId":"U1",}',
    "{'userId':'U1'}",
    '\ufeff{"userId":"U1"}',
  ];
  for (const path of ["/signatures", "/tokens"]) {
    for (const body of malformed) await assertRefused(await post(path, body), 400, ["not_an_object body"]);
    await assertRefused(await post(path, "{}"), 400, ["field_missing userId"]);
    await assertRefused(await post(path, '{"userId":""}'), 400, ["field_empty userId"]);
    await assertRefused(await post(path, `{"userId":"U1","a":${"[".repeat(40)}${"]".repeat(40)}}`), 400, ["field_not_string a"]);
    await assertRefused(await post(path, '{"userId":42,"sub":"U1"}'), 400, ["field_not_string userId", "field_forbidden sub"]);
  }
});

test("a body over 64 KiB is a 413, answered also while it is still being sent", async () => {
  const padded = (length) => JSON.stringify(alice).padEnd(length);
  for (const path of ["/signatures", "/tokens", "/verify"]) {
    await assertRefused(await post(path, padded(65_537)), 413, ["too_large body"]);
    await assertRefused(await post(path, padded(3_000_000)), 413, ["too_large body"]);
  }
  assert.equal((await post("/signatures", padded(65_536))).status, 200);
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(8192)) });
  const response = await createStandIn({ secret })(
    new Request(`${at}/signatures`, { method: "POST", headers: { authorization }, body: endless, duplex: "half" }),
  );
  await assertRefused(response, 413, ["too_large body"]);
});

test("a body that is not UTF-8 is a 400", async () => {
  for (const bytes of [[0xff], [0x7b, 0xe2, 0x82], [0x22, 0xed, 0xa0, 0xbd, 0x22]]) {
    await assertRefused(await post("/signatures", Uint8Array.from(bytes)), 400, ["body_unreadable body"]);
  }
});

test("other methods are a 405, and other paths a 404", async () => {
  for (const path of ["/signatures", "/tokens", "/verify", "/signatures?x=1"]) {
    for (const method of ["GET", "PUT", "DELETE", "OPTIONS", "PATCH"]) {
      await assertRefused(await fetch(at + path, { method, headers: { authorization } }), 405, undefined);
    }
    assert.equal((await fetch(at + path, { method: "HEAD" })).status, 405);
  }
  for (const path of ["/", "/signatures/", "/Signatures", "/signatures%2f", "/x/signatures", "//signatures/tokens"]) {
    await assertRefused(await post(path, JSON.stringify(alice)), 404, undefined);
  }
  assert.equal((await post("/signatures?x=1", JSON.stringify(alice))).status, 200);
});

test("POST /verify answers as Fogbender would decide, without the secret", async () => {
  const token = assembleToken({ ...alice, widgetId, userJWT: aliceJWT });
  const verify = async (body) => {
    const response = await post("/verify", JSON.stringify(body), {});
    assert.equal(response.status, 200);
    return answered(response);
  };
  const accepted = await verify(token);
  assert.deepEqual(accepted, signer.explain(token));
  assert.equal(accepted.verdict, "accepted");
  for (const field of Object.keys(alice)) {
    const { verdict, reasons, fields } = await verify({ ...token, [field]: "bob" });
    assert.deepEqual([verdict, reasons.map(({ code, field }) => `${code} ${field}`)], ["refused", [`field_mismatch ${field}`]]);
    assert.equal(fields[field], "mismatch");
  }
  const other = new Signer(secret.toLowerCase()).token(alice, { widgetId });
  assert.deepEqual(
    (await verify(other)).reasons.map(({ code }) => code),
    ["signature_mismatch"],
  );
  const expired = signer.token(alice, { widgetId, issuedAt: 1_700_000_000, expiresInSeconds: 60 });
  assert.ok((await verify(expired)).hints.some(({ code }) => code === "jwt_expired"));
  await assertRefused(await post("/verify", "[]", {}), 400, ["not_an_object input"]);
});

test("the secret and the options are checked when the stand-in is made", () => {
  const refused = [
    [{}, "secret_missing"],
    [{ secret: "" }, "secret_empty"],
    [{ secret: "short" }, "secret_too_short"],
    [{ secret, port: 1 }, "option_unknown"],
    [undefined, "secret_missing"],
    ["text", "not_an_object"],
  ];
  for (const [options, code] of refused) assert.throws(() => createStandIn(options), { code });
  assert.equal(typeof createStandIn({ secret: "short", allowShortSecret: true }), "function");
});

test("after all of it, the stand-in still serves, also many at once", async () => {
  const ids = Array.from({ length: 200 }, (_, index) => `U${index}`);
  const signed = await Promise.all(
    ids.map(async (userId) => {
      const { signatures } = await (await post("/signatures", JSON.stringify({ userId }))).json();
      return signer.verify(signatures.userJWT).userId;
    }),
  );
  assert.deepEqual(signed, ids);
});

test("two Authorization headers are refused, whichever of them is right", async () => {
  for (const both of [
    [authorization, "Bearer x"],
    ["Bearer x", authorization],
    [authorization, authorization],
  ]) {
    const asking = request(`${at}/signatures`, { method: "POST", headers: { authorization: both } }).end(JSON.stringify(alice));
    const [answer] = await once(asking, "response");
    const text = (await answer.toArray()).join("");
    await assertRefused(new Response(text, { status: answer.statusCode, headers: answer.headers }), 403, ["bearer_invalid authorization"]);
  }
});
