// Cloudflare Workers: the secret is a binding, so the handler is made with the first request and kept.
import { createSignaturesHandler } from "fogbender-token";
import { currentUser } from "./session.js";

let signatures;

export default {
  fetch(request, env) {
    if (new URL(request.url).pathname !== "/fogbender-signatures") return new Response(null, { status: 404 });
    signatures ??= createSignaturesHandler({
      secret: env.FOGBENDER_SECRET,
      widgetId: env.FOGBENDER_WIDGET_ID,
      identify: currentUser,
    });
    return signatures(request);
  },
};
