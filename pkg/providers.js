import {
  FogbenderTokenError,
  isPromise,
  isRecord,
  isWellFormed,
  kindOf,
  readOptions,
  readable,
  shownName
} from "./chunk-JT2TJXBO.js";

// js/providers/texts.js
var isText = (value) => typeof value === "string" && value.trim() !== "" && isWellFormed(value);
var isPicture = (value) => isText(value) && /^https?:\/\/\S+$/i.test(value);
var fullName = (user) => [user?.firstName, user?.lastName].filter(isText).join(" ");
function holds(value, text) {
  if (typeof value === "object" && value !== null) return Object.values(value).some((member) => holds(member, text));
  return value !== void 0 && value !== null && String(value) === text;
}

// js/providers/rules.js
var NOT_IN_PERSON = (
  /** @type {const} */
  [
    [
      "isImpersonated",
      "session_impersonated",
      "allowImpersonation",
      "Somebody of your staff is signed in as this user. Show no widget, or give allowImpersonation: true."
    ],
    [
      "isDelegated",
      "session_delegated",
      "allowDelegation",
      "An app or a machine acts for this user, and she is not there herself. Take her own session, or give allowDelegation: true."
    ],
    [
      "isAnonymous",
      "session_anonymous",
      "allowAnonymous",
      "This user is anonymous, so nobody knows who she is. Let her sign up, or give allowAnonymous: true."
    ]
  ]
);
var PERMISSIONS = NOT_IN_PERSON.map(([, , option]) => option);
function identityOf(facts, options, noUser2) {
  const person = personProblems(facts, options);
  if (isNothing(facts.userId)) refuse(person.length > 0 ? person : [problem("field_missing", "userId", noUser2)]);
  const known = (field) => options[field] ?? (isNothing(facts[field]) ? void 0 : facts[field]);
  const found = {
    userId: facts.userId,
    customerId: known("customerId"),
    customerName: known("customerName"),
    userEmail: known("userEmail")
  };
  refuse([
    ...person,
    ...recordProblems(facts),
    ...textProblems(found),
    ...companyProblems(found, facts, options),
    ...emailProblems(found, facts, options)
  ]);
  const identity = (
    /** @type {ProviderIdentity} */
    found
  );
  identity.userName = options.userName ?? (facts.userNames ?? []).find(isText) ?? identity.userEmail;
  const picture = options.userAvatarUrl ?? facts.userAvatarUrl;
  if (isPicture(picture)) identity.userAvatarUrl = picture;
  return identity;
}
var personProblems = (facts, options) => NOT_IN_PERSON.flatMap(
  ([fact, code, option, message]) => facts[fact] && options[option] !== true ? [problem(code, "userId", message)] : []
);
var recordProblems = (facts) => Object.entries(facts.foreign ?? {}).filter(([, isForeign]) => isForeign).map(([name]) => problem("session_mismatch", name, `${name} does not belong to the session. Fetch it by the id that the session has.`));
var textProblems = (found) => Object.entries(found).filter(([, value]) => value !== void 0 && typeof value !== "string").map(([field, value]) => problem("field_not_string", field, `${field} must be text, and it is ${kindOf(value)}.`));
function companyProblems({ customerId, customerName }, facts, options) {
  if (isEditable("customerId", facts, options) || customerId === void 0 && facts.isMisplaced) return [editable("customerId")];
  if (customerId === void 0) {
    const usual = "The session has no active organization. Let the user choose one, or give customerId and customerName in the options.";
    return [problem("organization_missing", "customerId", facts.organizationHint ?? usual)];
  }
  if (customerId === facts.customerId && facts.isMember === false) {
    const usual = "The user is not in the session's organization any more. Let her choose another one.";
    return [problem("organization_missing", "customerId", facts.organizationHint ?? usual)];
  }
  if (customerName !== void 0) return [];
  return [
    problem(
      "field_missing",
      "customerName",
      "The company's name is absent. Give the organization's record, or customerName in the options."
    )
  ];
}
function emailProblems({ userEmail }, facts, options) {
  if (userEmail === void 0) {
    return [problem("email_missing", "userEmail", "There is no email. Give the user's record in the input, or userEmail in the options.")];
  }
  if (options.userEmail !== void 0) return isEditable("userEmail", facts, options) ? [editable("userEmail")] : [];
  if (facts.isVerified === true) return [];
  const usual = "The email is not verified, so it may be another person's. Let her verify it, or give userEmail from your own records.";
  return [problem("email_unverified", "userEmail", facts.emailHint ?? usual)];
}
function isEditable(field, facts, options) {
  const trusted = [facts.userId, facts.customerId, facts.userEmail, facts.trusted];
  const given = options[field];
  return given !== void 0 && holds(facts.editable, given) && !holds(trusted, given);
}
var editable = (field) => problem("field_editable", field, `${field} stands where the user can write it. Take it from your own records, and keep no copy there.`);
var isNothing = (value) => value === void 0 || value === null || value === "";
var problem = (code, field, message) => ({ code, field, message });
function refuse(problems) {
  if (problems.length > 0) throw new FogbenderTokenError(problems);
}

