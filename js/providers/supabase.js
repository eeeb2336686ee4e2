/** @typedef {Record<string, unknown>} Metadata */
import { provider } from "./provider.js";

/** @type {typeof import("../entries/providers.d.ts").fromSupabase} */
export const fromSupabase = provider(
  "claims",
  { claims: "data.claims of what getClaims() gives" },
  ({ claims }, { customerIdKey = "customer_id", customerNameKey = "customer_name" }) => {
    const { app_metadata: app, user_metadata: own } = /** @type {{ [name: string]: Metadata | undefined }} */ (claims);
    return {
      userId: claims.sub,
      userEmail: claims.email,
      // Supabase's claims do not tell. A hook may add email_verified; the one in user_metadata is the user's to write.
      isVerified: claims.email_verified !== false,
      userNames: [own?.full_name, own?.name],
      userAvatarUrl: own?.avatar_url ?? own?.picture,
      customerId: app?.[customerIdKey],
      customerName: app?.[customerNameKey],
      organizationHint: whereToLook(/** @type {Metadata} */ (claims)[customerIdKey]),
      isImpersonated: claims.act != null,
      isDelegated: claims.client_id != null,
      isAnonymous: claims.is_anonymous === true,
      editable: own,
      trusted: app,
      isMisplaced: own?.[customerIdKey] != null,
    };
  },
  ["customerIdKey", "customerNameKey"],
);

/** @param {unknown} besides */
const whereToLook = (besides) =>
  `app_metadata does not name the customer${besides == null ? "" : ", but the claims themselves do"}. ` +
  `Give ${besides == null ? "customerIdKey and customerNameKey, or " : ""}customerId and customerName in the options.`;
