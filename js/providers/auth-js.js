import { provider } from "./provider.js";

export const fromAuthJs = provider({ token: "what getToken() gives" }, ({ token }) => ({
  userId: token.sub,
  userEmail: token.email,
  userName: token.name,
  userAvatarUrl: token.picture,
  isImpersonated: token.act != null,
}));
