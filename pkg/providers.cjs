"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// js/entries/providers.js
var providers_exports = {};
__export(providers_exports, {
  fromAuthJs: () => fromAuthJs,
  fromBetterAuth: () => fromBetterAuth,
  fromClerk: () => fromClerk,
  fromPropelAuth: () => fromPropelAuth,
  fromSupabase: () => fromSupabase,
  fromSuperTokens: () => fromSuperTokens,
  fromWorkOS: () => fromWorkOS
});
module.exports = __toCommonJS(providers_exports);

// js/core/error.js
var BRAND = /* @__PURE__ */ Symbol.for("fogbender-token.error");
var FogbenderTokenError = class extends Error {
  /**
   * @param {Problem[]} problems never empty
   * @param {ErrorOptions} [options]
   */
  constructor(problems, options) {
    super(problems.map((problem2) => problem2.message).join(" "), options);
    this.code = problems[0].code;
    if (problems[0].field !== void 0) this.field = problems[0].field;
    this.problems = problems;
  }
};
Object.defineProperty(FogbenderTokenError, Symbol.hasInstance, {
  /** @param {unknown} value */
  value(value) {
    try {
      return value instanceof Error && BRAND in value && (this === FogbenderTokenError || this.prototype.isPrototypeOf(value));
    } catch {
      return false;
    }
  }
});
Object.defineProperty(FogbenderTokenError.prototype, BRAND, { value: true });
Object.defineProperty(FogbenderTokenError.prototype, "name", { value: "FogbenderTokenError", configurable: true, writable: true });
function failure(code, field, message, cause) {
  const problem2 = field === void 0 ? { code, message } : { code, field, message };
  return new FogbenderTokenError([problem2], cause === void 0 ? {} : { cause });
}

// js/core/help/api.js
var API = {
  bearer_invalid: {
    cause: "The local Fogbender was asked with another secret, or without one. Fogbender itself signs with whatever it is sent.",
    fix: "Send Authorization: Bearer and the secret that the local Fogbender was started with."
  },
  signatures_bad_response: {
    cause: "The answer is no signature, or one for another identity. Often the url is wrong.",
    fix: "Check the url. Or sign on your own backend with Signer, which needs no network."
  },
  signatures_unauthorized: {
    cause: "The answer was 401 or 403.",
    fix: "Copy the secret again from Fogbender's settings."
  },
  signatures_unreachable: {
    cause: "There is no network, the host is wrong, or the answer took too long.",
    fix: "Try again. Or sign on your own backend with Signer, which needs no network."
  }
};

// js/core/help/calls.js
var CALLS = {
  clock_missing: {
    cause: "In Rust on wasm32-unknown-unknown, the standard library cannot read the time.",
    fix: "Give the time as issued_at to sign, or as now to verify."
  },
  option_invalid: {
    cause: "An option has a value that it cannot take.",
    fix: "Read the message. It names the option and what it takes."
  },
  option_unknown: {
    cause: "The option does not exist. Often it is another library's, such as expiresIn.",
    fix: "Take one of the names that the message lists, such as expiresInSeconds."
  },
  signer_freed: {
    cause: "The signer was used after free(), or after its using block.",
    fix: "Keep one signer for the whole process, or make a new one."
  },
  time_in_milliseconds: {
    cause: "The time is about a thousand times too large. Date.now() counts milliseconds, but a JWT counts seconds (RFC 7519 \xA72).",
    fix: "Divide by 1000 and round down."
  },
  wasm_blocked: {
    cause: "The page's Content-Security-Policy forbids it, or an edge bundler took the wrong build.",
    fix: "On a page, use fogbender-token/page, which needs no WebAssembly. For an edge runtime, see docs/endpoint.md."
  },
  wasm_unavailable: {
    cause: "There is no WebAssembly (React Native), the CPU has no SIMD for it, or there is no TextEncoder (Jest's jsdom).",
    fix: "In jsdom, set TextEncoder and TextDecoder in a setup file. Elsewhere, let your backend make the token."
  }
};

// js/core/help/endpoint.js
var ENDPOINT = {
  body_not_empty: {
    cause: "The page sent data with its request. The endpoint takes none, so that nobody can choose the user.",
    fix: "Send a GET, or a POST with an empty body."
  },
  body_unreadable: {
    cause: "The request broke off, or a body parser read the body first.",
    fix: "Send a GET. Behind a body parser, set req.body to what it read."
  },
  content_type_not_json: {
    cause: "The request has a body of another type, such as a form.",
    fix: "Send a GET, or Content-Type: application/json."
  },
  cross_site_request: {
    cause: "A page of another site asks, and that page's origin is not in the option origins.",
    fix: "If the page is yours, add its origin to origins, such as https://app.example.com. If not, the request was rightly refused."
  },
  identify_failed: {
    cause: "Your function identify threw an error. The answer does not show it.",
    fix: "Look for the error in the server's log, or in what onError was given."
  },
  internal: {
    cause: "Something broke that has no code of its own.",
    fix: "Look for the error in the server's log, or in what onError was given."
  },
  method_not_allowed: {
    cause: "The request's method is not GET, HEAD, POST or OPTIONS.",
    fix: "Send a GET."
  },
  not_signed_in: {
    cause: "Your function identify gave nobody. Often the request had no cookie.",
    fix: 'Show no widget. If the user is signed in, let the page send its cookie. For another origin, this takes credentials: "include".'
  }
};

