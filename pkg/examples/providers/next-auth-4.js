import { getToken } from "next-auth/jwt"; // of next-auth 4; for version 5 see auth-js.js
import { createSignaturesHandler } from "fogbender-token";
import { fromAuthJs } from "fogbender-token/providers";

/** The companies of your users: your database, asked by the id of the session's user. */
const companies = new Map([["user_alice", { id: "C256434", name: "Netflix" }]]);

export const GET = createSignaturesHandler({
  secret: process.env.FOGBENDER_SECRET,
  widgetId: process.env.FOGBENDER_WIDGET_ID,
  async identify({ headers }) {
    // Version 4 wants the cookies apart. Over https, also behind a proxy, the session's cookie has another name.
    const cookie = headers.get("cookie") ?? "";
    const cookies = Object.fromEntries(cookie.split("; ").map((pair) => pair.split(/=(.*)/s, 2)));
    const secureCookie = cookie.includes("__Secure-next-auth.session-token");
    const token = await getToken({ req: { headers, cookies }, secret: process.env.NEXTAUTH_SECRET, secureCookie });
    const company = companies.get(token?.sub);
    return fromAuthJs({ token }, { customerId: company?.id, customerName: company?.name });
  },
});
