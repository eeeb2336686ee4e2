// Express with req.user, as passport and others set it. Run it: node --env-file=.env express-user.js
import express from "express";
import { createSignaturesHandler, toNodeHandler } from "fogbender-token";
import { userOf } from "./session.js";

const signatures = createSignaturesHandler({
  secret: () => process.env.FOGBENDER_SECRET,
  widgetId: () => process.env.FOGBENDER_WIDGET_ID,
  // The second argument is Express's request: req.user, req.session and whatever else your middlewares set.
  identify: (request, req) => req.user,
});

express()
  // Stands for passport.session().
  .use((req, res, next) => {
    req.user = userOf(req.headers.cookie);
    next();
  })
  .use("/fogbender-signatures", toNodeHandler(signatures))
  .listen(process.env.PORT ?? 3000);
