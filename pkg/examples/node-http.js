// Node's own http server. Run it: node --env-file=.env node-http.js
import { createServer } from "node:http";
import { createSignaturesHandler, toNodeHandler } from "fogbender-token";
import { currentUser } from "./session.js";

const signatures = toNodeHandler(
  createSignaturesHandler({
    secret: () => process.env.FOGBENDER_SECRET,
    widgetId: () => process.env.FOGBENDER_WIDGET_ID,
    identify: currentUser,
  }),
);

createServer((message, reply) => {
  if (message.url.split("?")[0] === "/fogbender-signatures") return signatures(message, reply);
  reply.writeHead(404).end();
}).listen(process.env.PORT ?? 3000);
