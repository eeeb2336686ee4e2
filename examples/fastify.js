// Fastify.
import fastify from "fastify";
import { createSignaturesHandler, toNodeHandler } from "fogbender-token";
import { currentUser } from "./session.js";

const signatures = toNodeHandler(
  createSignaturesHandler({
    secret: process.env.FOGBENDER_SECRET,
    widgetId: process.env.FOGBENDER_WIDGET_ID,
    identify: currentUser,
  }),
);

const app = fastify();
app.all("/fogbender-signatures", (request, reply) => {
  reply.hijack();
  return signatures(request.raw, reply.raw);
});
await app.listen({ port: Number(process.env.PORT ?? 3000) });
