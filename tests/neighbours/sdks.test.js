// What identify hands its request to: the SDKs that clone it, wrap it or read its headers, for a POST too.
import assert from "node:assert/strict";
import { test } from "node:test";
import { encode, getToken } from "@auth/core/jwt";
import { createClerkClient as clerk1 } from "clerk1";
import { createClerkClient as clerk2 } from "clerk2";
import { createClerkClient as clerk3 } from "clerk3";
import { createSignaturesHandler, toNodeHandler } from "fogbender-token";
import { alice, answered, asAlice, assertAlice, assertRefused, listen, secret, silent, widgetId } from "../js/endpoint.js";

const keys = {
  publishableKey: `pk_test_${Buffer.from("clerk.example.com$").toString("base64")}`,
  secretKey: "sk_test_abcdefghijklmnopqrstuvwxyz",
};

/** Asks an endpoint with this identify, as a web handler and over Node's http, by GET and by POST. */
async function* askEachWay(t, identify, headers) {
  const handler = createSignaturesHandler({ secret, widgetId, identify, onError: silent });
  const at = await listen(t, toNodeHandler(handler));
  const json = { ...headers, "content-type": "application/json" };
  yield handler(asAlice({ headers }));
  yield handler(asAlice({ method: "POST", body: "{}", headers: json }));
  yield fetch(at, { headers });
  yield fetch(at, { method: "POST", body: "{}", headers: json });
}

for (const [version, createClerkClient] of [
  ["1", clerk1],
  ["2", clerk2],
  ["3", clerk3],
]) {
  test(`Clerk's authenticateRequest, @clerk/backend ${version}: finds nobody signed in, and fails for no request`, async (t) => {
    const clerk = createClerkClient(keys);
    const states = [];
    const identify = async (request) => {
      const { status, toAuth } = await clerk.authenticateRequest(request);
      states.push(status);
      return toAuth()?.userId ?? undefined;
    };
    for await (const answer of askEachWay(t, identify, {})) await assertRefused(answer, 401, "not_signed_in");
    assert.deepEqual(states, Array(4).fill("signed-out"));
  });
}

test("Auth.js's getToken finds the session in the request's cookies", async (t) => {
  const salt = "authjs.session-token";
  const session = await encode({ secret: "auth-secret", salt, token: { sub: alice.userId, ...alice } });
  const identify = async (request) => {
    const token = await getToken({ req: request, secret: "auth-secret", salt });
    return (
      token && {
        userId: token.sub,
        customerId: token.customerId,
        customerName: token.customerName,
        userEmail: token.userEmail,
        userName: token.userName,
      }
    );
  };
  for await (const answer of askEachWay(t, identify, { cookie: `${salt}=${session}` })) await assertAlice(answer);
});

test("a session service that is asked with the request's headers, as Better Auth's getSession is, gets them", async (t) => {
  const service = await listen(t, (message, reply) => reply.end(JSON.stringify(message.headers.cookie === "session=alice" ? alice : null)));
  const identify = async ({ headers }) => (await fetch(service, { headers })).json();
  for await (const answer of askEachWay(t, identify, { cookie: "session=alice" })) await assertAlice(answer);
  for await (const answer of askEachWay(t, identify, { cookie: "session=bob" }))
    assert.equal((await answered(answer)).error.code, "not_signed_in");
});
