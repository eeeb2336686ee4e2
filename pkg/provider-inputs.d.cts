// What each provider's SDK gives: only what is read of it, so that the types of its versions fit.

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
    readonly client_id?: unknown;
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
  /** `await fetchUserMetadataByUserId(user.userId, true)`: the picture, whether the email is confirmed, her organizations today. */
  metadata?: Maybe<{
    readonly userId: string;
    readonly email?: string | undefined;
    readonly emailConfirmed: boolean;
    readonly pictureUrl?: string | undefined;
    readonly orgIdToOrgInfo?: { readonly [orgId: string]: object } | undefined;
    readonly properties?: object | undefined;
    readonly metadata?: object | undefined;
  }>;
}

/** What `supertokens-node` gives. */
export interface SuperTokensInput {
  /** `await Session.getSession(…)`. */
  session: Maybe<{ getUserId(): string; getTenantId(): string; getAccessTokenPayload?(): unknown }>;
  /** `await supertokens.getUser(session.getUserId())`. */
  user: Maybe<{
    readonly id: string;
    readonly emails: readonly string[];
    readonly tenantIds?: readonly string[] | undefined;
    readonly loginMethods?:
      | readonly {
          readonly email?: string | undefined;
          readonly verified: boolean;
          readonly recipeUserId?: { getAsString(): string } | undefined;
        }[]
      | undefined;
  }>;
}

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

// What is not exported by name is not exported.
export {};
