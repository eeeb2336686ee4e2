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

/** What an SDK gives if it has it. */
type Maybe<T> = T | null | undefined;

/** What `@clerk/backend` gives, and every Clerk package that builds on it. */
export interface ClerkInput {
  /** `await auth()`, `toAuth()` of `authenticateRequest()`, or the claims that `verifyToken()` gives. */
  auth: Maybe<{
    readonly isAuthenticated?: boolean | undefined;
    readonly tokenType?: string | null | undefined;
    readonly userId?: string | null | undefined;
    readonly orgId?: string | null | undefined;
    readonly actor?: object | null | undefined;
    readonly sessionStatus?: string | null | undefined;
    readonly sub?: string | undefined;
    readonly sts?: string | undefined;
    readonly act?: object | undefined;
    readonly org_id?: string | undefined;
    readonly o?: { readonly id?: string | undefined } | undefined;
  }>;
  /** `await clerkClient.users.getUser(auth.userId)`, or `await currentUser()`. */
  user: Maybe<{
    readonly id: string;
    readonly primaryEmailAddress: {
      readonly emailAddress: string;
      readonly verification: { readonly status: string } | null;
    } | null;
    readonly fullName: string | null;
    readonly username: string | null;
    readonly imageUrl: string;
    readonly unsafeMetadata?: object | undefined;
    readonly publicMetadata?: object | undefined;
    readonly privateMetadata?: object | undefined;
  }>;
  /** `await clerkClient.organizations.getOrganization({ organizationId: auth.orgId })`. */
  organization?: Maybe<{ readonly id: string; readonly name: string }>;
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

/** What `@propelauth/node` gives, and every PropelAuth package that builds on it. */
export interface PropelAuthInput {
  /** `user` of `await validateAccessTokenAndGetUserWithOrgInfo(…)`, or `await validateAccessTokenAndGetUserClass(…)`. */
  user: Maybe<{
    readonly userId: string;
    readonly email: string;
    readonly firstName?: string | undefined;
    readonly lastName?: string | undefined;
    readonly username?: string | undefined;
    readonly impersonatorUserId?: string | undefined;
    readonly loginMethod?: { readonly loginMethod: string } | undefined;
    readonly emailConfirmed?: boolean | undefined;
    readonly properties?: object | undefined;
    readonly metadata?: object | undefined;
    readonly orgIdToOrgMemberInfo?: { readonly [orgId: string]: object } | undefined;
    readonly orgIdToUserOrgInfo?: { readonly [orgId: string]: object } | undefined;
    readonly orgIdToOrgInfo?: { readonly [orgId: string]: object } | undefined;
  }>;
  /** Its `orgMemberInfo`, or `user.getActiveOrg()`. */
  orgMemberInfo: Maybe<{
    readonly orgId: string;
    readonly orgName: string;
    readonly orgMetadata?: object | undefined;
    readonly legacyOrgId?: string | undefined;
  }>;
  /** `await fetchUserMetadataByUserId(user.userId)`: the picture, and whether the email is confirmed. */
  metadata?: Maybe<{
    readonly userId: string;
    readonly email?: string | undefined;
    readonly emailConfirmed: boolean;
    readonly pictureUrl?: string | undefined;
    readonly properties?: object | undefined;
    readonly metadata?: object | undefined;
  }>;
}

/**
 * Gives the identity of a PropelAuth user in one of her organizations; `undefined` if nobody is signed in.
 * @throws {FogbenderTokenError} every problem: `session_impersonated`, `session_delegated` (an API key's user, a token that
 * your backend made), `session_mismatch` (an organization that she is not in, another's metadata), `organization_missing`,
 * `email_missing`, `email_unverified` (also without `metadata`, which alone tells), `field_editable` (`customerId` or
 * `userEmail` from the user's properties), `field_…`, `option_…`, `not_an_object`
 * @example
 * ```js
 * const { user, orgMemberInfo } = await validateAccessTokenAndGetUserWithOrgInfo(authorization, { orgId });
 * const metadata = await fetchUserMetadataByUserId(user.userId);
 * const identity = fromPropelAuth({ user, orgMemberInfo, metadata });
 * ```
 */
export function fromPropelAuth(input: PropelAuthInput, options?: ProviderOptions): ProviderIdentity | undefined;

/** What `supertokens-node` gives. */
export interface SuperTokensInput {
  /** `await Session.getSession(…)`. */
  session: Maybe<{ getUserId(): string; getTenantId(): string; getAccessTokenPayload?(): unknown }>;
  /** `await supertokens.getUser(session.getUserId())`. */
  user: Maybe<{
    readonly id: string;
    readonly emails: readonly string[];
    readonly loginMethods?:
      | readonly {
          readonly email?: string | undefined;
          readonly verified: boolean;
          readonly recipeUserId?: { getAsString(): string } | undefined;
        }[]
      | undefined;
  }>;
}

/**
 * Gives the identity of a SuperTokens session, with its tenant as the customer; `undefined` if nobody is signed in. The
 * default tenant, `public`, is no customer, because everybody may be in it: give `customerId` if you have no other.
 * @throws {FogbenderTokenError} every problem: `session_impersonated` (the payload has `isImpersonation`, as in
 * SuperTokens' guide, or `act`), `session_mismatch`, `organization_missing`, `email_missing`, `email_unverified` (no login
 * method has a verified one), `field_…`, `option_…`, `not_an_object`
 * @example
 * ```js
 * const session = await Session.getSession(request, response, { sessionRequired: false });
 * const user = session && (await supertokens.getUser(session.getUserId()));
 * const identity = fromSuperTokens({ session, user }, { customerName: session && names[session.getTenantId()] });
 * ```
 */
export function fromSuperTokens(input: SuperTokensInput, options: CustomerNameOptions): ProviderIdentity | undefined;

/** The fields that you declared for a table of Better Auth's. */
type BetterAuthFields = { readonly additionalFields?: { readonly [name: string]: { readonly input?: boolean | undefined } } | undefined };

/** What `better-auth` gives. */
export interface BetterAuthInput {
  /** `await auth.api.getSession({ headers })`. */
  session: Maybe<{
    readonly session: {
      readonly userId: string;
      readonly activeOrganizationId?: string | null | undefined;
      readonly impersonatedBy?: string | null | undefined;
    };
    readonly user: {
      readonly id: string;
      readonly email: string;
      readonly emailVerified: boolean;
      readonly name: string;
      readonly image?: string | null | undefined;
      readonly isAnonymous?: boolean | null | undefined;
    };
  }>;
  /**
   * `await auth.api.getOrganization({ headers })`, or `getFullOrganization`: they refuse whoever is no member any more.
   * Never a record that you read from the database yourself.
   */
  organization?: Maybe<{
    readonly id: string;
    readonly name: string;
    readonly metadata?: unknown;
    readonly members?: readonly { readonly userId: string }[] | undefined;
  }>;
  /** `await auth.api.getActiveMember({ headers })`, in place of the organization, or if its list of members is cut off. */
  member?: Maybe<{ readonly userId: string; readonly organizationId: string }>;
  /** Your `betterAuth()`: give it if `customerId` comes from one of your fields with `input: false`. */
  auth?: Maybe<{
    readonly options: {
      readonly user?: BetterAuthFields | undefined;
      readonly session?: BetterAuthFields | undefined;
      readonly plugins?: readonly { readonly id: string; readonly options?: unknown }[] | undefined;
    };
  }>;
}

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

/** What `@auth/core/jwt` gives, and `next-auth/jwt` of versions 4 and 5. */
export interface AuthJsInput {
  /** `await getToken({ req, secret, secureCookie })`. */
  token: Maybe<{
    readonly sub?: string | undefined;
    readonly email?: string | null | undefined;
    readonly name?: string | null | undefined;
    readonly picture?: string | null | undefined;
    readonly email_verified?: unknown;
    readonly act?: unknown;
  }>;
}

/**
 * Gives the identity of an Auth.js session; `undefined` if nobody is signed in. Auth.js knows no organizations, and does
 * not tell whether an email is verified: let only those sign in whose email is, or copy the profile's `email_verified`
 * into the token. Without a database adapter it makes a new `sub` at every sign-in: then set one that lasts in its `jwt`
 * callback, such as `${account.provider}:${account.providerAccountId}`.
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

/** What `@workos-inc/node` gives, and every AuthKit package that builds on it. */
export interface WorkOSInput {
  /** `await session.authenticate()` of a sealed session, or `await withAuth()`. */
  session: Maybe<{
    readonly authenticated?: boolean | undefined;
    readonly authenticationMethod?: string | undefined;
    readonly user?:
      | {
          readonly id: string;
          readonly email: string;
          readonly emailVerified: boolean;
          readonly name?: string | null | undefined;
          readonly firstName: string | null;
          readonly lastName: string | null;
          readonly profilePictureUrl: string | null;
        }
      | null
      | undefined;
    readonly organizationId?: string | undefined;
    readonly impersonator?: object | undefined;
  }>;
  /** `await workos.organizations.getOrganization(session.organizationId)`. */
  organization?: Maybe<{ readonly id: string; readonly name: string }>;
}

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

/** What `@supabase/auth-js` gives, and `@supabase/supabase-js`. */
export interface SupabaseInput {
  /** `data?.claims` of `await supabase.auth.getClaims()`. */
  claims: Maybe<{
    readonly sub?: string | undefined;
    readonly email?: string | undefined;
    readonly email_verified?: unknown;
    readonly is_anonymous?: boolean | undefined;
    readonly client_id?: unknown;
    readonly act?: unknown;
    readonly app_metadata?: object | undefined;
    readonly user_metadata?: object | undefined;
  }>;
}

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
