// Bun. Run it: bun bun.js
import { createSignaturesHandler } from "fogbender-token";
import { currentUser } from "./session.js";

const signatures = createSignaturesHandler({
  secret: () => process.env.FOGBENDER_SECRET,
  widgetId: () => process.env.FOGBENDER_WIDGET_ID,
  identify: currentUser,
});

Bun.serve({
  port: Number(process.env.PORT ?? 3000),
  fetch: (request) =>
    new URL(request.url).pathname === "/fogbender-signatures" ? signatures(request) : new Response(null, { status: 404 }),
});
