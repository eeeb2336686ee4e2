import { provider } from "./provider.js";
import { fullName } from "./texts.js";

/** @type {typeof import("../entries/providers.d.ts").fromPropelAuth} */
export const fromPropelAuth = provider(
  "user",
  {
    user: "what validateAccessTokenAndGetUser…() gives",
    orgMemberInfo: "what validateAccessTokenAndGetUserWithOrgInfo() gives, or user.getActiveOrg()",
    metadata: "what fetchUserMetadataByUserId(user.userId, true) gives",
  },
  ({ user, orgMemberInfo, metadata }) => {
    const signedInBy = user.loginMethod?.loginMethod;
    const organizations = user.orgIdToOrgMemberInfo ?? user.orgIdToUserOrgInfo ?? user.orgIdToOrgInfo ?? {};
    return {
      userId: user.userId,
      // The access token may be older than a change of the email; what is confirmed is the metadata's.
      userEmail: metadata?.email ?? user.email,
      isVerified: metadata?.emailConfirmed === true,
      emailHint: metadata ? undefined : NOT_KNOWN,
      userNames: [fullName(user), user.username],
      userAvatarUrl: metadata?.pictureUrl,
      customerId: orgMemberInfo?.orgId,
      customerName: orgMemberInfo?.orgName,
      // Newer than the access token, if the organizations were fetched too.
      isMember: metadata?.orgIdToOrgInfo && Object.hasOwn(metadata.orgIdToOrgInfo, String(orgMemberInfo?.orgId)),
      isImpersonated: user.impersonatorUserId != null || signedInBy === "impersonation",
      // A token that a backend made for her, or the record that validateApiKey() gives: an access token has no emailConfirmed.
      isDelegated: signedInBy === "generated_from_backend_api" || user.emailConfirmed !== undefined,
      foreign: {
        orgMemberInfo: orgMemberInfo && !Object.hasOwn(organizations, orgMemberInfo.orgId),
        metadata: metadata && metadata.userId !== user.userId,
      },
      editable: [user.properties, metadata?.properties],
      trusted: [user.metadata, metadata?.metadata, orgMemberInfo?.orgMetadata, orgMemberInfo?.legacyOrgId],
    };
  },
);

const NOT_KNOWN = "Nothing shows that the email is confirmed. Give metadata, which fetchUserMetadataByUserId(user.userId, true) gives.";
