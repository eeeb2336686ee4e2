/**
 * Who is signed in, ready for `signer.token()`; every field comes from the session that the provider's SDK verified, or
 * from the options.
 */
export type ProviderIdentity = {
  userId: string;
  customerId: string;
  customerName: string;
  userEmail: string;
  /** The email, where the name is not known. */
  userName: string;
  userAvatarUrl?: string;
};

/**
 * What you know better than the provider, from your own records: it comes before what the session says. There is no
 * `userId` among it, because that comes from the session alone. Never take any of it from the request.
 */
export interface ProviderOptions {
  /** The company that the user belongs to, if it is not the organization that is active in the session. */
  customerId?: string | undefined;
  /** The company's name. */
  customerName?: string | undefined;
  /** The user's email, if you vouch for it: it is not checked for being verified. */
  userEmail?: string | undefined;
  /** The user's name. */
  userName?: string | undefined;
  /** Where the user's picture is. */
  userAvatarUrl?: string | undefined;
  /** Takes a session in which your staff is signed in as the user, and writes in her name. Default: `false`. */
  allowImpersonation?: boolean | undefined;
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

/** What `@clerk/backend` gives, and every Clerk package that builds on it. */
export interface ClerkInput {
  /** `await auth()`, `toAuth()` of `authenticateRequest()`, or the claims that `verifyToken()` gives. */
  auth:
    | {
        readonly isAuthenticated?: boolean | undefined;
        readonly userId?: string | null | undefined;
        readonly orgId?: string | null | undefined;
        readonly actor?: object | null | undefined;
        readonly sub?: string | undefined;
        readonly sts?: string | undefined;
        readonly act?: object | undefined;
        readonly org_id?: string | undefined;
        readonly o?: { readonly id?: string | undefined } | undefined;
      }
    | null
    | undefined;
  /** `await clerkClient.users.getUser(auth.userId)`, or `await currentUser()`. */
  user:
    | {
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
      }
    | null
    | undefined;
  /** `await clerkClient.organizations.getOrganization({ organizationId: auth.orgId })`. */
  organization?: { readonly id: string; readonly name: string } | null | undefined;
}

/**
 * Gives the identity of a Clerk session, with its active organization as the customer; `undefined` if nobody is signed in.
 * @throws {FogbenderTokenError} every problem: `session_impersonated` (an actor), `organization_missing`,
 * `email_unverified`, `email_missing`, `session_mismatch` (a record of another user or organization), `field_editable`
 * (a `customerId` that stands in `unsafeMetadata`), `field_…`, `option_…`, `not_an_object`
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
  user:
    | {
        readonly userId: string;
        readonly email: string;
        readonly firstName?: string | undefined;
        readonly lastName?: string | undefined;
        readonly username?: string | undefined;
        readonly impersonatorUserId?: string | undefined;
        readonly orgIdToOrgMemberInfo?: { readonly [orgId: string]: object } | undefined;
        readonly orgIdToUserOrgInfo?: { readonly [orgId: string]: object } | undefined;
      }
    | null
    | undefined;
  /** Its `orgMemberInfo`, or `user.getActiveOrg()`. */
  orgMemberInfo: { readonly orgId: string; readonly orgName: string } | null | undefined;
  /** `await fetchUserMetadataByUserId(user.userId)`: has the picture, and whether the email is confirmed. */
  metadata?:
    | { readonly userId: string; readonly emailConfirmed: boolean; readonly pictureUrl?: string | undefined }
    | null
    | undefined;
}

/**
 * Gives the identity of a PropelAuth user in one of her organizations; `undefined` if nobody is signed in.
 * @throws {FogbenderTokenError} every problem: `session_impersonated`, `organization_missing`, `email_unverified` (which
 * only `metadata` tells), `email_missing`, `session_mismatch` (an organization that she is not in, another's metadata),
 * `field_…`, `option_…`, `not_an_object`
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
  session:
    | { getUserId(): string; getTenantId(): string; getAccessTokenPayload?(): unknown }
    | null
    | undefined;
  /** `await supertokens.getUser(session.getUserId())`. */
  user:
    | {
        readonly id: string;
        readonly emails: readonly string[];
        readonly loginMethods?:
          | readonly {
              readonly email?: string | undefined;
              readonly verified: boolean;
              readonly recipeUserId?: { getAsString(): string } | undefined;
            }[]
          | undefined;
      }
    | null
    | undefined;
}

/**
 * Gives the identity of a SuperTokens session, with its tenant as the customer; `undefined` if nobody is signed in. The
 * default tenant, `public`, is no customer, since everybody may be in it: give `customerId` if you have no other.
 * @throws {FogbenderTokenError} every problem: `session_impersonated` (the payload has `isImpersonation`, as in
 * SuperTokens' guide, or `act`), `organization_missing`, `email_unverified` (no login method has a verified one),
 * `email_missing`, `session_mismatch`, `field_…`, `option_…`, `not_an_object`
 * @example
 * ```js
 * const session = await Session.getSession(request, response, { sessionRequired: false });
 * const user = session && (await supertokens.getUser(session.getUserId()));
 * const identity = fromSuperTokens({ session, user }, { customerName: session && names[session.getTenantId()] });
 * ```
 */
