import {
  FogbenderTokenError
} from "./chunk-YABZV6SV.js";

// js/core/help/api.js
var API = {
  bearer_invalid: {
    says: "The Authorization header must be the word Bearer, one space and the secret.",
    cause: "The local Fogbender was asked with another secret, or without one. Fogbender itself signs with whatever it is sent.",
    fix: "Send Authorization: Bearer and the secret that the local Fogbender was started with."
  },
  signatures_bad_response: {
    says: "The signatures API answered with \u2026",
    cause: "The answer is no signature, or one for another identity. Often the url is wrong.",
    fix: "Check the url. Or sign on your own backend with Signer, which needs no network."
  },
  signatures_unauthorized: {
    says: "The signatures API refused the secret \u2026",
    cause: "The answer was 401 or 403.",
    fix: "Copy the secret again from Fogbender's settings."
  },
  signatures_unreachable: {
    says: "The signatures API did not answer \u2026",
    cause: "There is no network, the host is wrong, or the answer took too long.",
    fix: "Try again, or sign on your own backend with Signer, which needs no network."
  }
};

// js/core/help/calls.js
var CALLS = {
  clock_missing: {
    says: "This target has no clock.",
    cause: "In Rust on wasm32-unknown-unknown, the standard library cannot read the time.",
    fix: "Give the time: issued_at when you sign, now when you verify."
  },
  option_invalid: {
    says: "\u2026 must be a number of seconds, 0 or more.",
    cause: "An option has a value that it cannot take.",
    fix: "Read the message: it names the option and what it takes."
  },
  option_unknown: {
    says: "\u2026 is not an option here.",
    cause: "The option does not exist. Often it is another library's, such as expiresIn.",
    fix: "Take one of the names that the message lists, such as expiresInSeconds."
  },
  signer_freed: {
    says: "The signer was freed.",
    cause: "The signer was used after free(), or after its using block.",
    fix: "Keep one signer for the whole process, or make a new one."
  },
  time_in_milliseconds: {
    says: "\u2026 looks like milliseconds.",
    cause: "The time is about a thousand times too large. Date.now() counts milliseconds; a JWT counts seconds (RFC 7519 \xA72).",
    fix: "Divide by 1000 and round down."
  },
  wasm_blocked: {
    says: "WebAssembly could not be compiled here\u2026",
    cause: "The page's Content-Security-Policy forbids it, an edge bundler took the wrong build, or the CPU has no SIMD.",
    fix: "On a page, use fogbender-token/page, which needs no WebAssembly. For an edge runtime, see docs/endpoint.md."
  },
  wasm_unavailable: {
    says: "This environment has no \u2026",
    cause: "There is no WebAssembly (React Native), or no TextEncoder (Jest's jsdom).",
    fix: "In jsdom, set TextEncoder and TextDecoder in a setup file. Elsewhere, let your backend make the token."
  }
};

// js/core/help/endpoint.js
var ENDPOINT = {
  body_not_empty: {
    says: "The body must be empty or {}, because only the session says who is signed in.",
    cause: "The page sent data with its request. The endpoint takes none, so that nobody can choose the user.",
    fix: "Send a GET, or a POST with an empty body."
  },
  body_unreadable: {
    says: "The body did not arrive whole, or is not UTF-8.",
    cause: "The request broke off, or a body parser read the body first.",
    fix: "Send a GET. Behind a body parser, set req.body to what it read."
  },
  content_type_not_json: {
    says: "The Content-Type must be application/json.",
    cause: "The request has a body of another type, such as a form.",
    fix: "Send a GET, or Content-Type: application/json."
  },
  cross_site_request: {
    says: "The request comes from another site, which is not listed in origins.",
    cause: "The browser says that a page of another site asks, and that page's origin is not in the option origins.",
    fix: "If the page is yours, add its origin to origins, such as https://app.example.com. If not, do nothing: the request was refused."
  },
  identify_failed: {
    says: "The function identify threw an error, so nobody knows who is signed in.",
    cause: "Your function identify threw an error. The answer does not show it.",
    fix: "Look into the server's log, or at what onError was given."
  },
  internal: {
    says: "The signature could not be made.",
    cause: "Something broke that has no code of its own.",
    fix: "Look into the server's log, or at what onError was given."
  },
  method_not_allowed: {
    says: "Only \u2026 are answered here.",
    cause: "The request's method is not GET, HEAD, POST or OPTIONS.",
    fix: "Send a GET."
  },
  not_signed_in: {
    says: "Nobody is signed in.",
    cause: "Your function identify gave nobody. Often the request had no cookie.",
    fix: 'Show no widget. If the user is signed in, see that the page sends its cookie: credentials: "include" for another origin.'
  }
};

