import type {
  AuthJsInput,
  BetterAuthInput,
  ClerkInput,
  PropelAuthInput,
  SupabaseInput,
  SuperTokensInput,
  WorkOSInput,
} from "./provider-inputs.js";

export type * from "./provider-inputs.js";

/**
 * Who is signed in, ready for `signer.token()`. Every field comes from the session that the provider's SDK verified, or
 * from the options.
 */
export type ProviderIdentity = {
  userId: string;
  customerId: string;
  customerName: string;
  userEmail: string;
  /** The email, if there is no name. */
  userName: string;
  /** An address that begins with `https://` or `http://`; absent if there is none. */
  userAvatarUrl?: string;
};

/**
 * What you know better than the provider, from your own records: it comes before what the session says. There is no
 * `userId` here: that comes from the session alone. Never take any of it from the request.
 */
export interface ProviderOptions {
  /** The company that the user belongs to, if it is not the organization that is active in the session. */
  customerId?: string | undefined;
  /** The company's name. */
  customerName?: string | undefined;
  /** The user's email, if you know that it is hers: whether it is verified is then not asked. */
  userEmail?: string | undefined;
  /** The user's name. */
  userName?: string | undefined;
  /** The address of the user's picture. It begins with `https://` or `http://`. */
  userAvatarUrl?: string | undefined;
  /** Takes a session in which your staff is signed in as the user. Default: `false`. */
  allowImpersonation?: boolean | undefined;
  /** Takes a token with which an app or a machine acts for the user. Default: `false`. */
  allowDelegation?: boolean | undefined;
  /** Takes a user who has not said who she is. Default: `false`. */
  allowAnonymous?: boolean | undefined;
}

/** For providers that do not know the user's company. */
export interface CustomerOptions extends ProviderOptions {
  customerId: string | undefined;
  customerName: string | undefined;
}

/** For providers that know the company's id, and not its name. */
export interface CustomerNameOptions extends ProviderOptions {
  customerName: string | undefined;
}

/** Where in `app_metadata` Supabase has the user's company. */
export interface SupabaseOptions extends ProviderOptions {
  /** Default: `customer_id`. */
  customerIdKey?: string | undefined;
  /** Default: `customer_name`. */
  customerNameKey?: string | undefined;
}

/**
 * Gives the identity of a Clerk session, with its active organization as the customer; `undefined` if nobody is signed in.
 * @throws {FogbenderTokenError} every problem: `session_impersonated` (an actor), `session_delegated` (an API key, a
 * machine's or an OAuth token), `session_mismatch`, `organization_missing`, `email_missing`, `email_unverified`,
 * `field_editable` (`customerId` or `userEmail` from `unsafeMetadata`), `field_…`, `option_…`, `not_an_object`
 * @example
 * ```js
 * const auth = (await clerk.authenticateRequest(request)).toAuth();
 * const user = auth?.userId ? await clerk.users.getUser(auth.userId) : undefined;
 * const organization = auth?.orgId ? await clerk.organizations.getOrganization({ organizationId: auth.orgId }) : undefined;
 * const identity = fromClerk({ auth, user, organization });
 * ```
 */
export function fromClerk(input: ClerkInput, options?: ProviderOptions): ProviderIdentity | undefined;

/**
 * Gives the identity of a PropelAuth user in one of her organizations; `undefined` if nobody is signed in.
 * @throws {FogbenderTokenError} every problem: `session_impersonated`, `session_delegated` (an API key's user, a token that
 * your backend made), `session_mismatch` (an organization that is not in her token, another's metadata),
 * `organization_missing` (also if the metadata has her organizations, and not this one), `email_missing`, `email_unverified`
 * (also without `metadata`, which alone tells), `field_editable` (`customerId` or `userEmail` from the user's properties),
 * `field_…`, `option_…`, `not_an_object`
 * @example
 * ```js
 * const { user, orgMemberInfo } = await validateAccessTokenAndGetUserWithOrgInfo(authorization, { orgId });
 * const metadata = await fetchUserMetadataByUserId(user.userId, true);
 * const identity = fromPropelAuth({ user, orgMemberInfo, metadata });
 * ```
 */
export function fromPropelAuth(input: PropelAuthInput, options?: ProviderOptions): ProviderIdentity | undefined;

