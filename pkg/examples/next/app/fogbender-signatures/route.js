// Next.js App Router, on Node; with `export const runtime = "edge"` the same on the edge. Run it: npx next dev
import { createSignaturesHandler } from "fogbender-token";
import { currentUser } from "../../../session.js";

const signatures = createSignaturesHandler({
  secret: () => process.env.FOGBENDER_SECRET,
  widgetId: () => process.env.FOGBENDER_WIDGET_ID,
  identify: currentUser,
});

export { signatures as GET, signatures as POST };
export const dynamic = "force-dynamic";