// js/core/help/fields.js
var FIELDS = {
  field_empty: {
    says: "\u2026 is the empty string.",
    cause: "The field is there, and it is empty or blank. Often the user's record has no such value.",
    fix: "Give a value. For a company or a user without a name, give the id or the email again."
  },
  field_forbidden: {
    says: "sub must not be in a userJWT.",
    cause: "The userJWT or the option claims holds sub, visitor, a time, or a field of the identity. Each has a meaning of its own.",
    fix: "Leave it out of claims. Times have their own options; sub would switch off Fogbender's other checks."
  },
  field_invalid: {
    says: "\u2026 has no @, and Fogbender's login crashes on it.",
    cause: "The field has the right type and a value that cannot be right, such as an email without @ or a widgetId that is not base64url.",
    fix: "Read the message: it names the field and the rule."
  },
  field_mismatch: {
    says: "\u2026 in the token is \u2026, and signed is \u2026. Sign what you send.",
    cause: "The field was changed after signing, or your backend signs one value and the page writes another.",
    fix: "Sign what you send: take the whole token from your backend, or use the same value on both sides."
  },
  field_missing: {
    says: "\u2026 is required and absent.",
    cause: "A field is not there. Often it has another name, such as email in place of userEmail.",
    fix: "Give all five: userId, customerId, customerName, userEmail, userName. To sign fewer on purpose, give partial: true."
  },
  field_not_string: {
    says: "\u2026 must be a string, and it is \u2026",
    cause: "The field is a number, null, a Promise or another kind of value. Fogbender compares type and value.",
    fix: "Give text: String(id) for a number, await for a Promise."
  },
  field_not_well_formed: {
    says: "\u2026 holds a lone surrogate\u2026",
    cause: "The text was cut within a character, such as an emoji. In UTF-8, two different ids would become one.",
    fix: "Cut texts by characters, or give the whole text."
  },
  field_reserved: {
    says: "\u2026 begins with visitor-, which marks a visitor at Fogbender.",
    cause: "Fogbender gives a meaning to this beginning: visitor- of a userId, and $Cust_Internal_ or $Cust_External_ of a customerName.",
    fix: "Give another value, for example with a prefix of your own."
  },
  field_unknown: {
    says: "\u2026 is not a field of \u2026",
    cause: "The token has a field that its kind of token does not have. Often it is spelled in another way.",
    fix: "Leave it out, or correct its name. Claims of your own go into the option claims."
  },
  field_unresolved: {
    says: "\u2026 is blank, has control characters, or is the text of a value that was missing.",
    cause: 'A missing value was made into text, such as "undefined". All such users would be one.',
    fix: "Find where the id is read, and answer 401 when it is missing."
  },
  not_an_object: {
    says: "\u2026 must be a JSON object, and it is \u2026",
    cause: "An identity, a token, options or the command line's input is another kind of value.",
    fix: "Give an object. For JSON text, write JSON.parse(text); for a Promise, await."
  },
  not_readable: {
    says: "\u2026 could not be read, because its own code threw an error.",
    cause: "Code of yours threw an error while your object was read.",
    fix: "Look at error.cause, which is what was thrown."
  },
  signature_missing: {
    says: "userJWT is absent, and so is every other signature.",
    cause: "The token names a user, and nothing vouches for her.",
    fix: "Take the token from your backend, which signs it."
  },
  token_wrapped: {
    says: "What was given is not a token: it has \u2026",
    cause: "An endpoint's whole answer was given. The token is a member of it.",
    fix: "Give answer.token."
  },
  too_large: {
    says: "\u2026 is too long: a userJWT has at most 65,536 characters.",
    cause: "The input is far longer than any identity. Often a whole record was put into claims.",
    fix: "Leave out what does not identify the user."
  }
};

