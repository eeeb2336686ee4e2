// Astro, with an adapter for a server. Run it: npx astro dev
import { createSignaturesHandler } from "fogbender-token";
import { currentUser } from "../../../session.js";

const signatures = createSignaturesHandler({
  secret: () => process.env.FOGBENDER_SECRET,
  widgetId: () => process.env.FOGBENDER_WIDGET_ID,
  identify: currentUser,
});

export const prerender = false;
export const ALL = (context) => signatures(context.request, context);
