import { provider } from "./provider.js";

/** @type {typeof import("../entries/providers.d.ts").fromAuthJs} */
export const fromAuthJs = provider("token", { token: "what getToken() gives" }, ({ token }) => ({
  userId: token.sub,
  userEmail: token.email,
  // Auth.js does not know. A jwt callback may copy what the sign-in's profile says.
  isVerified: token.email_verified !== false,
  userNames: [token.name],
  userAvatarUrl: token.picture,
  isImpersonated: token.act != null,
}));