// js/core/help/page.js
var PAGE = {
  endpoint_aborted: {
    says: "The request for the token was aborted.",
    cause: "Its signal aborted it.",
    fix: "Do nothing when the page has moved on. Otherwise ask again."
  },
  endpoint_failed: {
    says: "Your token endpoint answered with status \u2026",
    cause: "Your endpoint answered with an error that is not in this package's form.",
    fix: "Read the status and the words in the message, and the endpoint's log."
  },
  endpoint_not_json: {
    says: "Your token endpoint answered with \u2026 instead of JSON.",
    cause: "Your endpoint answered with HTML, or with nothing. Often it is a login page or the app's own index.html.",
    fix: "Check its address, and let it answer 401 when nobody is signed in."
  },
  endpoint_unreachable: {
    says: "Your token endpoint did not answer\u2026",
    cause: "There is no network, the host is wrong, CORS or the Content-Security-Policy forbids it, or a gateway answered 502, 503 or 504.",
    fix: "Ask again when the network is back. If it never answers, look at the request in the browser's developer tools."
  },
  token_mismatch: {
    says: "\u2026 is not what the page expects.",
    cause: "Your endpoint gave a token for another widget, company or user than the option expect says.",
    fix: "Load the page again: the session has changed, perhaps in another tab. For widgetId, compare the endpoint's with the page's."
  },
  token_missing: {
    says: "Your token endpoint answered \u2026 without a token.",
    cause: "The answer has signatures alone, or nothing.",
    fix: 'Give createSignaturesHandler a widgetId, or answer with {"token": createToken(\u2026)}.'
  }
};

