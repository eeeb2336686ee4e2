// React Router, and so Remix, as a resource route. Run it: npx react-router dev
import { createSignaturesHandler } from "fogbender-token";
import { currentUser } from "../../../session.js";

const signatures = createSignaturesHandler({
  secret: () => process.env.FOGBENDER_SECRET,
  widgetId: () => process.env.FOGBENDER_WIDGET_ID,
  identify: currentUser,
});

export const loader = ({ request, context }) => signatures(request, context);
export const action = loader;
