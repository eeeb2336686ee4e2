import { provider } from "./provider.js";

/** @type {typeof import("../entries/providers.d.ts").fromClerk} */
export const fromClerk = provider(
  "auth",
  {
    auth: "what auth(), or toAuth() of authenticateRequest(), gives",
    user: "what users.getUser(auth.userId) gives",
    organization: "what organizations.getOrganization({ organizationId: auth.orgId }) gives",
  },
  ({ auth, user, organization }) => {
    // Or the claims that verifyToken() gives.
    const { userId = auth.sub, orgId = auth.o?.id ?? auth.org_id, actor = auth.act, sessionStatus = auth.sts } = auth;
    const { tokenType = "session_token" } = auth;
    // An API key, a machine's token, or an OAuth token: as Clerk names it, or by the claims of such a token.
    const isDelegated = tokenType !== "session_token" || auth.client_id != null || String(userId).startsWith("mch_");
    // Clerk counts a session as signed out while its tasks are pending; verifyToken() alone does not.
    if (auth.isAuthenticated === false || sessionStatus === "pending" || (userId === null && !isDelegated)) return undefined;
    const email = user?.primaryEmailAddress;
    return {
      userId,
      userEmail: email?.emailAddress,
      isVerified: email?.verification?.status === "verified",
      userNames: [user?.fullName, user?.username],
      userAvatarUrl: user?.imageUrl,
      customerId: orgId,
      customerName: organization?.name,
      isImpersonated: actor != null,
      isDelegated,
      foreign: { user: user && user.id !== userId, organization: organization && organization.id !== orgId },
      editable: user?.unsafeMetadata,
      trusted: [user?.publicMetadata, user?.privateMetadata],
    };
  },
);