// js/core/help/secret.js
var SECRET = {
  secret_empty: {
    says: "The secret is empty.",
    cause: "The environment variable is set, and it holds nothing.",
    fix: "Set FOGBENDER_SECRET to the workspace secret from Fogbender's settings."
  },
  secret_in_browser: {
    says: "The secret must never be in a browser\u2026",
    cause: "The build for browsers was asked to sign, to verify or to take a secret. It holds no code that could.",
    fix: "Do it on your backend. If this is a backend, its bundler chose the browser build: import from fogbender-token/server."
  },
  secret_invisible: {
    says: "The secret has an invisible character\u2026",
    cause: "A byte order mark or a zero-width space was copied with the secret.",
    fix: "Copy the secret again, and write it without anything around it."
  },
  secret_is_jwk: {
    says: "The secret is JSON, such as a JWK.",
    cause: "A key in JSON was given. A userJWT is signed with the workspace secret itself.",
    fix: "Give the workspace secret as text."
  },
  secret_is_jwt: {
    says: "The secret is a JWT.",
    cause: "A JWT stands where the secret belongs. Often the arguments are swapped.",
    fix: "Give the JWT first and the secret second."
  },
  secret_is_pem: {
    says: "The secret is a PEM block.",
    cause: "A public or private key was given. Fogbender signs with HS256, which has no key pair.",
    fix: "Give the workspace secret, which has 32 characters."
  },
  secret_missing: {
    says: "There is no secret.",
    cause: "The secret is undefined or null, or the list of secrets is empty. Often the environment variable is unset in this environment.",
    fix: "Set FOGBENDER_SECRET where the server runs. Where a build loads the file, give a function: secret: () => process.env.FOGBENDER_SECRET."
  },
  secret_not_text: {
    says: "The secret must be a string or a Uint8Array\u2026",
    cause: "The secret is another kind of value, such as a Promise, a KeyObject or a CryptoKey.",
    fix: "Give the text itself. For a Promise, write await."
  },
  secret_not_well_formed: {
    says: "The secret holds half a character (a lone surrogate).",
    cause: "The text was cut within a character, or bytes were read as text.",
    fix: "Give the bytes as a Uint8Array, or copy the secret again."
  },
  secret_padded: {
    says: "The secret begins or ends with whitespace\u2026",
    cause: "A file or a command added a newline, or a space was copied.",
    fix: "Trim it where it is read, for example secret.trim()."
  },
  secret_prefixed: {
    says: "The secret has something before it: NAME= or Bearer.",
    cause: "A whole line of a .env file, or of an Authorization header, was given.",
    fix: "Give what stands behind NAME= or Bearer."
  },
  secret_quoted: {
    says: "The secret has quotation marks around it.",
    cause: "Docker's --env-file and some dashboards keep quotation marks as part of the value.",
    fix: "Write the secret without quotation marks."
  },
  secret_too_long: {
    says: "The secret has more than 4096 bytes.",
    cause: "Something else was given, such as a whole file.",
    fix: "Give the workspace secret alone."
  },
  secret_too_short: {
    says: "The secret has fewer than 32 bytes\u2026",
    cause: "The secret was cut, or it is the widgetKey or a password. HS256 needs 32 bytes (RFC 7518 \xA73.2).",
    fix: "Copy all 32 characters. In tests, a short secret is taken with allowShortSecret: true."
  },
  secret_unresolved: {
    says: "The secret is a placeholder or a reference that nobody resolved.",
    cause: "The value is a text such as ${FOGBENDER_SECRET}, op://\u2026 or @Microsoft.KeyVault(\u2026), and nothing replaced it.",
    fix: "Let your platform resolve the reference, or give the value that it stands for."
  },
  secret_unsendable: {
    says: "The secret has characters that an HTTP header cannot carry.",
    cause: "requestSignatures sends the secret in an Authorization header, which takes plain characters alone.",
    fix: "Copy the secret again as it stands in Fogbender's settings."
  },
  widget_id_is_secret: {
    says: "widgetId is the secret, and everyone who opens the page could read it.",
    cause: "The secret was given as the widgetId. Everyone who opens the page can read a widgetId.",
    fix: "Give the widgetId. If the page was already online, reset the secret."
  }
};

// js/core/help/session.js
var SESSION = {
  email_missing: {
    says: "There is no email.",
    cause: "The provider's session has no email. Fogbender finds the account by it.",
    fix: "Give the user's record too, or userEmail in the options."
  },
  email_unverified: {
    says: "The email is not verified, so it may be another person's.",
    cause: "The provider says that the user has not proven that the email is hers.",
    fix: "Let her verify it, or give userEmail from your own records."
  },
  field_editable: {
    says: "\u2026 stands where the user can write it.",
    cause: "The customerId or the email comes from metadata that the user can edit, so she could choose another company.",
    fix: "Take it from your own records, and keep no copy where users can write."
  },
  organization_missing: {
    says: "The session has no active organization.",
    cause: "The user has not chosen a company, or is not in it any more.",
    fix: "Let her choose one, or give customerId and customerName in the options."
  },
  session_anonymous: {
    says: "This user is anonymous: nobody knows who she is.",
    cause: "The provider made an anonymous session.",
    fix: "Show the widget after she has signed up, or give allowAnonymous: true."
  },
  session_delegated: {
    says: "An app or a machine acts for this user, and she is not there herself.",
    cause: "The session is an API key's, an OAuth client's or a service's.",
    fix: "Take the session in which she signed in herself, or give allowDelegation: true."
  },
  session_impersonated: {
    says: "Somebody of your staff is signed in as this user.",
    cause: "The provider marks the session as one of support staff.",
    fix: "Show no widget, or give allowImpersonation: true."
  },
  session_mismatch: {
    says: "\u2026 does not belong to the session.",
    cause: "The user or the organization in the input is not the session's.",
    fix: "Fetch it by the id that the session has."
  }
};

