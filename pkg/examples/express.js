// Express 4 and 5. Run it: node --env-file=.env express.js
import express from "express";
import { createSignaturesHandler, toNodeHandler } from "fogbender-token";
import { currentUser } from "./session.js";

const signatures = toNodeHandler(
  createSignaturesHandler({
    secret: () => process.env.FOGBENDER_SECRET,
    widgetId: () => process.env.FOGBENDER_WIDGET_ID,
    identify: currentUser,
  }),
);

express()
  .use("/fogbender-signatures", signatures)
  .listen(process.env.PORT ?? 3000);
