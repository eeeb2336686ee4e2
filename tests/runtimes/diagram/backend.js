// The app's backend: the examples, each with its provider's SDK.
import { GET as Clerk } from "../../../examples/providers/clerk.js";
import { GET as PropelAuth } from "../../../examples/providers/propelauth.js";
import { GET as SuperTokens } from "../../../examples/providers/supertokens.js";

const endpoints = { Clerk, PropelAuth, SuperTokens };

export default {
  fetch(request) {
    const [, provider, way] = new URL(request.url).pathname.split("/").map(decodeURIComponent);
    return endpoints[provider][way](request);
  },
};