// js/providers/provider.js
var FIELDS = (
  /** @type {const} */
  ["customerId", "customerName", "userEmail", "userName", "userAvatarUrl"]
);
function provider(session, takes, read, keys = []) {
  return (input, options) => readable("input", () => {
    const problems = inputProblems(input, takes, session);
    const given = readGiven(options, keys, problems);
    if (problems.length > 0) throw new FogbenderTokenError(problems);
    const facts = input[session] == null ? void 0 : read(
      /** @type {Parameters<typeof read>[0]} */
      input,
      given
    );
    if (facts === void 0) return void 0;
    return identityOf(
      /** @type {Facts} */
      { __proto__: null, ...facts },
      given,
      noUser(input[session], session, takes[session])
    );
  });
}
function inputProblems(input, takes, session) {
  const names = Object.keys(takes).join(", ");
  if (!isRecord(input)) {
    return [problem("not_an_object", "input", `The input must be { ${names} }, and it is ${kindOf(input)}.${hint(input)}`)];
  }
  if (!(session in input)) {
    return [problem("field_missing", session, `The input has no ${session}. Give { ${names} }, where ${session} is ${takes[session]}.`)];
  }
  const wrong = Object.keys(takes).filter((name) => input[name] != null && !isRecord(input[name]));
  const unknown = Object.keys(input).filter((name) => !Object.hasOwn(takes, name));
  return [
    ...wrong.map(
      (name) => problem("not_an_object", name, `${name} must be ${takes[name]}, and it is ${kindOf(input[name])}.${hint(input[name])}`)
    ),
    ...unknown.map((name) => problem("field_unknown", shownName(name), `${shownName(name)} is not known here. The input is { ${names} }.`))
  ];
}
function readGiven(options, keys, problems) {
  const known = [...FIELDS, ...keys, ...PERMISSIONS];
  let given;
  try {
    given = readOptions(options, known);
  } catch (error) {
    if (!(error instanceof FogbenderTokenError)) throw error;
    problems.push(...error.problems);
    given = isRecord(options) ? options : {};
  }
  const values = (
    /** @type {Record<string, unknown>} */
    given
  );
  for (const name of known) {
    const rule = PERMISSIONS.some((other) => other === name) ? PERMISSION : name === "userAvatarUrl" ? PICTURE : TEXT;
    if (values[name] === void 0 || rule.holds(values[name])) continue;
    problems.push(problem("option_invalid", name, `${name} must be ${rule.words}, and it is ${rule.kind(values[name])}.`));
  }
  return given;
}
var PERMISSION = { holds: (value) => typeof value === "boolean", words: "true or false", kind: kindOf };
var TEXT = { holds: isText, words: "text that is not empty", kind: kindOf };
var PICTURE = {
  holds: isPicture,
  words: "a URL that begins with https:// or http://",
  kind: (value) => isText(value) ? "a string that begins otherwise" : kindOf(value)
};
function noUser(value, session, what) {
  const deeper = isRecord(value) && isRecord(value[session]) ? ` It holds a member ${session}. Give that one.` : "";
  return `${session} names no user. It must be ${what}. Did you forget await?${deeper}`;
}
function hint(value) {
  if (isPromise(value)) return " Did you forget await?";
  return typeof value === "function" ? " Did you forget to call it?" : "";
}

// js/providers/auth-js.js
var fromAuthJs = provider("token", { token: "what getToken() gives" }, ({ token }) => ({
  userId: token.sub,
  userEmail: token.email,
  // Auth.js does not know. A jwt callback may copy what the sign-in's profile says.
  isVerified: token.email_verified !== false,
  userNames: [token.name],
  userAvatarUrl: token.picture,
  isImpersonated: token.act != null
}));

