// SvelteKit. Run it: npx vite dev
import { createSignaturesHandler } from "fogbender-token";
import { currentUser } from "../../../../session.js";

const signatures = createSignaturesHandler({
  secret: () => process.env.FOGBENDER_SECRET,
  widgetId: () => process.env.FOGBENDER_WIDGET_ID,
  // Or, where a hook has found the user: identify: (request, event) => event.locals.user
  identify: currentUser,
});

export const GET = (event) => signatures(event.request, event);
export const POST = GET;
