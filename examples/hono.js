// Hono, here on Node; the same app runs on Workers, Deno and Bun.
import { serve } from "@hono/node-server";
import { createSignaturesHandler } from "fogbender-token";
import { Hono } from "hono";
import { currentUser } from "./session.js";

const signatures = createSignaturesHandler({
  secret: process.env.FOGBENDER_SECRET,
  widgetId: process.env.FOGBENDER_WIDGET_ID,
  identify: currentUser,
});

const app = new Hono().all("/fogbender-signatures", (context) => signatures(context.req.raw));

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