// js/providers/better-auth.js
var fromBetterAuth = provider(
  "session",
  {
    session: "what auth.api.getSession() gives",
    organization: "what auth.api.getOrganization(), or getFullOrganization(), gives for the session's headers",
    member: "what auth.api.getActiveMember() gives",
    auth: "your betterAuth()"
  },
  ({ session: { session, user }, organization, member, auth }) => {
    const activeId = session?.activeOrganizationId;
    const isListed = organization?.members?.some(({ userId }) => userId === user?.id) ?? true;
    return {
      userId: user?.id,
      userEmail: user?.email,
      isVerified: user?.emailVerified === true,
      userNames: [user?.name],
      userAvatarUrl: user?.image,
      customerId: activeId,
      customerName: organization?.name,
      isMember: member != null || organization != null && isListed,
      organizationHint: activeId == null ? void 0 : NOT_SHOWN,
      isImpersonated: session?.impersonatedBy != null,
      isAnonymous: user?.isAnonymous === true,
      foreign: {
        organization: organization && organization.id !== activeId,
        member: member && (member.organizationId !== activeId || member.userId !== user?.id)
      },
      editable: [
        writable(user, USER, auth?.options?.user?.additionalFields),
        writable(session, SESSION, auth?.options?.session?.additionalFields),
        writable(organization, ORGANIZATION, organizationFields(auth)),
        opened(organization?.metadata)
      ]
    };
  }
);
var NOT_SHOWN = "Nothing shows that the user still is in the session's organization. Give organization, which auth.api.getOrganization() gives, or member, which auth.api.getActiveMember() gives.";
var USER = ["id", "email", "emailVerified", "createdAt", "updatedAt"];
var SESSION = ["id", "userId", "activeOrganizationId", "activeTeamId", "impersonatedBy"];
var ORGANIZATION = ["id", "name", "slug", "logo", "createdAt", "members", "invitations", "teams"];
var writable = (record, own, declared) => Object.entries(record ?? {}).flatMap(([name, value]) => own.includes(name) || declared?.[name]?.input === false ? [] : [value]);
var organizationFields = (auth) => (
  /** @type {OrganizationOptions | undefined} */
  auth?.options?.plugins?.find(({ id }) => id === "organization")?.options?.schema?.organization?.additionalFields
);
function opened(metadata) {
  try {
    return JSON.parse(String(metadata));
  } catch {
    return metadata;
  }
}

// js/providers/clerk.js
var fromClerk = provider(
  "auth",
  {
    auth: "what auth(), or toAuth() of authenticateRequest(), gives",
    user: "what users.getUser(auth.userId) gives",
    organization: "what organizations.getOrganization({ organizationId: auth.orgId }) gives"
  },
  ({ auth, user, organization }) => {
    const { userId = auth.sub, orgId = auth.o?.id ?? auth.org_id, actor = auth.act, sessionStatus = auth.sts } = auth;
    const { tokenType = "session_token" } = auth;
    const isDelegated = tokenType !== "session_token" || auth.client_id != null || String(userId).startsWith("mch_");
    if (auth.isAuthenticated === false || sessionStatus === "pending" || userId === null && !isDelegated) return void 0;
    const email = user?.primaryEmailAddress;
    return {
      userId,
      userEmail: email?.emailAddress,
      isVerified: email?.verification?.status === "verified",
      userNames: [user?.fullName, user?.username],
      userAvatarUrl: user?.imageUrl,
      customerId: orgId,
      customerName: organization?.name,
      isImpersonated: actor != null,
      isDelegated,
      foreign: { user: user && user.id !== userId, organization: organization && organization.id !== orgId },
      editable: user?.unsafeMetadata,
      trusted: [user?.publicMetadata, user?.privateMetadata]
    };
  }
);

// js/providers/propelauth.js
var fromPropelAuth = provider(
  "user",
  {
    user: "what validateAccessTokenAndGetUser\u2026() gives",
    orgMemberInfo: "what validateAccessTokenAndGetUserWithOrgInfo() gives, or user.getActiveOrg()",
    metadata: "what fetchUserMetadataByUserId(user.userId, true) gives"
  },
  ({ user, orgMemberInfo, metadata }) => {
    const signedInBy = user.loginMethod?.loginMethod;
    const organizations = user.orgIdToOrgMemberInfo ?? user.orgIdToUserOrgInfo ?? user.orgIdToOrgInfo ?? {};
    return {
      userId: user.userId,
      // The access token may be older than a change of the email; what is confirmed is the metadata's.
      userEmail: metadata?.email ?? user.email,
      isVerified: metadata?.emailConfirmed === true,
      emailHint: metadata ? void 0 : NOT_KNOWN,
      userNames: [fullName(user), user.username],
      userAvatarUrl: metadata?.pictureUrl,
      customerId: orgMemberInfo?.orgId,
      customerName: orgMemberInfo?.orgName,
      // Newer than the access token, if the organizations were fetched too.
      isMember: metadata?.orgIdToOrgInfo && Object.hasOwn(metadata.orgIdToOrgInfo, String(orgMemberInfo?.orgId)),
      isImpersonated: user.impersonatorUserId != null || signedInBy === "impersonation",
      // A token that a backend made for her, or the record that validateApiKey() gives: an access token has no emailConfirmed.
      isDelegated: signedInBy === "generated_from_backend_api" || user.emailConfirmed !== void 0,
      foreign: {
        orgMemberInfo: orgMemberInfo && !Object.hasOwn(organizations, orgMemberInfo.orgId),
        metadata: metadata && metadata.userId !== user.userId
      },
      editable: [user.properties, metadata?.properties],
      trusted: [user.metadata, metadata?.metadata, orgMemberInfo?.orgMetadata, orgMemberInfo?.legacyOrgId]
    };
  }
);
var NOT_KNOWN = "Nothing shows that the email is confirmed. Give metadata, which fetchUserMetadataByUserId(user.userId, true) gives.";

