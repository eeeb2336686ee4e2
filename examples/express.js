// Express.
import express from "express";
import { createSignaturesHandler, toNodeHandler } from "fogbender-token";
import { currentUser } from "./session.js";

const signatures = createSignaturesHandler({
  secret: process.env.FOGBENDER_SECRET,
  widgetId: process.env.FOGBENDER_WIDGET_ID,
  identify: currentUser,
});

express()
  .use("/fogbender-signatures", toNodeHandler(signatures))
  .listen(process.env.PORT ?? 3000);
