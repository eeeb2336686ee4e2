// createStandIn's options for a test of one's own: the client page, and what was decided.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createToken, FogbenderTokenError } from "fogbender-token";
import { createStandIn } from "fogbender-token/stand-in";
import { SECRET } from "./processes.js";

const secret = SECRET;
const alice = { userId: "U1", customerId: "C1", customerName: "Netflix", userEmail: "alice@netflix.com", userName: "Alice" };
const token = createToken(alice, secret, { widgetId: "dzAwNjg4NDY0NjI4NzgyNDY5MTIw" });
const request = (path, init) => new Request(`http://127.0.0.1:4690${path}`, init);

test("without app there is no client page; with it, there is one for that origin", async () => {
  assert.equal((await createStandIn({ secret })(request("/"))).status, 404);
  const response = await createStandIn({ secret, app: "https://app.example.com" })(request("/"));
  assert.equal(response.status, 200);
  assert.match(response.headers.get("content-security-policy"), /frame-ancestors https:\/\/app\.example\.com$/);
  assert.match(await response.text(), /data-app="https:\/\/app\.example\.com"/);
});

test("app must be one origin, and the error says how to write it", () => {
  const like = (app) => {
    try {
      createStandIn({ secret, app });
    } catch (error) {
      assert.ok(error instanceof FogbenderTokenError);
      assert.deepEqual([error.code, error.field], ["option_invalid", "app"]);
      return /Write it like (\S+)\.$/.exec(error.message)[1];
    }
    return undefined;
  };
  for (const app of ["http://localhost:5173", "https://app.example.com", "http://[::1]:3000"]) assert.equal(like(app), undefined);
  assert.equal(like("https://app.example.com/"), "https://app.example.com");
  assert.equal(like("https://app.example.com/support?x=1"), "https://app.example.com");
  assert.equal(like("HTTP://LOCALHOST:5173"), "http://localhost:5173");
  for (const app of ["", "*", "null", "localhost:5173", "javascript:1", "http://a;script-src *", 'http://a"b', 42, null, ["http://a"]]) {
    assert.equal(like(app), "http://localhost:5173", String(app));
  }
});

test("onDecision is told of each token with its explanation, and of nothing else", async () => {
  const decisions = [];
  const standIn = createStandIn({ secret, onDecision: (explanation, text) => decisions.push([explanation, text]) });
  const verify = async (body) => (await standIn(request("/verify", { method: "POST", body }))).json();
  const explanations = [await verify(JSON.stringify(token)), await verify(JSON.stringify({ ...token, userId: "U2" }))];
  await verify("[");
  await standIn(request("/signatures", { method: "POST", body: JSON.stringify(alice), headers: { authorization: `Bearer ${secret}` } }));
  assert.deepEqual(
    decisions.map(([explanation]) => explanation),
    explanations,
  );
  assert.deepEqual(
    explanations.map(({ verdict }) => verdict),
    ["accepted", "refused"],
  );
  assert.equal(decisions[0][1], JSON.stringify(token));
  assert.throws(() => createStandIn({ secret, onDecision: true }), { code: "option_invalid", message: /^onDecision must be a function\./ });
});
