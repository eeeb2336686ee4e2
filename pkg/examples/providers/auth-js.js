import { getToken } from "@auth/core/jwt"; // or "next-auth/jwt" of next-auth 5
import { createSignaturesHandler } from "fogbender-token";
import { fromAuthJs } from "fogbender-token/providers";

/** The companies of your users: your database, asked by the id of the session's user. */
const companies = new Map([["user_alice", { id: "C256434", name: "Netflix" }]]);

export const GET = createSignaturesHandler({
  secret: process.env.FOGBENDER_SECRET,
  widgetId: process.env.FOGBENDER_WIDGET_ID,
  async identify(request) {
    // Over https the cookie has another name. Behind a proxy the request itself does not show it, the cookie does.
    const secureCookie = request.headers.get("cookie")?.includes("__Secure-authjs.session-token") ?? false;
    const token = await getToken({ req: request, secret: process.env.AUTH_SECRET, secureCookie });
    const company = companies.get(token?.sub);
    return fromAuthJs({ token }, { customerId: company?.id, customerName: company?.name });
  },
});