// js/core/help/fields.js
var FIELDS = {
  field_empty: {
    cause: "The field is empty or blank. Often the user's record has no such value.",
    fix: "Give a value. For a company or a user without a name, give the id or the email again."
  },
  field_forbidden: {
    cause: "The userJWT or the option claims holds sub, visitor, a time, or a field of the identity. Each has a meaning of its own.",
    fix: "Leave it out of claims. Times have their own options. With sub, Fogbender would compare nothing else."
  },
  field_invalid: {
    cause: "The field is text that cannot be right, such as an email without @ or a widgetId that is not base64url.",
    fix: "Read the message. It names the field and the rule."
  },
  field_mismatch: {
    cause: "The field was changed after signing, or your backend signs one value and the page writes another.",
    fix: "Sign and send the same value. It is best to take the whole token from your backend."
  },
  field_missing: {
    cause: "A field is not there. Often it has another name, such as email in place of userEmail.",
    fix: "Give userId, customerId, customerName, userEmail and userName. To sign fewer on purpose, give partial: true."
  },
  field_not_string: {
    cause: "The field is a number, null, a Promise or another kind of value. Fogbender compares type and value.",
    fix: "Give text. For a number, write String(id). For a Promise, write await."
  },
  field_not_well_formed: {
    cause: "The text was cut within a character, such as an emoji. In UTF-8, two different ids would become one.",
    fix: "Cut texts by characters, or give the whole text."
  },
  field_reserved: {
    cause: "Fogbender gives a meaning to this beginning. A userId with visitor- is a visitor's, for example.",
    fix: "Give another value, for example with a prefix of your own."
  },
  field_unknown: {
    cause: "This kind of token does not have the field. Often the field is misspelled.",
    fix: "Leave it out, or correct its name. Your own claims go into the option claims."
  },
  field_unresolved: {
    cause: 'The id is blank, has a control character, or is a missing value made into text, such as "undefined".',
    fix: "Find where the id is read, and answer 401 when it is missing. Otherwise all such users would be one."
  },
  not_an_object: {
    cause: "An identity, a token, options or the command line's input is another kind of value.",
    fix: "Give an object. For JSON text, write JSON.parse(text). For a Promise, write await."
  },
  not_readable: {
    cause: "Code of yours threw an error while your object was read.",
    fix: "Look at error.cause, which is what was thrown."
  },
  signature_missing: {
    cause: "The token names a user, and nothing proves that it is for her.",
    fix: "Take the token from your backend, which signs it."
  },
  token_wrapped: {
    cause: "An endpoint's whole answer was given. The token is a member of it.",
    fix: "Give answer.token."
  },
  too_large: {
    cause: "The input is far longer than any identity. Often a whole record was put into claims.",
    fix: "Leave out what does not identify the user."
  }
};

