/**
 * @import { SuperTokensInput } from "../entries/provider-inputs.d.ts"
 * @typedef {NonNullable<NonNullable<SuperTokensInput["user"]>["loginMethods"]>[number]} LoginMethod
 */
import { provider } from "./provider.js";

/** @type {typeof import("../entries/providers.d.ts").fromSuperTokens} */
export const fromSuperTokens = provider(
  "session",
  { session: "what getSession() gives", user: "what getUser(session.getUserId()) gives" },
  ({ session, user }) => {
    const userId = session.getUserId?.();
    const tenantId = session.getTenantId?.();
    const payload = /** @type {Record<string, unknown> | undefined} */ (session.getAccessTokenPayload?.());
    const verified = user?.loginMethods?.find(({ email, verified }) => verified === true && email);
    // A session that is older than the linking of two accounts keeps the id of one of them.
    const isHers = (/** @type {LoginMethod} */ { recipeUserId }) => recipeUserId?.getAsString?.() === userId;
    return {
      userId,
      userEmail: verified?.email ?? user?.emails?.[0],
      isVerified: verified !== undefined,
      // Whoever is in no other tenant is in this one: as a customer, it would let strangers read each other's rooms.
      customerId: tenantId === "public" ? undefined : tenantId,
      isMember: user?.tenantIds?.includes(tenantId),
      // The name that SuperTokens' guide gives to the claim, and RFC 8693's.
      isImpersonated: payload?.isImpersonation === true || payload?.act != null,
      foreign: { user: user && user.id !== userId && !user.loginMethods?.some(isHers) },
    };
  },
);
