// Hono, here on Node; the same app runs on Workers, Deno and Bun. Run it: node --env-file=.env hono.js
import { serve } from "@hono/node-server";
import { createSignaturesHandler } from "fogbender-token";
import { Hono } from "hono";
import { currentUser } from "./session.js";

const signatures = createSignaturesHandler({
  secret: () => process.env.FOGBENDER_SECRET,
  widgetId: () => process.env.FOGBENDER_WIDGET_ID,
  identify: currentUser,
});

// Whatever comes after the request is identify's second argument: here Hono's context.
const app = new Hono().all("/fogbender-signatures", (context) => signatures(context.req.raw, context));

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
