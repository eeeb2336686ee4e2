import { createSignaturesHandler } from "fogbender-token";
import { currentUser } from "../session";

export const GET = (request: Request) =>
  createSignaturesHandler({
    secret: process.env.FOGBENDER_SECRET!,
    widgetId: process.env.FOGBENDER_WIDGET_ID!,
    identify: currentUser,
  })(request);
