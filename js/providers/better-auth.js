import { provider } from "./provider.js";

export const fromBetterAuth = provider(
  { session: "what auth.api.getSession() gives", organization: "what auth.api.getFullOrganization() gives" },
  ({ session: { session, user }, organization }) => ({
    userId: user?.id,
    userEmail: user?.email,
    isUnverified: user?.emailVerified === false,
    userName: user?.name,
    userAvatarUrl: user?.image,
    customerId: session?.activeOrganizationId,
    customerName: organization?.name,
    isImpersonated: session?.impersonatedBy != null,
    foreign: { organization: organization && organization.id !== session?.activeOrganizationId },
  }),
);
