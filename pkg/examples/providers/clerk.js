import { createClerkClient } from "@clerk/backend";
import { createSignaturesHandler } from "fogbender-token";
import { fromClerk } from "fogbender-token/providers";

const clerk = createClerkClient({
  secretKey: process.env.CLERK_SECRET_KEY,
  publishableKey: process.env.CLERK_PUBLISHABLE_KEY,
  jwtKey: process.env.CLERK_JWT_KEY,
});

export const GET = createSignaturesHandler({
  secret: process.env.FOGBENDER_SECRET,
  widgetId: process.env.FOGBENDER_WIDGET_ID,
  async identify(request) {
    const auth = (await clerk.authenticateRequest(request)).toAuth();
    const user = auth?.userId ? await clerk.users.getUser(auth.userId) : undefined;
    const organization = auth?.orgId ? await clerk.organizations.getOrganization({ organizationId: auth.orgId }) : undefined;
    return fromClerk({ auth, user, organization });
  },
});
