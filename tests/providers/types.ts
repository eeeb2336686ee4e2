// What the SDKs' own types give must be taken as it is; an unused @ts-expect-error is an error itself.
import { getToken } from "@auth/core/jwt";
import { createClerkClient, verifyToken } from "@clerk/backend";
import * as clerk1 from "clerk-backend-1";
import * as clerk2 from "clerk-backend-2";
import { initBaseAuth } from "@propelauth/node";
import { AuthClient } from "@supabase/auth-js";
import { WorkOS } from "@workos-inc/node";
import { betterAuth } from "better-auth";
import { admin, anonymous, organization as organizationPlugin } from "better-auth/plugins";
import * as nextAuth4 from "next-auth/jwt";
import supertokens from "supertokens-node";
import Session from "supertokens-node/recipe/session";
import {
  fromAuthJs,
  fromBetterAuth,
  fromClerk,
  fromPropelAuth,
  fromSupabase,
  fromSuperTokens,
  fromWorkOS,
  type ProviderIdentity,
} from "fogbender-token/providers";
import type { Identity, Signer } from "../../pkg/index.js";

declare const request: Request;
declare const token: string;

export function signing(signer: Signer, identity: ProviderIdentity | undefined) {
  // @ts-expect-error nobody may be signed in
  signer.token(identity, { widgetId: "dzAw" });
  if (identity === undefined) return undefined;
  const whole: Identity = identity;
  return [whole, signer.token(identity, { widgetId: "dzAw" })];
}

export async function clerk(): Promise<(ProviderIdentity | undefined)[]> {
  const client = createClerkClient({});
  const auth = (await client.authenticateRequest(request)).toAuth();
  const user = auth?.userId ? await client.users.getUser(auth.userId) : undefined;
  const organization = auth?.orgId ? await client.organizations.getOrganization({ organizationId: auth.orgId }) : undefined;
  const claims = await verifyToken(token, {});
  const anyToken = (await client.authenticateRequest(request, { acceptsToken: "any" })).toAuth();
  // @ts-expect-error await is forgotten
  fromClerk({ auth: client.authenticateRequest(request), user, organization });
  // @ts-expect-error await is forgotten
  fromClerk({ auth, user: client.users.getUser("user_alice"), organization });
  // @ts-expect-error the user is forgotten
  fromClerk({ auth });
  // @ts-expect-error the request is no session
  fromClerk(request);
  return [
    fromClerk({ auth, user, organization }),
    fromClerk({ auth, user }, { customerId: "C1", customerName: "Netflix", allowImpersonation: true }),
    fromClerk({ auth: claims, user, organization }),
    fromClerk({ auth: anyToken, user, organization }),
  ];
}

export async function olderClerk() {
  const first = clerk1.createClerkClient({});
  const second = clerk2.createClerkClient({});
  const organization = await second.organizations.getOrganization({ organizationId: "org_netflix" });
  return [
    fromClerk({ auth: (await first.authenticateRequest(request)).toAuth(), user: await first.users.getUser("user_alice") }),
    fromClerk({ auth: await clerk1.verifyToken(token, {}), user: await first.users.getUser("user_alice") }),
    fromClerk({ auth: (await second.authenticateRequest(request)).toAuth(), user: await second.users.getUser("user_alice"), organization }),
  ];
}

export async function propelAuth() {
  const auth = initBaseAuth({ authUrl: "https://auth.example.com", apiKey: "" });
  const { user, orgMemberInfo } = await auth.validateAccessTokenAndGetUserWithOrgInfo(token, {});
  const metadata = await auth.fetchUserMetadataByUserId(user.userId);
  const userClass = await auth.validateAccessTokenAndGetUserClass(token);
  const key = await auth.validateApiKey(token);
  // @ts-expect-error await is forgotten
  fromPropelAuth(auth.validateAccessTokenAndGetUserWithOrgInfo(token, {}));
  // @ts-expect-error the organization is forgotten
  fromPropelAuth({ user });
  return [
    fromPropelAuth(await auth.validateAccessTokenAndGetUserWithOrgInfo(token, {})),
    fromPropelAuth({ user, orgMemberInfo, metadata }),
    fromPropelAuth({ user: userClass, orgMemberInfo: userClass.getActiveOrg() }),
    fromPropelAuth({ user: key.user, orgMemberInfo: key.userInOrg, metadata }, { allowDelegation: true }),
  ];
}

