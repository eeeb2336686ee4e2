import { provider } from "./provider.js";
import { fullName } from "./texts.js";

/** @type {typeof import("../entries/providers.d.ts").fromWorkOS} */
export const fromWorkOS = provider(
  "session",
  {
    session: "what authenticate() of the sealed session gives",
    organization: "what organizations.getOrganization(session.organizationId) gives",
  },
  ({ session: { authenticated, authenticationMethod, user, organizationId, impersonator }, organization }) => {
    if (authenticated === false || user === null) return undefined;
    return {
      userId: user?.id,
      userEmail: user?.email,
      isVerified: user?.emailVerified === true,
      userNames: [user?.name, fullName(user)],
      userAvatarUrl: user?.profilePictureUrl,
      customerId: organizationId,
      customerName: organization?.name,
      isImpersonated: impersonator != null || authenticationMethod === "Impersonation",
      // Another app has signed in for her, with what her company's identity provider gave to it.
      isDelegated: authenticationMethod === "CrossAppAuth",
      foreign: { organization: organization && organization.id !== organizationId },
    };
  },
);
