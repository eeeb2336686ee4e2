// What plays the part of Node's http without a socket: AWS Lambda's adapters, and mocks of tests.
import { test } from "node:test";
import express from "express";
import { toNodeHandler } from "fogbender-token";
import { createMocks } from "node-mocks-http";
import serverless from "serverless-http";
import { assertAlice, assertRefused, bob, cookie, endpoint } from "../js/endpoint.js";

const listener = toNodeHandler(endpoint);

/** An event as API Gateway sends it to a Lambda: version 2.0 of its payload, and version 1.0. */
const events = {
  "2.0": (method, headers, body = null) => ({
    version: "2.0",
    rawPath: "/fogbender-signatures",
    rawQueryString: "",
    cookies: headers.cookie ? [headers.cookie] : undefined,
    headers: { host: "abc.execute-api.eu-west-1.amazonaws.com", ...headers },
    requestContext: { http: { method, path: "/fogbender-signatures", sourceIp: "127.0.0.1" }, stage: "$default" },
    body,
    isBase64Encoded: false,
  }),
  "1.0": (method, headers, body = null) => ({
    httpMethod: method,
    path: "/fogbender-signatures",
    headers: { Host: "abc.execute-api.eu-west-1.amazonaws.com", ...headers },
    multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    requestContext: { stage: "prod", identity: { sourceIp: "127.0.0.1" } },
    body,
    isBase64Encoded: false,
  }),
};

const responseOf = ({ statusCode, headers, body }) => new Response(body, { status: statusCode, headers: Object.entries(headers) });

for (const [payload, event] of Object.entries(events)) {
  test(`serverless-http, payload ${payload}: the headers, which it has in no rawHeaders, arrive, and so does the body`, async () => {
    for (const app of [listener, express().use("/fogbender-signatures", express.json(), listener)]) {
      const handler = serverless(app);
      const ask = async (...args) => responseOf(await handler(event(...args), {}));
      await assertAlice(await ask("GET", { cookie }));
      await assertRefused(await ask("GET", {}), 401, "not_signed_in");
      const json = { cookie, "content-type": "application/json" };
      await assertAlice(await ask("POST", { ...json, "content-length": "2" }, "{}"));
      const text = JSON.stringify(bob);
      await assertRefused(await ask("POST", { ...json, "content-length": String(text.length) }, text), 400, "body_not_empty");
    }
  });
}

test("node-mocks-http: a mock without rawHeaders is answered, with its body as the mock has it", async () => {
  const ask = async (options) => {
    const { req, res } = createMocks({ url: "/fogbender-signatures", headers: { host: "localhost", cookie }, ...options });
    await listener(req, res);
    return new Response(res._getData(), { status: res.statusCode, headers: Object.entries(res.getHeaders()) });
  };
  await assertAlice(await ask({ method: "GET" }));
  await assertAlice(await ask({ method: "POST" }));
  await assertRefused(await ask({ method: "POST", body: bob }), 400, "body_not_empty");
  await assertRefused(await ask({ method: "GET", headers: {} }), 401, "not_signed_in");
});
