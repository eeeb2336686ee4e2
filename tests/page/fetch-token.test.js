// fetchToken against a real server that answers whatever a broken, foreign or moved endpoint answers.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { once } from "node:events";
import { after, test } from "node:test";
import { FogbenderTokenError as ServersError, Signer } from "fogbender-token";
import { fetchToken, FogbenderTokenError } from "fogbender-token/page";
import { alice, startBackend, widgetId } from "./backend.js";

const signer = new Signer("ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO");
const token = signer.token(alice, { widgetId });
const whole = { signatures: { userJWT: token.userJWT }, token };

let reply;
const server = createServer((request, response) => reply(request, response));
await once(server.listen(0, "127.0.0.1"), "listening");
const url = `http://127.0.0.1:${server.address().port}/fogbender-signatures`;
after(() => server.close().closeAllConnections());

const answers = (status, body, headers) => (request, response) =>
  response.writeHead(status, headers).end(typeof body === "string" ? body : JSON.stringify(body));

async function refusal(run) {
  const error = await run().then(
    () => assert.fail("not refused"),
    (thrown) => thrown,
  );
  assert.ok(error instanceof FogbenderTokenError, String(error));
  assert.ok(error instanceof ServersError, "it is an error of the server's module too");
  assert.doesNotMatch(JSON.stringify([error.message, error.problems]), /[\w-]{8,}\.[\w-]{8,}\./, "no JWT is shown");
  for (const problem of error.problems) assert.match(problem.message, /\.$/, "sentences");
  return error;
}

test("the token of the one who is signed in, as the endpoint of this package makes it", async (t) => {
  const backend = await startBackend();
  t.after(backend.stop);
  backend.session = alice;
  const given = await fetchToken(`${backend.url}/fogbender-signatures`);
  const { userJWT, ...rest } = given;
  assert.deepEqual(rest, { widgetId, ...alice });
  assert.equal(signer.verify(userJWT).userId, alice.userId);
  assert.ok(!Object.isFrozen(given), "the widget writes into it");
  backend.session = undefined;
  assert.equal(await fetchToken(`${backend.url}/fogbender-signatures`), undefined);
});

const { userEmail: _email, ...noEmail } = token;
const { userJWT: _signature, ...unsigned } = token;
const BAD = {
  "HTML instead of JSON": [answers(200, "<!doctype html><title>App</title>"), ["endpoint_not_json"]],
  "nothing instead of JSON": [answers(204, ""), ["endpoint_not_json"]],
  "a text instead of JSON": [answers(200, "ok"), ["endpoint_not_json"]],
  "a redirect to a login page": [
    (request, response) =>
      request.url === "/login" ? answers(200, "<html>")(request, response) : answers(302, "", { location: "/login" })(request, response),
    ["endpoint_not_json"],
  ],
  "half of the JSON": [answers(200, JSON.stringify(whole).slice(0, 80)), ["endpoint_not_json"]],
  "an address that does not exist": [answers(404, "<h1>Not found</h1>"), ["endpoint_failed"]],
  "a server that broke": [answers(500, { message: "boom" }), ["endpoint_failed"]],
  "a gateway without the server": [answers(502, "<h1>Bad gateway</h1>"), ["endpoint_unreachable"]],
  "no server": [(request) => request.socket.destroy(), ["endpoint_unreachable"]],
  "an answer that breaks off": [
    (request, response) => response.writeHead(200, { "content-length": 1000 }).write("{", () => request.socket.destroy()),
    ["endpoint_unreachable"],
  ],
  "an error of this package": [
    answers(403, { error: { code: "organization_missing", message: "The session has no organization.", problems: [] } }),
    ["organization_missing"],
    /^The session has no organization\.$/,
  ],
  "an error with several problems": [
    answers(500, {
      error: {
        code: "field_missing",
        message: "Two sentences.",
        problems: [
          { code: "field_missing", field: "userName", message: "userName is missing." },
          { code: "field_empty", field: "userEmail", message: "userEmail is empty." },
        ],
      },
    }),
    ["field_missing userName", "field_empty userEmail"],
    /^userName is missing\. userEmail is empty\.$/,
  ],
  "a 200 with an error inside": [
    answers(200, { error: { code: "email_missing", message: "The session has no email." } }),
    ["email_missing"],
  ],
  "a 200 with an error of another form": [answers(200, { error: "Not today" }), ["endpoint_failed"], /"Not today"/],
  "an error that is true": [answers(500, { error: true }), ["endpoint_failed"]],
  "an error whose problems are not problems": [
    answers(500, { error: { code: "internal", message: "It broke.", problems: ["x", null, 4] } }),
    ["internal"],
  ],
  "an error whose code is none": [answers(500, { error: { code: { a: 1 }, message: "It broke." } }), ["endpoint_failed"], /It broke\./],
  "an error that repeats a JWT": [
    answers(500, { error: { code: "internal", message: `bad ${token.userJWT}.`, problems: [] } }),
    ["internal"],
    /^bad \(a JWT\)\.$/,
  ],
  "an error of another form that repeats a JWT": [answers(500, { error: { given: token.userJWT } }), ["endpoint_failed"]],
  "the signature without a token": [answers(200, { signatures: whole.signatures }), ["token_missing"]],
  "a token that is a text": [answers(200, { token: token.userJWT }), ["token_missing"]],
  "a token that is null": [answers(200, { token: null }), ["token_missing"]],
  "JSON that is null": [answers(200, "null"), ["token_missing"]],
  "a token in a list": [answers(200, [token]), ["token_missing"]],
  "half a token": [answers(200, { token: noEmail }), ["field_missing userEmail"]],
  "a quarter of a token": [
    answers(200, { token: { widgetId, userId: 42, customerId: "" } }),
    [
      "field_invalid customerId",
      "field_missing customerName",
      "field_invalid userId",
      "field_missing userEmail",
      "field_missing userName",
      "signature_missing userJWT",
    ],
  ],
  "a token that nobody signed": [answers(200, { token: unsigned }), ["signature_missing userJWT"]],
  "a token with an empty signature": [answers(200, { token: { ...token, userJWT: "" } }), ["field_invalid userJWT"]],
  "a token for another widget": [answers(200, whole), ["token_mismatch widgetId"], undefined, { expect: { widgetId: "dzE" } }],
  "a token for another user": [answers(200, whole), ["token_mismatch userId"], undefined, { expect: { widgetId, userId: "U2" } }],
  "a token for another company": [answers(200, whole), ["token_mismatch customerId"], undefined, { expect: { customerId: 2 } }],
};

