import {
  FogbenderTokenError,
  bare,
  failure
} from "./chunk-QFNKGY4N.js";

// js/providers/provider.js
var TEXTS = ["customerId", "customerName", "userEmail", "userName", "userAvatarUrl"];
function provider(takes, read, keys = []) {
  const [session] = Object.keys(takes);
  const checked = (input, options) => {
    refuse([...inputProblems(input, takes, session), ...optionProblems(options, [...TEXTS, ...keys])]);
    const facts = input[session] == null ? void 0 : read(input, options);
    if (facts === void 0) return void 0;
    if (facts.userId == null || facts.userId === "") {
      refuse([problem("field_missing", "userId", `${session} names no user. It must be ${takes[session]}: did you forget await?`)]);
    }
    return identity(bare(facts), options);
  };
  return (input, options = {}) => {
    try {
      return checked(input, isRecord(options) ? bare(options) : options);
    } catch (cause) {
      if (isOurs(cause)) throw cause;
      throw failure("not_readable", "input", "The input could not be read: a getter, a method or a Proxy of its own threw, or it is not what the SDK gives.", cause);
    }
  };
}
function isOurs(thrown) {
  try {
    return thrown instanceof FogbenderTokenError;
  } catch {
    return false;
  }
}
function inputProblems(input, takes, session) {
  const shape = `The input must be { ${Object.keys(takes).join(", ")} }`;
  if (!isRecord(input)) return [problem("not_an_object", "input", `${shape}, and it is ${kind(input)}`)];
  if (!(session in input)) {
    return [problem("field_missing", session, `${shape}, and ${session} is absent. It must be ${takes[session]}: did you forget await?`)];
  }
  const misspelt = Object.keys(input).find((name) => !Object.hasOwn(takes, name));
  return [
    ...Object.entries(takes).filter(([name]) => input[name] != null && !isRecord(input[name])).map(([name, what]) => problem("not_an_object", name, `${name} must be ${what}, and it is ${kind(input[name])}`)),
    ...misspelt === void 0 ? [] : [problem("field_unknown", shown(misspelt), `${shape}, and it has ${shown(misspelt)}.`)]
  ];
}
function optionProblems(options, texts) {
  if (!isRecord(options)) return [problem("not_an_object", "options", `options must be an object, and it is ${kind(options)}`)];
  return Object.entries(options).flatMap(([name, value]) => {
    if (name !== "allowImpersonation" && !texts.includes(name)) {
      return problem("option_unknown", shown(name), `${shown(name)} is not an option here; these are: ${texts.join(", ")}, allowImpersonation.`);
    }
    if (value === void 0) return [];
    if (name === "allowImpersonation") {
      return typeof value === "boolean" ? [] : problem("option_invalid", name, `${name} must be true or false.`);
    }
    return typeof value === "string" && value !== "" ? [] : problem("option_invalid", name, `${name} must be a string that is not empty.`);
  });
}
function identity(facts, options) {
  const [customerId, customerName, userEmail, userName = userEmail, userAvatarUrl] = TEXTS.map(
    (field) => options[field] ?? (facts[field] === "" ? void 0 : facts[field] ?? void 0)
  );
  const result = { userId: facts.userId, customerId, customerName, userEmail, userName };
  if (userAvatarUrl !== void 0) result.userAvatarUrl = userAvatarUrl;
  const problems = [];
  const add = (code, field, message) => problems.push(problem(code, field, message));
  for (const [field, value] of Object.entries(result)) {
    if (value !== void 0 && typeof value !== "string") add("field_not_string", field, `${field} must be a string, and it is ${kind(value)}`);
  }
  for (const [name, isForeign] of Object.entries(facts.foreign ?? {})) {
    if (isForeign) add("session_mismatch", name, `${name} is not the session's: fetch it by the id that the session has.`);
  }
  if (facts.isImpersonated && options.allowImpersonation !== true) {
    add(
      "session_impersonated",
      "userId",
      "Somebody else is signed in as this user and would write in her name: show no widget, or give allowImpersonation: true."
    );
  }
  if (facts.isEditable) {
    add(
      "field_editable",
      "customerId",
      "customerId is from metadata that the user can edit: take it from metadata that only your backend writes, or from your own records."
    );
  } else if (customerId === void 0) {
    add(
      "organization_missing",
      "customerId",
      "The session has no active organization: let the user choose one, or give customerId and customerName in the options."
    );
  } else if (customerName === void 0) {
    add("field_missing", "customerName", "The organization's name is absent: give its record in the input, or customerName in the options.");
  }
  if (userEmail === void 0) {
    add("email_missing", "userEmail", "There is no email: give the user's record in the input, or userEmail in the options.");
  } else if (facts.isUnverified && options.userEmail === void 0) {
    add(
      "email_unverified",
      "userEmail",
      "The email is not verified, so it may be somebody else's: let the user verify it, or give one that you vouch for as userEmail in the options."
    );
  }
  refuse(problems);
  return result;
}
var isIn = (id, editable, trusted) => id != null && holds(editable, id) && !holds(trusted, id);
var holds = (value, id) => value === id || typeof value === "object" && value !== null && Object.values(value).some((member) => holds(member, id));
var fullName = ({ firstName, lastName }) => [firstName, lastName].filter(Boolean).join(" ");
var isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value) && typeof value.then !== "function";
function kind(value) {
  if (typeof value?.then === "function") return "a Promise: did you forget await?";
  if (typeof value === "function") return "a function: did you forget to call it?";
  if (Array.isArray(value)) return "an array.";
  return value === null || value === void 0 ? `${value}.` : `of type ${typeof value}.`;
}
var shown = (name) => name.length > 24 ? "(a long name)" : name;
var problem = (code, field, message) => ({ code, field, message });
function refuse(problems) {
  if (problems.length > 0) throw new FogbenderTokenError(problems);
}

