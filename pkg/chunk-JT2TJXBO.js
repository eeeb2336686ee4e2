var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
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

// js/core/error.js
var BRAND = /* @__PURE__ */ Symbol.for("fogbender-token.error");
var FogbenderTokenError = class extends Error {
  /**
   * @param {Problem[]} problems never empty
   * @param {ErrorOptions} [options]
   */
  constructor(problems, options) {
    super(problems.map((problem) => problem.message).join(" "), options);
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
  const problem = field === void 0 ? { code, message } : { code, field, message };
  return new FogbenderTokenError([problem], cause === void 0 ? {} : { cause });
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
var MAX_LENGTH = 65536;
function within(name, text) {
  if (text.length <= MAX_LENGTH) return text;
  throw failure(
    "too_large",
    name,
    `${name} is too long, because a userJWT has at most 65,536 characters. Leave out what does not identify the user.`
  );
}

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
function fill(options, blank, problems) {
  if (options === void 0) return blank;
  const filled = (
    /** @type {Record<string, unknown>} */
    blank
  );
  try {
    if (!isPlain(options)) {
      problems.push(...notPlain(options, Object.keys(blank)).problems);
      return blank;
    }
    for (const name of Object.keys(options)) {
      if (Object.hasOwn(blank, name)) filled[name] = options[name];
      else problems.push(unknownOption(name, Object.keys(blank)));
    }
  } catch (cause) {
    throw unreadable("options", cause);
  }
  return blank;
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
  const hint = isPromise(options) ? " Did you forget await?" : "";
  return failure(
    "not_an_object",
    "options",
    `options must be a plain object with ${known.join(", ")}, and it is ${kindOf(options)}.${hint}`
  );
}
function seconds(name, value, problems, other = "") {
  if (value === void 0) return NaN;
  if (typeof value === "number" && !Number.isNaN(value)) return value;
  const way = kindOf(value) === "a Date" ? ` ${/In|Before/.test(name) ? FROM_NOW : SINCE_1970}` : "";
  problems.push({
    code: "option_invalid",
    field: name,
    message: `${name} must be a number of seconds${other}, and it is ${kindOf(value)}.${way}`
  });
  return NaN;
}
var SINCE_1970 = "Write Math.floor(date.getTime() / 1000).";
var FROM_NOW = "Write the seconds from now, Math.floor((date.getTime() - Date.now()) / 1000).";

export {
  __esm,
  __export,
  __toCommonJS,
  FogbenderTokenError,
  failure,
  kindOf,
  isPromise,
  isRecord,
  shownName,
  isWellFormed,
  readable,
  unreadable,
  within,
  readOptions,
  fill,
  isPlain,
  seconds
};
