import { isIn, provider } from "./provider.js";

export const fromSupabase = provider(
  { claims: "data.claims of what getClaims() gives" },
  ({ claims }, { customerIdKey = "customer_id", customerNameKey = "customer_name", ...options }) => {
    const { sub, email, act, app_metadata: app, user_metadata: own } = claims;
    const customerId = app?.[customerIdKey];
    return {
      userId: sub,
      userEmail: email,
      userName: own?.full_name,
      userAvatarUrl: own?.avatar_url,
      customerId,
      customerName: app?.[customerNameKey],
      isImpersonated: act != null,
      isEditable: isIn(options.customerId ?? (customerId == null ? own?.[customerIdKey] : undefined), own, [app]),
    };
  },
  ["customerIdKey", "customerNameKey"],
);
