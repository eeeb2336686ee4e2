import { createSignaturesHandler } from "fogbender-token";
import { getSession } from "./session";

export const GET = createSignaturesHandler({
  secret: () => process.env.FOGBENDER_SECRET,
  widgetId: () => process.env.FOGBENDER_WIDGET_ID,
  // The user of the session, never of what the browser says; nobody is a 401.
  identify: async (request: Request) => (await getSession(request))?.user,
});