// js/providers/auth-js.js
var fromAuthJs = provider({ token: "what getToken() gives" }, ({ token }) => ({
  userId: token.sub,
  userEmail: token.email,
  userName: token.name,
  userAvatarUrl: token.picture,
  isImpersonated: token.act != null
}));

// js/providers/better-auth.js
var fromBetterAuth = provider(
  { session: "what auth.api.getSession() gives", organization: "what auth.api.getFullOrganization() gives" },
  ({ session: { session, user }, organization }) => ({
    userId: user?.id,
    userEmail: user?.email,
    isUnverified: user?.emailVerified === false,
    userName: user?.name,
    userAvatarUrl: user?.image,
    customerId: session?.activeOrganizationId,
    customerName: organization?.name,
    isImpersonated: session?.impersonatedBy != null,
    foreign: { organization: organization && organization.id !== session?.activeOrganizationId }
  })
);

// js/providers/clerk.js
var fromClerk = provider(
  {
    auth: "what auth(), or toAuth() of authenticateRequest(), gives",
    user: "what users.getUser(auth.userId) gives",
    organization: "what organizations.getOrganization({ organizationId: auth.orgId }) gives"
  },
  ({ auth, user, organization }, options) => {
    const { userId = auth.sub, orgId = auth.o?.id ?? auth.org_id, actor = auth.act } = auth;
    if (userId === null || auth.isAuthenticated === false || auth.sts === "pending") return void 0;
    const email = user?.primaryEmailAddress;
    return {
      userId,
      userEmail: email?.emailAddress,
      isUnverified: email?.verification?.status !== "verified",
      userName: user?.fullName || user?.username,
      userAvatarUrl: user?.imageUrl,
      customerId: orgId,
      customerName: organization?.name,
      isImpersonated: actor != null,
      isEditable: isIn(options.customerId, user?.unsafeMetadata, [orgId, user?.publicMetadata, user?.privateMetadata]),
      foreign: { user: user && user.id !== userId, organization: organization && organization.id !== orgId }
    };
  }
);

// js/providers/propelauth.js
var fromPropelAuth = provider(
  {
    user: "what validateAccessTokenAndGetUser\u2026() gives",
    orgMemberInfo: "what validateAccessTokenAndGetUserWithOrgInfo() gives, or user.getActiveOrg()",
    metadata: "what fetchUserMetadataByUserId(user.userId) gives"
  },
  ({ user, orgMemberInfo, metadata }) => ({
    userId: user.userId,
    userEmail: user.email,
    isUnverified: metadata?.emailConfirmed === false,
    userName: fullName(user) || user.username,
    userAvatarUrl: metadata?.pictureUrl,
    customerId: orgMemberInfo?.orgId,
    customerName: orgMemberInfo?.orgName,
    isImpersonated: user.impersonatorUserId != null,
    foreign: {
      orgMemberInfo: orgMemberInfo && !Object.hasOwn(user.orgIdToOrgMemberInfo ?? user.orgIdToUserOrgInfo ?? {}, orgMemberInfo.orgId),
      metadata: metadata && metadata.userId !== user.userId
    }
  })
);

// js/providers/supabase.js
var fromSupabase = provider(
  { claims: "data.claims of what getClaims() gives" },
  ({ claims }, { customerIdKey = "customer_id", customerNameKey = "customer_name", ...options }) => {
    const { sub, email, act, app_metadata: app, user_metadata: own } = claims;
    const customerId = app?.[customerIdKey];
    return {
      userId: sub,
      userEmail: email,
      userName: own?.full_name,
      userAvatarUrl: own?.avatar_url,
      customerId,
      customerName: app?.[customerNameKey],
      isImpersonated: act != null,
      isEditable: isIn(options.customerId ?? (customerId == null ? own?.[customerIdKey] : void 0), own, [app])
    };
  },
  ["customerIdKey", "customerNameKey"]
);

// js/providers/supertokens.js
var fromSuperTokens = provider(
  { session: "what getSession() gives", user: "what getUser(session.getUserId()) gives" },
  ({ session, user }) => {
    const userId = session.getUserId?.();
    const tenantId = session.getTenantId?.();
    const payload = session.getAccessTokenPayload?.();
    const verified = user?.loginMethods?.find(({ email, verified: verified2 }) => verified2 && email);
    const isHers = ({ recipeUserId }) => recipeUserId?.getAsString?.() === userId;
    return {
      userId,
      userEmail: verified?.email ?? user?.emails?.[0],
      isUnverified: user?.loginMethods !== void 0 && !verified,
      // Whoever is in no other tenant is in this one: as a customer, it would let strangers read each other's rooms.
      customerId: tenantId === "public" ? void 0 : tenantId,
      // The name that SuperTokens' guide gives to the claim, and RFC 8693's.
      isImpersonated: payload?.isImpersonation === true || payload?.act != null,
      foreign: { user: user && user.id !== userId && !user.loginMethods?.some(isHers) }
    };
  }
);

// js/providers/workos.js
var fromWorkOS = provider(
  {
    session: "what authenticate() of the sealed session gives",
    organization: "what organizations.getOrganization(session.organizationId) gives"
  },
  ({ session: { authenticated, user, organizationId, impersonator }, organization }) => {
    if (authenticated === false || user === null) return void 0;
    return {
      userId: user?.id,
      userEmail: user?.email,
      isUnverified: user?.emailVerified === false,
      userName: user && fullName(user),
      userAvatarUrl: user?.profilePictureUrl,
      customerId: organizationId,
      customerName: organization?.name,
      isImpersonated: impersonator != null,
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
