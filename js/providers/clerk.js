import { isIn, provider } from "./provider.js";

export const fromClerk = provider(
  {
    auth: "what auth(), or toAuth() of authenticateRequest(), gives",
    user: "what users.getUser(auth.userId) gives",
    organization: "what organizations.getOrganization({ organizationId: auth.orgId }) gives",
  },
  ({ auth, user, organization }, options) => {
    // Or the claims that verifyToken() gives.
    const { userId = auth.sub, orgId = auth.o?.id ?? auth.org_id, actor = auth.act } = auth;
    // Clerk counts a session as signed out while its tasks are pending; verifyToken() alone does not.
    if (userId === null || auth.isAuthenticated === false || auth.sts === "pending") return undefined;
    const email = user?.primaryEmailAddress;
    return {
      userId,
      userEmail: email?.emailAddress,
      isUnverified: email?.verification?.status !== "verified",
      userName: user?.fullName || user?.username,
      userAvatarUrl: user?.imageUrl,
      customerId: orgId,
      customerName: organization?.name,
      isImpersonated: actor != null,
      isEditable: isIn(options.customerId, user?.unsafeMetadata, [orgId, user?.publicMetadata, user?.privateMetadata]),
      foreign: { user: user && user.id !== userId, organization: organization && organization.id !== orgId },
    };
  },
);
