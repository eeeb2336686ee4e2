// Cloudflare Workers. Run it: npx wrangler dev worker.js
import { createSignaturesHandler } from "fogbender-token";
import { currentUser } from "./session.js";

const signatures = createSignaturesHandler({
  // The secret is a binding, which a Worker gets with each request: wrangler secret put FOGBENDER_SECRET
  secret: (request, env) => env.FOGBENDER_SECRET,
  widgetId: (request, env) => env.FOGBENDER_WIDGET_ID,
  identify: currentUser,
});

export default {
  fetch: (request, env, context) =>
    new URL(request.url).pathname === "/fogbender-signatures" ? signatures(request, env, context) : new Response(null, { status: 404 }),
};
