// Deno. Run it: deno run --env-file --allow-env --allow-net deno.js
import { createSignaturesHandler } from "fogbender-token";
import { currentUser } from "./session.js";

const signatures = createSignaturesHandler({
  secret: () => Deno.env.get("FOGBENDER_SECRET"),
  widgetId: () => Deno.env.get("FOGBENDER_WIDGET_ID"),
  identify: currentUser,
});

Deno.serve({ port: Number(Deno.env.get("PORT") ?? 3000) }, (request) =>
  new URL(request.url).pathname === "/fogbender-signatures" ? signatures(request) : new Response(null, { status: 404 }),
);
