import { createSignaturesHandler } from "fogbender-token";
import { fromBetterAuth } from "fogbender-token/providers";

/** @param auth your betterAuth({ plugins: [organization(), …] }) */
export const signaturesEndpoint = (auth) =>
  createSignaturesHandler({
    secret: process.env.FOGBENDER_SECRET,
    widgetId: process.env.FOGBENDER_WIDGET_ID,
    async identify({ headers }) {
      const session = await auth.api.getSession({ headers });
      // It throws for a user who was removed from the organization: then there is none.
      const organization = session && (await auth.api.getOrganization({ headers }).catch(() => null));
      return fromBetterAuth({ session, organization });
    },
  });
