// Fastify 5. Run it: node --env-file=.env fastify.js
import fastify from "fastify";
import { createSignaturesHandler } from "fogbender-token";
import { currentUser } from "./session.js";

const signatures = createSignaturesHandler({
  secret: () => process.env.FOGBENDER_SECRET,
  widgetId: () => process.env.FOGBENDER_WIDGET_ID,
  identify: currentUser,
});

/** Fastify's request as the web's. HTTP/2 has names that begin with a colon, which no web request has. */
const requestOf = ({ protocol, host, url, headers }) =>
  new Request(`${protocol}://${host}${url}`, { headers: Object.entries(headers).filter(([name]) => !name.startsWith(":")) });

const app = fastify();
// Fastify sends a Response together with the cookies and headers of its plugins. identify's second argument is its request.
app.get("/fogbender-signatures", (request) => signatures(requestOf(request), request));
await app.listen({ port: Number(process.env.PORT ?? 3000) });