export async function superTokens(names: Map<string, string>) {
  const session = await Session.getSessionWithoutRequestResponse(token, undefined, { sessionRequired: false });
  const user = session && (await supertokens.getUser(session.getUserId()));
  // @ts-expect-error SuperTokens does not know the tenant's name
  fromSuperTokens({ session, user });
  // @ts-expect-error await is forgotten
  fromSuperTokens({ session: Session.getSessionWithoutRequestResponse(token), user }, { customerName: "Netflix" });
  return fromSuperTokens({ session, user }, { customerName: session && names.get(session.getTenantId()) });
}

export async function betterAuthWithPlugins(headers: Headers) {
  const auth = betterAuth({
    user: { additionalFields: { company: { type: "string", input: false } } },
    plugins: [organizationPlugin(), admin(), anonymous()],
  });
  const session = await auth.api.getSession({ headers });
  const organization = await auth.api.getFullOrganization({ headers });
  const plain = await betterAuth({}).api.getSession({ headers });
  // @ts-expect-error await is forgotten
  fromBetterAuth({ session: auth.api.getSession({ headers }), organization });
  // @ts-expect-error getSession gives the user beside the session
  fromBetterAuth({ session: session?.session, organization });
  return [
    fromBetterAuth({ session, organization, auth }),
    fromBetterAuth({ session, organization: await auth.api.getOrganization({ headers }) }),
    fromBetterAuth({ session, member: await auth.api.getActiveMember({ headers }) }, { customerName: "Netflix", allowAnonymous: true }),
    fromBetterAuth({ session: plain }, { customerId: "C1", customerName: "Netflix" }),
  ];
}

export async function authJs(company: { id: string; name: string } | undefined) {
  const token = await getToken({ req: request, secret: "secret" });
  // @ts-expect-error Auth.js does not know the customer
  fromAuthJs({ token });
  // @ts-expect-error the customer needs a name
  fromAuthJs({ token }, { customerId: "C1" });
  const options = { customerId: company?.id, customerName: company?.name };
  const older = await nextAuth4.getToken({ req: { headers: {}, cookies: {} } as never, secret: "secret" });
  return [fromAuthJs({ token }, options), fromAuthJs({ token: older }, options)];
}

export async function workOS() {
  const client = new WorkOS("", { clientId: "" });
  const sealed = client.userManagement.loadSealedSession({ sessionData: "", cookiePassword: "" });
  const session = await sealed.authenticate();
  const organization =
    session.authenticated && session.organizationId ? await client.organizations.getOrganization(session.organizationId) : undefined;
  // @ts-expect-error await is forgotten
  fromWorkOS({ session: sealed.authenticate(), organization });
  // @ts-expect-error authenticate() is forgotten
  fromWorkOS({ session: sealed, organization });
  // @ts-expect-error the userId comes from the session
  fromWorkOS({ session, organization }, { userId: "bob" });
  return fromWorkOS({ session, organization }, { userEmail: undefined });
}

export async function supabase() {
  const auth = new AuthClient({ url: "" });
  const { data } = await auth.getClaims(token);
  // @ts-expect-error the claims are a member of data
  fromSupabase({ claims: auth.getClaims(token) });
  // @ts-expect-error only Supabase has keys
  fromWorkOS({ session: null }, { customerIdKey: "org_id" });
  return fromSupabase({ claims: data?.claims }, { customerIdKey: "org_id", customerNameKey: "org_name" });
}
