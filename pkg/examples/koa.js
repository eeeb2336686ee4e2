// Koa. Run it: node --env-file=.env koa.js
import { createSignaturesHandler, toNodeHandler } from "fogbender-token";
import Koa from "koa";
import bodyParser from "koa-bodyparser";
import { currentUser } from "./session.js";

const signatures = toNodeHandler(
  createSignaturesHandler({
    secret: () => process.env.FOGBENDER_SECRET,
    widgetId: () => process.env.FOGBENDER_WIDGET_ID,
    identify: currentUser,
  }),
);

const app = new Koa();
app.use(bodyParser());
app.use((context, next) => {
  if (context.path !== "/fogbender-signatures") return next();
  context.respond = false;
  // What koa-bodyparser has read, so that the handler can check it.
  context.req.body = context.request.body;
  return signatures(context.req, context.res);
});
app.listen(process.env.PORT ?? 3000);