// js/core/help/secret.js
var SECRET = {
  secret_empty: {
    cause: "The environment variable is set, and it holds nothing.",
    fix: "Set FOGBENDER_SECRET to the workspace secret from Fogbender's settings."
  },
  secret_in_browser: {
    cause: "The build for browsers was asked to sign, to verify or to take a secret. It has no code that could.",
    fix: "Do it on your backend. If this is a backend, its bundler chose the wrong build. Import from fogbender-token/server."
  },
  secret_invisible: {
    cause: "A byte order mark or a zero-width space was copied with the secret.",
    fix: "Copy the secret again, without anything around it."
  },
  secret_is_jwk: {
    cause: "A key in JSON was given. A userJWT is signed with the workspace secret itself.",
    fix: "Give the workspace secret as text."
  },
  secret_is_jwt: {
    cause: "A JWT stands where the secret belongs. Often the arguments are swapped.",
    fix: "Give the JWT first and the secret second."
  },
  secret_is_pem: {
    cause: "A public or private key was given. Fogbender signs with HS256, which has no key pair.",
    fix: "Give the workspace secret, which has 32 characters."
  },
  secret_missing: {
    cause: "The secret is undefined or null, or the list of secrets is empty. Often the environment variable is unset.",
    fix: "Set FOGBENDER_SECRET where the server runs. If a build loads the file, write secret: () => process.env.FOGBENDER_SECRET."
  },
  secret_not_text: {
    cause: "The secret is another kind of value, such as a Promise, a KeyObject or a CryptoKey.",
    fix: "Give the text itself. For a Promise, write await."
  },
  secret_not_well_formed: {
    cause: "The text was cut within a character, or bytes were read as text.",
    fix: "Give the bytes as a Uint8Array, or copy the secret again."
  },
  secret_padded: {
    cause: "A file or a command added a newline, or a space was copied.",
    fix: "Trim it where it is read, for example with secret.trim()."
  },
  secret_prefixed: {
    cause: "A whole line of a .env file, or of an Authorization header, was given.",
    fix: "Give what stands behind NAME= or Bearer."
  },
  secret_quoted: {
    cause: "Docker's --env-file and some dashboards keep quotation marks as part of the value.",
    fix: "Write the secret without quotation marks."
  },
  secret_too_long: {
    cause: "Something else was given, such as a whole file.",
    fix: "Give the workspace secret alone."
  },
  secret_too_short: {
    cause: "The secret was cut, or it is the widgetId or a password. HS256 needs 32 bytes (RFC 7518 \xA73.2).",
    fix: "Copy all 32 characters. For a short secret in tests, give allowShortSecret: true."
  },
  secret_unresolved: {
    cause: "The value is a text such as ${FOGBENDER_SECRET}, op://\u2026 or @Microsoft.KeyVault(\u2026), and nothing replaced it.",
    fix: "Let your platform resolve the reference, or give the value that it stands for."
  },
  secret_unsendable: {
    cause: "requestSignatures sends the secret in an Authorization header, which takes only plain characters.",
    fix: "Copy the secret again from Fogbender's settings."
  },
  widget_id_is_secret: {
    cause: "The secret was given as the widgetId. Everyone who opens the page can read a widgetId.",
    fix: "Give the widgetId. If the page was already online, reset the secret."
  }
};

// js/core/help/session.js
var SESSION = {
  email_missing: {
    cause: "The provider's session has no email. Fogbender finds the account by it.",
    fix: "Give the user's record too, or userEmail in the options."
  },
  email_unverified: {
    cause: "The provider says that the user has not proven that the email is hers.",
    fix: "Let her verify it, or give userEmail from your own records."
  },
  field_editable: {
    cause: "The customerId or the email comes from metadata that the user can edit, so she could choose another company.",
    fix: "Take it from your own records, and keep no copy where users can write."
  },
  organization_missing: {
    cause: "The user has not chosen a company, or is not in it any more.",
    fix: "Let her choose one, or give customerId and customerName in the options."
  },
  session_anonymous: {
    cause: "The provider made an anonymous session.",
    fix: "Show the widget after she has signed up, or give allowAnonymous: true."
  },
  session_delegated: {
    cause: "The session is an API key's, an OAuth client's or a service's.",
    fix: "Take the session in which she signed in herself, or give allowDelegation: true."
  },
  session_impersonated: {
    cause: "The provider marks the session as one of support staff.",
    fix: "Show no widget, or give allowImpersonation: true."
  },
  session_mismatch: {
    cause: "The user or the organization in the input is not the session's.",
    fix: "Fetch it by the id that the session has."
  }
};

// js/core/help/user-jwt.js
var USER_JWT = {
  jwt_alg_not_allowed: {
    cause: "The JWT was signed with another algorithm, or with none.",
    fix: "Sign with HS256. Fogbender accepts no other algorithm."
  },
  jwt_crit_unknown: {
    cause: "The signing library added a header that every reader must understand. Fogbender does not.",
    fix: "Sign without crit and b64."
  },
  jwt_expired: {
    cause: "The time in exp has passed, or the clocks of the two machines differ.",
    fix: "Sign a new one. If the clocks differ, give clockToleranceSeconds, such as 30."
  },
  jwt_header_invalid: {
    cause: "The first part of the JWT is not a JSON object.",
    fix: "Sign the userJWT again, and hand it on unchanged."
  },
  jwt_malformed: {
    cause: "The text is not three parts between two dots. It was cut off, or it is something else.",
    fix: "Give the JWT alone and whole."
  },
  jwt_not_base64url: {
    cause: "Something stands around the JWT, such as Bearer, quotation marks or a newline. Or a character was changed, or the JWT was cut off.",
    fix: "Give the JWT as it was signed, and whole."
  },
  jwt_not_string: {
    cause: "The userJWT is another kind of value. Often await is missing.",
    fix: "Give the JWT as text."
  },
  jwt_not_yet_valid: {
    cause: "The time in nbf has not come, or the clocks of the two machines differ.",
    fix: "Wait. If the clocks differ, give clockToleranceSeconds, such as 30."
  },
  jwt_payload_invalid: {
    cause: "The second part of the JWT is not a JSON object. Or it has more than 256 names, more than 32 levels, or a number above 1.8e308.",
    fix: "Sign a plain object with a few texts in it."
  },
  jwt_time_invalid: {
    cause: "exp, nbf or iat is a text or another kind of value.",
    fix: "Sign times as numbers. The options for times do that."
  },
  name_repeated: {
    cause: "A name has two values, so two readers could see two users (RFC 7519 \xA74).",
    fix: "Keep one of them."
  },
  signature_mismatch: {
    cause: "Often the secret is of another workspace or environment, was reset, or was base64-decoded. Or the token was edited.",
    fix: "Ask explain, which tries the usual wrong secrets. Compare the fingerprints of both sides."
  }
};