// js/providers/supabase.js
var fromSupabase = provider(
  "claims",
  { claims: "data.claims of what getClaims() gives" },
  ({ claims }, { customerIdKey = "customer_id", customerNameKey = "customer_name" }) => {
    const { app_metadata: app, user_metadata: own } = (
      /** @type {{ [name: string]: Metadata | undefined }} */
      claims
    );
    return {
      userId: claims.sub,
      userEmail: claims.email,
      // Supabase's claims do not tell. A hook may add email_verified; the one in user_metadata is the user's to write.
      isVerified: claims.email_verified !== false,
      userNames: [own?.full_name, own?.name],
      userAvatarUrl: own?.avatar_url ?? own?.picture,
      customerId: app?.[customerIdKey],
      customerName: app?.[customerNameKey],
      organizationHint: whereToLook(
        /** @type {Metadata} */
        claims[customerIdKey]
      ),
      isImpersonated: claims.act != null,
      isDelegated: claims.client_id != null,
      isAnonymous: claims.is_anonymous === true,
      editable: own,
      trusted: app,
      isMisplaced: own?.[customerIdKey] != null
    };
  },
  ["customerIdKey", "customerNameKey"]
);
var whereToLook = (besides) => `app_metadata does not name the customer${besides == null ? "" : ", but the claims themselves do"}. Give ${besides == null ? "customerIdKey and customerNameKey, or " : ""}customerId and customerName in the options.`;

// js/providers/supertokens.js
var fromSuperTokens = provider(
  "session",
  { session: "what getSession() gives", user: "what getUser(session.getUserId()) gives" },
  ({ session, user }) => {
    const userId = session.getUserId?.();
    const tenantId = session.getTenantId?.();
    const payload = (
      /** @type {Record<string, unknown> | undefined} */
      session.getAccessTokenPayload?.()
    );
    const verified = user?.loginMethods?.find(({ email, verified: verified2 }) => verified2 === true && email);
    const isHers = ({ recipeUserId }) => recipeUserId?.getAsString?.() === userId;
    return {
      userId,
      userEmail: verified?.email ?? user?.emails?.[0],
      isVerified: verified !== void 0,
      // Whoever is in no other tenant is in this one: as a customer, it would let strangers read each other's rooms.
      customerId: tenantId === "public" ? void 0 : tenantId,
      isMember: user?.tenantIds?.includes(tenantId),
      // The name that SuperTokens' guide gives to the claim, and RFC 8693's.
      isImpersonated: payload?.isImpersonation === true || payload?.act != null,
      foreign: { user: user && user.id !== userId && !user.loginMethods?.some(isHers) }
    };
  }
);

// js/providers/workos.js
var fromWorkOS = provider(
  "session",
  {
    session: "what authenticate() of the sealed session gives",
    organization: "what organizations.getOrganization(session.organizationId) gives"
  },
  ({ session: { authenticated, authenticationMethod, user, organizationId, impersonator }, organization }) => {
    if (authenticated === false || user === null) return void 0;
    return {
      userId: user?.id,
      userEmail: user?.email,
      isVerified: user?.emailVerified === true,
      userNames: [user?.name, fullName(user)],
      userAvatarUrl: user?.profilePictureUrl,
      customerId: organizationId,
      customerName: organization?.name,
      isImpersonated: impersonator != null || authenticationMethod === "Impersonation",
      // Another app has signed in for her, with what her company's identity provider gave to it.
      isDelegated: authenticationMethod === "CrossAppAuth",
      foreign: { organization: organization && organization.id !== organizationId }
    };
  }
);
export {
  fromAuthJs,
  fromBetterAuth,
  fromClerk,
  fromPropelAuth,
  fromSupabase,
  fromSuperTokens,
  fromWorkOS
};
