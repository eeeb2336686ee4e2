// Nuxt, and whatever else is built by Nitro. Run it: npx nuxt dev
import { createSignaturesHandler } from "fogbender-token";
import { currentUser } from "../../../session.js";

const signatures = createSignaturesHandler({
  secret: () => process.env.FOGBENDER_SECRET,
  widgetId: () => process.env.FOGBENDER_WIDGET_ID,
  identify: currentUser,
});

export default defineEventHandler((event) => signatures(toWebRequest(event), event));