for (const [name, [answer, problems, message, options]] of Object.entries(BAD)) {
  test(`${name}: ${problems.join(", ")}`, async () => {
    reply = answer;
    const error = await refusal(() => fetchToken(url, options));
    assert.deepEqual(
      error.problems.map(({ code, field }) => (field === undefined ? code : `${code} ${field}`)),
      problems,
    );
    if (message) assert.match(error.message, message);
  });
}

test("no network: endpoint_unreachable, with what fetch said as the cause", async () => {
  const error = await refusal(() => fetchToken("http://127.0.0.1:1/fogbender-signatures"));
  assert.equal(error.code, "endpoint_unreachable");
  assert.ok(error.cause instanceof TypeError);
});

test("an abort, before the answer and amid it: endpoint_aborted, with its reason as the cause", async () => {
  for (const begin of [() => {}, (response) => response.writeHead(200).write("{")]) {
    const controller = new AbortController();
    reply = (request, response) => {
      begin(response);
      setTimeout(() => controller.abort(new Error("The page has moved on.")), 20);
    };
    const error = await refusal(() => fetchToken(url, { signal: controller.signal }));
    assert.deepEqual([error.code, error.cause.message], ["endpoint_aborted", "The page has moved on."]);
  }
});

test("401 is nobody, whatever stands in it", async () => {
  for (const body of ["", "<h1>Log in</h1>", { error: { code: "not_signed_in", message: "Nobody is signed in." } }]) {
    reply = answers(401, body);
    assert.equal(await fetchToken(url), undefined);
  }
});

test("what is expected and true is no error, numbers and undefined included", async () => {
  const numbered = signer.token({ ...alice, userId: "42" }, { widgetId });
  reply = answers(200, { token: numbered });
  assert.deepEqual(await fetchToken(url, { expect: { widgetId, userId: 42, customerId: undefined } }), numbered);
});

test("every older signature is taken, and what the widget takes as absent", async () => {
  for (const signature of [{ userHMAC: "a".repeat(64) }, { userPaseto: "v2.local.x" }, { widgetKey: "0123456789012345678" }]) {
    reply = answers(200, { token: { ...unsigned, ...signature, userJWT: null } });
    assert.equal((await fetchToken(url)).userId, alice.userId);
  }
});

test("headers, credentials and a fetch of one's own are used; JSON is asked for, and no cache", async () => {
  const asked = [];
  const own = async (...request) => {
    asked.push(request);
    return Response.json(whole);
  };
  await fetchToken(new URL(url), { fetch: own, credentials: "include", headers: { authorization: "Bearer abc" } });
  const [[address, { headers, credentials, cache }]] = asked;
  assert.deepEqual([String(address), credentials, cache], [url, "include", "no-store"]);
  assert.deepEqual(Object.fromEntries(headers), { accept: "application/json", authorization: "Bearer abc" });
});

const codeOf = async (...given) => {
  const { code, field } = await refusal(() => fetchToken(...given));
  return `${code} ${field}`;
};

test("an address that is none is named", async () => {
  for (const wrong of [undefined, null, "", 42, {}, [url]]) assert.equal(await codeOf(wrong), "option_invalid url");
});

test("an object of options may have no prototype", async () => {
  reply = answers(200, whole);
  assert.deepEqual(await fetchToken(url, Object.assign(Object.create(null), { headers: { a: "b" }, signal: undefined, fetch })), token);
});

test("options that are no plain object are refused: nothing would be read of them", async () => {
  for (const wrong of [null, "include", 1, [], new Map(), Promise.resolve({}), new Headers(), () => {}])
    assert.equal(await codeOf(url, wrong), "not_an_object options");
});

const WRONG = {
  headers: [42, "a", null, [["a"]], { "a b": "c" }],
  credentials: ["sometimes", null, true],
  fetch: [null, "fetch", {}],
  expect: [null, "U1", [], new Map([["userId", "U1"]])],
  signal: ["stop", {}, new AbortController()],
};

test("every option of a wrong type is named, and is not taken for a network that failed", async () => {
  reply = answers(200, whole);
  for (const [name, values] of Object.entries(WRONG)) {
    for (const value of values) assert.equal(await codeOf(url, { [name]: value }), `option_invalid ${name}`, `${name}: ${String(value)}`);
    assert.deepEqual(await fetchToken(url, { [name]: undefined }), token);
  }
  assert.equal(await codeOf(url, { header: {} }), "option_unknown header");
});

test("an expectation of null is not met: it is not taken for none", async () => {
  reply = answers(200, whole);
  assert.equal(await codeOf(url, { expect: { userId: null } }), "token_mismatch userId");
});
