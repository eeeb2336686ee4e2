import { fullName, provider } from "./provider.js";

export const fromPropelAuth = provider(
  {
    user: "what validateAccessTokenAndGetUser…() gives",
    orgMemberInfo: "what validateAccessTokenAndGetUserWithOrgInfo() gives, or user.getActiveOrg()",
    metadata: "what fetchUserMetadataByUserId(user.userId) gives",
  },
  ({ user, orgMemberInfo, metadata }) => ({
    userId: user.userId,
    userEmail: user.email,
    isUnverified: metadata?.emailConfirmed === false,
    userName: fullName(user) || user.username,
    userAvatarUrl: metadata?.pictureUrl,
    customerId: orgMemberInfo?.orgId,
    customerName: orgMemberInfo?.orgName,
    isImpersonated: user.impersonatorUserId != null,
    foreign: {
      orgMemberInfo: orgMemberInfo && !Object.hasOwn(user.orgIdToOrgMemberInfo ?? user.orgIdToUserOrgInfo ?? {}, orgMemberInfo.orgId),
      metadata: metadata && metadata.userId !== user.userId,
    },
  }),
);
