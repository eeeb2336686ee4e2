import assert from "node:assert/strict";
import { test } from "node:test";
import { createAdaptorServer } from "@hono/node-server";
import { createSignaturesHandler } from "fogbender-token";
import { Hono } from "hono";
import { setCookie } from "hono/cookie";
import { cors } from "hono/cors";
import { alice, assertAlice, assertRefused, assertServes, cookie, endpoint, secret, silent, widgetId } from "../js/endpoint.js";

async function serve(t, app) {
  const server = createAdaptorServer({ fetch: app.fetch }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  t.after(() => server.close());
  return `http://127.0.0.1:${server.address().port}/fogbender-signatures`;
}

test("Hono on Node: the same answers", async (t) => {
  await assertServes(
    await serve(
      t,
      new Hono().all("/fogbender-signatures", (context) => endpoint(context.req.raw)),
    ),
  );
});

test("Hono: cookies and headers of its middlewares are sent, and identify is given its context", async (t) => {
  const signatures = createSignaturesHandler({
    secret: (request, { env }) => env.FOGBENDER_SECRET,
    widgetId: (request, { env }) => env.FOGBENDER_WIDGET_ID,
    identify: (request, context) => context.get("user"),
    onError: silent,
  });
  const app = new Hono()
    .use(cors({ origin: "https://app.example.com", credentials: true }))
    .use(async (context, next) => {
      Object.assign(context.env, { FOGBENDER_SECRET: secret, FOGBENDER_WIDGET_ID: widgetId });
      setCookie(context, "theme", "dark");
      if (context.req.header("cookie")) context.set("user", alice);
      await next();
    })
    .get("/fogbender-signatures", (context) => signatures(context.req.raw, context));
  const at = await serve(t, app);
  const answer = await fetch(at, { headers: { cookie, origin: "https://app.example.com" } });
  assert.match(answer.headers.getSetCookie().join(), /theme=dark/);
  assert.equal(answer.headers.get("access-control-allow-origin"), "https://app.example.com");
  await assertAlice(answer);
  await assertRefused(await fetch(at), 401, "not_signed_in");
});