/**
 * Gives the identity of a SuperTokens session, with its tenant as the customer; `undefined` if nobody is signed in. The
 * default tenant, `public`, is no customer, because everybody may be in it: give `customerId` if you have no other.
 * @throws {FogbenderTokenError} every problem: `session_impersonated` (the payload has `isImpersonation`, as in
 * SuperTokens' guide, or `act`), `session_mismatch`, `organization_missing` (also if she is not in the tenant any more),
 * `email_missing`, `email_unverified` (no login method has a verified one), `field_…`, `option_…`, `not_an_object`
 * @example
 * ```js
 * const session = await Session.getSession(request, response, { sessionRequired: false });
 * const user = session && (await supertokens.getUser(session.getUserId()));
 * const identity = fromSuperTokens({ session, user }, { customerName: session && names[session.getTenantId()] });
 * ```
 */
export function fromSuperTokens(input: SuperTokensInput, options: CustomerNameOptions): ProviderIdentity | undefined;

/**
 * Gives the identity of a Better Auth session, with its active organization as the customer; `undefined` if nobody is
 * signed in.
 * @throws {FogbenderTokenError} every problem: `session_impersonated` (by the plugin `admin`), `session_anonymous` (by the
 * plugin `anonymous`), `session_mismatch`, `organization_missing` (also if nothing shows that she still is a member),
 * `email_missing`, `email_unverified`, `field_editable` (`customerId` or `userEmail` from a field that she can write),
 * `field_…`, `option_…`, `not_an_object`
 * @example
 * ```js
 * const session = await auth.api.getSession({ headers });
 * const organization = session && (await auth.api.getOrganization({ headers }).catch(() => null));
 * const identity = fromBetterAuth({ session, organization });
 * ```
 */
export function fromBetterAuth(input: BetterAuthInput, options?: ProviderOptions): ProviderIdentity | undefined;

/**
 * Gives the identity of an Auth.js session; `undefined` if nobody is signed in. Auth.js knows no organizations. It does not
 * tell whether an email is verified: copy `email_verified` of the sign-in's profile into the token, in the `jwt` callback.
 * Without a database adapter it makes a new `sub` at every sign-in: then set one that lasts in the same callback, such as
 * `${account.provider}:${account.providerAccountId}`.
 * @throws {FogbenderTokenError} every problem: `session_impersonated` (a claim `act`, RFC 8693 §4.1),
 * `organization_missing`, `email_missing`, `email_unverified` (`email_verified` is `false`), `field_…`, `option_…`,
 * `not_an_object`
 * @example
 * ```js
 * const secureCookie = request.headers.get("cookie")?.includes("__Secure-authjs.session-token");
 * const token = await getToken({ req: request, secret: process.env.AUTH_SECRET, secureCookie });
 * const company = token && (await db.companyOf(token.sub));
 * const identity = fromAuthJs({ token }, { customerId: company?.id, customerName: company?.name });
 * ```
 */
export function fromAuthJs(input: AuthJsInput, options: CustomerOptions): ProviderIdentity | undefined;

/**
 * Gives the identity of a WorkOS session, with its organization as the customer; `undefined` if nobody is signed in.
 * @throws {FogbenderTokenError} every problem: `session_impersonated`, `session_delegated` (another app signed in for her),
 * `session_mismatch`, `organization_missing`, `email_missing`, `email_unverified`, `field_…`, `option_…`, `not_an_object`
 * @example
 * ```js
 * const session = await workos.userManagement.loadSealedSession({ sessionData, cookiePassword }).authenticate();
 * const organization = session.organizationId && (await workos.organizations.getOrganization(session.organizationId));
 * const identity = fromWorkOS({ session, organization });
 * ```
 */
export function fromWorkOS(input: WorkOSInput, options?: ProviderOptions): ProviderIdentity | undefined;

/**
 * Gives the identity of a Supabase session, with the customer that its `app_metadata` names; `undefined` if nobody is
 * signed in. The user can write `user_metadata`: only her name and picture come from there. Supabase's claims do not tell
 * whether an email is verified: keep "Confirm email" on in your project.
 * @throws {FogbenderTokenError} every problem: `session_impersonated` (a claim `act`, RFC 8693 §4.1), `session_delegated`
 * (an OAuth client's token), `session_anonymous`, `field_editable` (`customerId` or `userEmail` from `user_metadata`),
 * `organization_missing`, `email_missing`, `email_unverified` (a hook of yours set `email_verified` to `false`), `field_…`,
 * `option_…`, `not_an_object`
 * @example
 * ```js
 * const { data } = await supabase.auth.getClaims(accessToken);
 * const identity = fromSupabase({ claims: data?.claims }, { customerIdKey: "org_id", customerNameKey: "org_name" });
 * ```
 */
export function fromSupabase(input: SupabaseInput, options?: SupabaseOptions): ProviderIdentity | undefined;
