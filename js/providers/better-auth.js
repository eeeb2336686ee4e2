/** @import { BetterAuthInput } from "../entries/provider-inputs.d.ts" */
import { provider } from "./provider.js";

/** @type {typeof import("../entries/providers.d.ts").fromBetterAuth} */
export const fromBetterAuth = provider(
  "session",
  {
    session: "what auth.api.getSession() gives",
    organization: "what auth.api.getOrganization(), or getFullOrganization(), gives for the session's headers",
    member: "what auth.api.getActiveMember() gives",
    auth: "your betterAuth()",
  },
  ({ session: { session, user }, organization, member, auth }) => {
    const activeId = session?.activeOrganizationId;
    // A member who was removed keeps her activeOrganizationId: only these records show that she still is in it.
    const isListed = organization?.members?.some(({ userId }) => userId === user?.id) ?? true;
    return {
      userId: user?.id,
      userEmail: user?.email,
      isVerified: user?.emailVerified === true,
      userNames: [user?.name],
      userAvatarUrl: user?.image,
      customerId: activeId,
      customerName: organization?.name,
      isMember: member != null || (organization != null && isListed),
      organizationHint: activeId == null ? undefined : NOT_SHOWN,
      isImpersonated: session?.impersonatedBy != null,
      isAnonymous: user?.isAnonymous === true,
      foreign: {
        organization: organization && organization.id !== activeId,
        member: member && (member.organizationId !== activeId || member.userId !== user?.id),
      },
      editable: [
        writable(user, USER, auth?.options?.user?.additionalFields),
        writable(session, SESSION, auth?.options?.session?.additionalFields),
        writable(organization, ORGANIZATION, organizationFields(auth)),
        opened(organization?.metadata),
      ],
    };
  },
);

const NOT_SHOWN =
  "Nothing shows that the user still is in the session's organization. " +
  "Give organization, which auth.api.getOrganization() gives, or member, which auth.api.getActiveMember() gives.";

/**
 * @typedef {{ readonly [name: string]: { readonly input?: boolean | undefined } }} Fields
 * @typedef {{ schema?: { organization?: { additionalFields?: Fields } } }} OrganizationOptions
 */

/** The fields that Better Auth has itself. The others are the app's, and a user can write those without `input: false`. */
const USER = ["id", "email", "emailVerified", "createdAt", "updatedAt"];
const SESSION = ["id", "userId", "activeOrganizationId", "activeTeamId", "impersonatedBy"];
const ORGANIZATION = ["id", "name", "slug", "logo", "createdAt", "members", "invitations", "teams"];

/**
 * What of a record its user can write.
 * @param {object | null | undefined} record
 * @param {string[]} own
 * @param {Fields} [declared]
 */
const writable = (record, own, declared) =>
  Object.entries(record ?? {}).flatMap(([name, value]) => (own.includes(name) || declared?.[name]?.input === false ? [] : [value]));

/**
 * @param {BetterAuthInput["auth"]} auth
 * @returns {Fields | undefined}
 */
const organizationFields = (auth) =>
  /** @type {OrganizationOptions | undefined} */ (auth?.options?.plugins?.find(({ id }) => id === "organization")?.options)?.schema
    ?.organization?.additionalFields;

/**
 * An organization's metadata, which may be JSON text.
 * @param {unknown} metadata
 */
function opened(metadata) {
  try {
    return JSON.parse(String(metadata));
  } catch {
    return metadata;
  }
}
