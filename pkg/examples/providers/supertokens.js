import supertokens from "supertokens-node";
import Session from "supertokens-node/recipe/session";
import { createSignaturesHandler } from "fogbender-token";
import { fromSuperTokens } from "fogbender-token/providers";

supertokens.init({
  supertokens: { connectionURI: process.env.SUPERTOKENS_CONNECTION_URI },
  appInfo: { appName: "Example", apiDomain: process.env.API_DOMAIN, websiteDomain: process.env.WEBSITE_DOMAIN },
  recipeList: [Session.init({ getTokenTransferMethod: () => "header" })],
});

/** Your customers' names, by tenant. */
const customers = new Map([["netflix", "Netflix"]]);

export const GET = createSignaturesHandler({
  secret: process.env.FOGBENDER_SECRET,
  widgetId: process.env.FOGBENDER_WIDGET_ID,
  async identify(request) {
    const accessToken = request.headers.get("authorization")?.replace("Bearer ", "") ?? "";
    const session = await Session.getSessionWithoutRequestResponse(accessToken).catch(() => undefined);
    const user = session && (await supertokens.getUser(session.getUserId()));
    return fromSuperTokens({ session, user }, { customerName: customers.get(session?.getTenantId()) });
  },
});
