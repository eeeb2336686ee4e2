import { fullName, provider } from "./provider.js";

export const fromWorkOS = provider(
  {
    session: "what authenticate() of the sealed session gives",
    organization: "what organizations.getOrganization(session.organizationId) gives",
  },
  ({ session: { authenticated, user, organizationId, impersonator }, organization }) => {
    if (authenticated === false || user === null) return undefined;
    return {
      userId: user?.id,
      userEmail: user?.email,
      isUnverified: user?.emailVerified === false,
      userName: user && fullName(user),
      userAvatarUrl: user?.profilePictureUrl,
      customerId: organizationId,
      customerName: organization?.name,
      isImpersonated: impersonator != null,
      foreign: { organization: organization && organization.id !== organizationId },
    };
  },
);
