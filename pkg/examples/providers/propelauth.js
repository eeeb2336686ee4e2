import { initBaseAuth } from "@propelauth/node";
import { createSignaturesHandler } from "fogbender-token";
import { fromPropelAuth } from "fogbender-token/providers";

const propelAuth = initBaseAuth({
  authUrl: process.env.PROPELAUTH_AUTH_URL,
  apiKey: process.env.PROPELAUTH_API_KEY,
  manualTokenVerificationMetadata: {
    issuer: process.env.PROPELAUTH_AUTH_URL,
    verifierKey: process.env.PROPELAUTH_VERIFIER_KEY,
  },
});

export const GET = createSignaturesHandler({
  secret: process.env.FOGBENDER_SECRET,
  widgetId: process.env.FOGBENDER_WIDGET_ID,
  async identify(request) {
    const authorization = request.headers.get("authorization") ?? undefined;
    const user = await propelAuth.validateAccessTokenAndGetUserClass(authorization).catch(() => undefined);
    const metadata = user && (await propelAuth.fetchUserMetadataByUserId(user.userId, true));
    return fromPropelAuth({ user, orgMemberInfo: user?.getActiveOrg(), metadata });
  },
});
