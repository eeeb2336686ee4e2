import { WorkOS } from "@workos-inc/node";
import { createSignaturesHandler } from "fogbender-token";
import { fromWorkOS } from "fogbender-token/providers";

const workos = new WorkOS(process.env.WORKOS_API_KEY, { clientId: process.env.WORKOS_CLIENT_ID });
const cookiePassword = process.env.WORKOS_COOKIE_PASSWORD;

export const GET = createSignaturesHandler({
  secret: process.env.FOGBENDER_SECRET,
  widgetId: process.env.FOGBENDER_WIDGET_ID,
  async identify(request) {
    const sessionData = request.headers.get("cookie")?.match(/wos-session=([^;]+)/)?.[1] ?? "";
    const session = await workos.userManagement.loadSealedSession({ sessionData, cookiePassword }).authenticate();
    const { organizationId } = session;
    const organization = organizationId ? await workos.organizations.getOrganization(organizationId) : undefined;
    return fromWorkOS({ session, organization });
  },
});