// js/core/help/user-jwt.js
var USER_JWT = {
  jwt_alg_not_allowed: {
    says: `userJWT's header does not say "alg":"HS256".`,
    cause: "The JWT was signed with another algorithm, or with none.",
    fix: "Sign with HS256. Fogbender accepts no other algorithm."
  },
  jwt_crit_unknown: {
    says: "userJWT's header has crit or b64, which ask for an extension.",
    cause: "The signing library added a header that every reader must understand. Fogbender does not.",
    fix: "Sign without crit and b64."
  },
  jwt_expired: {
    says: "userJWT expired \u2026",
    cause: "The time in exp has passed, or the clocks of the two machines differ.",
    fix: "Sign a new one. For clocks, give clockToleranceSeconds, such as 30."
  },
  jwt_header_invalid: {
    says: "userJWT's header \u2026",
    cause: "The first part of the JWT is not a JSON object.",
    fix: "Sign the userJWT again, and hand it on unchanged."
  },
  jwt_malformed: {
    says: "userJWT is not header.payload.signature.",
    cause: "The text is not three parts between two dots. It was cut off, or it is something else.",
    fix: "Give the JWT alone and whole."
  },
  jwt_not_base64url: {
    says: "userJWT's \u2026 is not base64url.",
    cause: "Something stands around the JWT (Bearer, quotation marks, a newline, padding), or a character was changed.",
    fix: "Give the JWT as it was signed. Each JWT is taken in one form alone."
  },
  jwt_not_string: {
    says: "userJWT must be a string, and it is \u2026",
    cause: "The userJWT is another kind of value. Often await is missing.",
    fix: "Give the JWT as text."
  },
  jwt_not_yet_valid: {
    says: "userJWT becomes valid in \u2026",
    cause: "The time in nbf has not come, or the clocks of the two machines differ.",
    fix: "Wait, or give clockToleranceSeconds, such as 30."
  },
  jwt_payload_invalid: {
    says: "userJWT's payload \u2026",
    cause: "The second part is not a JSON object, or it passes a limit: 256 names, 32 levels, numbers that fit a double.",
    fix: "Sign a plain object with a few texts in it."
  },
  jwt_time_invalid: {
    says: "\u2026 must be a number of seconds since 1970 (RFC 7519 \xA72).",
    cause: "exp, nbf or iat is a text or another kind of value.",
    fix: "Sign times as numbers. The options for times do that."
  },
  name_repeated: {
    says: "\u2026 has a name twice with different values: \u2026",
    cause: "A name stands twice with two values, so two readers could see two users (RFC 7519 \xA74).",
    fix: "Keep one of them."
  },
  signature_mismatch: {
    says: "userJWT was not signed with this secret, or was changed after it was signed.",
    cause: "Usual causes: the secret of another workspace or environment, a secret that was reset, a base64-decoded secret, an edited token.",
    fix: "Ask explain, which tries the usual wrong secrets. Compare the fingerprints of both sides."
  }
};

// js/core/help.js
var GROUPS = {
  "The secret": SECRET,
  "The user's fields and the token": FIELDS,
  "The userJWT": USER_JWT,
  "Options, times and WebAssembly": CALLS,
  "Your endpoint": ENDPOINT,
  "The page": PAGE,
  "The session, as a provider function reads it": SESSION,
  "Fogbender's /signatures API, and the local one": API
};
var HELP = Object.assign({}, ...Object.values(GROUPS));

// js/core/error-help.js
Object.defineProperty(FogbenderTokenError.prototype, "help", {
  get() {
    const { cause, fix } = HELP[this.code] ?? {};
    return cause && { cause, fix, page: `docs/errors.md#${this.code}` };
  },
  configurable: true
});