// js/core/help.js
var HELP = { ...API, ...CALLS, ...ENDPOINT, ...FIELDS, ...SECRET, ...SESSION, ...USER_JWT };

// js/core/error-help.js
Object.defineProperty(FogbenderTokenError.prototype, "help", {
  get() {
    const { cause, fix } = HELP[this.code] ?? {};
    return cause && { cause, fix, page: `docs/errors.md#${this.code}` };
  },
  configurable: true
});

// js/core/kinds.js
function looked(look, otherwise) {
  try {
    return look();
  } catch {
    return otherwise;
  }
}
function kindOf(value) {
  if (value === null || value === void 0) return String(value);
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (typeof value === "string") return value === "" ? "an empty string" : "a string";
  if (typeof value !== "object") return `a ${typeof value}`;
  if (isArray(value)) return "an array";
  if (isPromise(value)) return "a Promise";
  const tag = looked(() => Object.prototype.toString.call(value).slice(8, -1), "");
  return BUILT_IN.has(tag) ? `a ${tag}` : "an object";
}
var BUILT_IN = /* @__PURE__ */ new Set([
  "Date",
  "Map",
  "RegExp",
  "Set",
  "WeakMap",
  "WeakSet",
  "Headers",
  "FormData",
  "Request",
  "Response",
  "Uint8Array"
]);
var isPromise = (value) => typeof value === "object" && value !== null && looked(() => typeof /** @type {{ then?: unknown }} */
value.then === "function", false);
var isArray = (value) => looked(() => Array.isArray(value), false);
var isRecord = (value) => typeof value === "object" && value !== null && !isArray(value) && !isPromise(value);
var shownName = (name) => /^[\x21-\x7e]{1,24}$/.test(name) ? name : name.length > 24 ? "(a long name)" : "(an unprintable name)";

// js/core/values.js
var LONE_SURROGATE = /\p{Surrogate}/u;
var isWellFormed = (text) => !LONE_SURROGATE.test(text);
function readable(name, read) {
  try {
    return read();
  } catch (cause) {
    throw cause instanceof FogbenderTokenError ? cause : unreadable(name, cause);
  }
}
var unreadable = (name, cause) => failure("not_readable", name, `${name} could not be read, because its own code threw an error. That error is in error.cause.`, cause);

// js/core/options.js
function readOptions(options, known) {
  const copy = /* @__PURE__ */ Object.create(null);
  if (options === void 0) return copy;
  return readable("options", () => {
    if (!isPlain(options)) throw notPlain(options, known);
    const unknown = Object.keys(options).filter((name) => !known.some((other) => other === name));
    if (unknown.length > 0) throw new FogbenderTokenError(unknown.map((name) => unknownOption(name, known)));
    return Object.assign(copy, options);
  });
}
function isPlain(value) {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}
function unknownOption(name, known) {
  const field = shownName(name);
  return { code: "option_unknown", field, message: `${field} is not an option here. The options are: ${known.join(", ")}.` };
}
function notPlain(options, known) {
  const hint2 = isPromise(options) ? " Did you forget await?" : "";
  return failure(
    "not_an_object",
    "options",
    `options must be a plain object with ${known.join(", ")}, and it is ${kindOf(options)}.${hint2}`
  );
}

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
var FIELDS2 = (
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
  const known = [...FIELDS2, ...keys, ...PERMISSIONS];
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
        writable(session, SESSION2, auth?.options?.session?.additionalFields),
        writable(organization, ORGANIZATION, organizationFields(auth)),
        opened(organization?.metadata)
      ]
    };
  }
);
var NOT_SHOWN = "Nothing shows that the user still is in the session's organization. Give organization, which auth.api.getOrganization() gives, or member, which auth.api.getActiveMember() gives.";
var USER = ["id", "email", "emailVerified", "createdAt", "updatedAt"];
var SESSION2 = ["id", "userId", "activeOrganizationId", "activeTeamId", "impersonatedBy"];
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
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  fromAuthJs,
  fromBetterAuth,
  fromClerk,
  fromPropelAuth,
  fromSupabase,
  fromSuperTokens,
  fromWorkOS
});
