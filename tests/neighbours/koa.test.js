import assert from "node:assert/strict";
import { test } from "node:test";
import { createSignaturesHandler, toNodeHandler } from "fogbender-token";
import Koa from "koa";
import bodyParser from "koa-bodyparser";
import {
  alice,
  assertAlice,
  assertRefused,
  assertServes,
  bob,
  cookie,
  identify,
  listen,
  secret,
  silent,
  widgetId,
} from "../js/endpoint.js";

/** The way of examples/koa.js. */
function koa(options) {
  const listener = toNodeHandler(createSignaturesHandler({ secret, widgetId, onError: silent, ...options }));
  return (context) => {
    context.respond = false;
    context.req.body = context.request.body;
    return listener(context.req, context.res);
  };
}

test("Koa: the same answers, with koa-bodyparser and without", async (t) => {
  for (const before of [[], [bodyParser()]]) {
    const app = new Koa();
    for (const each of before) app.use(each);
    const at = await listen(t, app.use(koa({ identify })).callback());
    await assertServes(at);
    const post = { method: "POST", body: JSON.stringify(bob), headers: { cookie, "content-type": "application/json" } };
    await assertRefused(await fetch(at, post), 400, "body_not_empty");
  }
});

test("Koa: cookies and headers that were set before are sent, and the context's state is identify's", async (t) => {
  const app = new Koa();
  app.use((context, next) => {
    context.cookies.set("theme", "dark");
    context.vary("Accept-Language");
    context.req.state = { user: alice };
    return next();
  });
  const at = await listen(t, app.use(koa({ identify: (request, message) => message.state.user })).callback());
  const answer = await fetch(at);
  assert.match(answer.headers.getSetCookie().join(), /theme=dark/);
  assert.match(answer.headers.get("vary"), /^Accept-Language, Origin, Cookie/);
  await assertAlice(answer);
});
