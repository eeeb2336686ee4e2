// Next.js Pages Router. Run it: npx next dev
import { createSignaturesHandler, toNodeHandler } from "fogbender-token";
import { currentUser } from "../../../session.js";

export default toNodeHandler(
  createSignaturesHandler({
    secret: () => process.env.FOGBENDER_SECRET,
    widgetId: () => process.env.FOGBENDER_WIDGET_ID,
    identify: currentUser,
  }),
);