export function fromSuperTokens(input: SuperTokensInput, options: CustomerNameOptions): ProviderIdentity | undefined;

/** What `better-auth` gives. */
export interface BetterAuthInput {
  /** `await auth.api.getSession({ headers })`. */
  session:
    | {
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
        };
      }
    | null
    | undefined;
  /** `await auth.api.getFullOrganization({ headers })`, of the plugin `organization`. */
  organization?: { readonly id: string; readonly name: string } | null | undefined;
}

/**
 * Gives the identity of a Better Auth session, with its active organization as the customer; `undefined` if nobody is
 * signed in.
 * @throws {FogbenderTokenError} every problem: `session_impersonated` (by the plugin `admin`), `organization_missing`,
 * `email_unverified`, `email_missing`, `session_mismatch`, `field_…`, `option_…`, `not_an_object`
 * @example
 * ```js
 * const session = await auth.api.getSession({ headers });
 * const organization = session && (await auth.api.getFullOrganization({ headers }));
 * const identity = fromBetterAuth({ session, organization });
 * ```
 */
export function fromBetterAuth(input: BetterAuthInput, options?: ProviderOptions): ProviderIdentity | undefined;

/** What `@auth/core/jwt` gives, and `next-auth/jwt`. */
export interface AuthJsInput {
  /** `await getToken({ req, secret })`. */
  token:
    | {
        readonly sub?: string | undefined;
        readonly email?: string | null | undefined;
        readonly name?: string | null | undefined;
        readonly picture?: string | null | undefined;
        readonly act?: unknown;
      }
    | null
    | undefined;
}

/**
 * Gives the identity of an Auth.js session; `undefined` if nobody is signed in. Auth.js knows no organizations and does
 * not tell whether an email is verified. Without a database adapter it makes a new `sub` at every sign-in: then set one
 * that lasts in its `jwt` callback, such as `${account.provider}:${account.providerAccountId}`.
 * @throws {FogbenderTokenError} every problem: `session_impersonated` (a claim `act`, RFC 8693 §4.1),
 * `organization_missing`, `email_missing`, `field_…`, `option_…`, `not_an_object`
 * @example
 * ```js
 * const token = await getToken({ req: request, secret: process.env.AUTH_SECRET });
 * const company = token && (await db.companyOf(token.sub));
 * const identity = fromAuthJs({ token }, { customerId: company?.id, customerName: company?.name });
 * ```
 */
export function fromAuthJs(input: AuthJsInput, options: CustomerOptions): ProviderIdentity | undefined;

/** What `@workos-inc/node` gives, and every AuthKit package that builds on it. */
export interface WorkOSInput {
  /** `await session.authenticate()` of a sealed session, or `await withAuth()`. */
  session:
    | {
        readonly authenticated?: boolean | undefined;
        readonly user?:
          | {
              readonly id: string;
              readonly email: string;
              readonly emailVerified: boolean;
              readonly firstName: string | null;
              readonly lastName: string | null;
              readonly profilePictureUrl: string | null;
            }
          | null
          | undefined;
        readonly organizationId?: string | undefined;
        readonly impersonator?: object | undefined;
      }
    | null
    | undefined;
  /** `await workos.organizations.getOrganization(session.organizationId)`. */
  organization?: { readonly id: string; readonly name: string } | null | undefined;
}

/**
 * Gives the identity of a WorkOS session, with its organization as the customer; `undefined` if nobody is signed in.
 * @throws {FogbenderTokenError} every problem: `session_impersonated`, `organization_missing`, `email_unverified`,
 * `email_missing`, `session_mismatch`, `field_…`, `option_…`, `not_an_object`
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
  claims:
    | {
        readonly sub?: string | undefined;
        readonly email?: string | undefined;
        readonly act?: unknown;
        readonly app_metadata?: object | undefined;
        readonly user_metadata?: object | undefined;
      }
    | null
    | undefined;
}

/**
 * Gives the identity of a Supabase session, with the customer that its `app_metadata` names; `undefined` if nobody is
 * signed in. Supabase's claims do not tell whether an email is verified, and the user can edit `user_metadata`: from
 * there come her name and picture, never the customer.
 * @throws {FogbenderTokenError} every problem: `session_impersonated` (a claim `act`, RFC 8693 §4.1), `field_editable` (a
 * `customerId` that stands in `user_metadata`), `organization_missing`, `email_missing`, `field_…`, `option_…`,
 * `not_an_object`
 * @example
 * ```js
 * const { data } = await supabase.auth.getClaims(accessToken);
 * const identity = fromSupabase({ claims: data?.claims }, { customerIdKey: "org_id", customerNameKey: "org_name" });
 * ```
 */
export function fromSupabase(input: SupabaseInput, options?: SupabaseOptions): ProviderIdentity | undefined;
