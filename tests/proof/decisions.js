/**
 * Where we and the peers part, and why. Anything else is a disagreement and fails the run; so does a row, or a peer or
 * a mark in a row, that no case of a large run met.
 */

const JAVASCRIPT = ["jose", "jsonwebtoken", "fast-jwt"];
const NOT_ERLANG = [...JAVASCRIPT, "@node-rs", "PyJWT"];
const ALL = [...NOT_ERLANG, "erlang-jose"];

/** What we refuse by choice: the code, what for, and who accepts it. */
export const STRICTER = [
  { code: "field_missing", marks: ["userId absent"], accepts: ALL, why: "a userJWT names a user" },
  { code: "field_empty", marks: ["userId empty"], accepts: ALL, why: "the empty id is nobody's" },
  {
    code: "field_not_string",
    marks: ["userId not text", "identity not text"],
    accepts: ALL,
    why: "Fogbender compares type and value: it would never match",
  },
  { code: "field_forbidden", marks: ["sub", "visitor"], accepts: ALL, why: "they change what Fogbender compares" },
  {
    code: "field_not_well_formed",
    marks: ["lone surrogate", "lone surrogate in a name", "lone surrogate within a claim"],
    accepts: [...JAVASCRIPT, "PyJWT"],
    why: "it has no UTF-8: two texts would become one",
  },
  { code: "name_repeated", marks: ["name repeated"], accepts: ALL, why: "the claims mean two things (RFC 7519 §4)" },
  {
    code: "name_repeated",
    marks: ["alg repeated", "header name repeated"],
    accepts: [...JAVASCRIPT, "PyJWT", "erlang-jose"],
    why: "the header means two things (RFC 7515 §4)",
  },
  {
    code: "jwt_header_invalid",
    marks: ["header not UTF-8"],
    accepts: ["jsonwebtoken", "fast-jwt"],
    why: "a header is UTF-8 (RFC 7515 §5.2)",
  },
  {
    code: "jwt_header_invalid",
    marks: ["byte order mark in the header"],
    accepts: ["jose", "PyJWT"],
    why: "JSON begins with no byte order mark (RFC 8259 §8.1)",
  },
  { code: "jwt_header_invalid", marks: ["NaN in the header"], accepts: ["PyJWT"], why: "it is not JSON (RFC 8259 §6)" },
  {
    code: "jwt_header_invalid",
    marks: ["lone surrogate in the header", "number beyond doubles in the header"],
    accepts: [...JAVASCRIPT, "PyJWT"],
    why: "not every JSON reader can read it",
  },
  { code: "jwt_header_invalid", marks: ["header nested too deep"], accepts: ALL, why: "32 levels are enough" },
  {
    code: "jwt_crit_unknown",
    marks: ["crit", "crit empty"],
    accepts: ALL,
    why: "no extension is known here; an empty list is not allowed (RFC 7515 §4.1.11)",
  },
  {
    code: "jwt_crit_unknown",
    marks: ["b64"],
    accepts: NOT_ERLANG,
    why: "unencoded payloads must be told by crit (RFC 7797 §6), and are not known here",
  },
  {
    code: "jwt_not_base64url",
    marks: ["padding"],
    accepts: ["jose", "PyJWT", "erlang-jose"],
    why: "base64url has no padding here (RFC 7515 §2)",
  },
  {
    code: "jwt_not_base64url",
    marks: ["unused bits", "one character less", "one character more"],
    accepts: [...JAVASCRIPT, "erlang-jose"],
    why: "a token has one form only (RFC 4648 §3.5)",
  },
  {
    code: "jwt_not_base64url",
    marks: ["whitespace", "whitespace around"],
    accepts: ["jose"],
    why: "base64url has no whitespace (RFC 7515 §2)",
  },
  {
    code: "jwt_payload_invalid",
    marks: ["not an object", "not JSON", "NaN or Infinity", "byte order mark", "one character more"],
    accepts: ["jsonwebtoken"],
    why: "claims are a JSON object (RFC 7519 §7.2); it gives anything else as text",
  },
  { code: "jwt_payload_invalid", marks: ["NaN or Infinity"], accepts: ["PyJWT"], why: "it is not JSON (RFC 8259 §6)" },
  {
    code: "jwt_payload_invalid",
    marks: ["byte order mark"],
    accepts: ["jose", "PyJWT"],
    why: "JSON begins with no byte order mark (RFC 8259 §8.1)",
  },
  {
    code: "jwt_payload_invalid",
    marks: ["not UTF-8", "surrogate in UTF-8"],
    accepts: ["jsonwebtoken", "fast-jwt", "PyJWT"],
    why: "claims are UTF-8 (RFC 7519 §7.2)",
  },
  {
    code: "jwt_payload_invalid",
    marks: ["number beyond doubles"],
    accepts: [...JAVASCRIPT, "PyJWT"],
    why: "they read Infinity, which is no JSON number",
  },
  {
    code: "jwt_payload_invalid",
    marks: ["nested too deep", "too many names"],
    accepts: ALL,
    why: "32 levels and 256 names are enough",
  },
  { code: "too_large", marks: ["too large"], accepts: ALL, why: "65,536 characters are enough" },
  {
    code: "jwt_expired",
    marks: ["exp unfulfilled"],
    accepts: ["erlang-jose"],
    why: "it leaves the times to its caller",
  },
  {
    code: "jwt_not_yet_valid",
    marks: ["nbf unfulfilled"],
    accepts: ["erlang-jose"],
    why: "it leaves the times to its caller",
  },
  {
    code: "jwt_time_invalid",
    marks: ["exp not a number", "nbf not a number", "iat not a number", "time null"],
    accepts: ["jsonwebtoken", "fast-jwt", "@node-rs", "PyJWT", "erlang-jose"],
    why: "a NumericDate is a number (RFC 7519 §2)",
  },
  {
    code: "jwt_time_invalid",
    marks: ["exp beyond dates", "nbf beyond dates", "iat beyond dates"],
    accepts: ALL,
    why: "no date is beyond 2^53 seconds, or a 10^-300th of one",
  },
  {
    code: "time_in_milliseconds",
    marks: ["exp in milliseconds", "nbf in milliseconds", "iat in milliseconds"],
    accepts: ALL,
    why: "a NumericDate is in seconds: such a token would hold for ever",
  },
];

/** What a peer refuses and we do not. */
export const NARROWER = [
  { marks: ["aud"], refuses: ["PyJWT"], why: "it wants to be told the audience; a userJWT has none" },
  { marks: ["iat unfulfilled"], refuses: ["PyJWT"], why: "iat tells an age, not from when on (RFC 7519 §4.1.6)" },
  { marks: ["iss or jti not text"], refuses: ["PyJWT"], why: "Fogbender does not look at them" },
  { marks: ["kid not text"], refuses: ["@node-rs", "PyJWT"], why: "no key is looked up by it here" },
  { marks: ["typ not text"], refuses: ["@node-rs"], why: "typ decides nothing (RFC 7515 §4.1.9)" },
  {
    marks: ["header name repeated with the same value"],
    refuses: ["@node-rs"],
    why: "both mean the same; Fogbender's own sample token repeats userId",
  },
];

/** Which number a peer gives for a number that JavaScript reads; all others give the same. */
export const NUMBERS = [
  {
    peer: "@node-rs",
    gives: (number, given) => Math.abs(number - Number(given)) <= Math.abs(number) * 2 ** -52,
    why: "it may round the last bit otherwise, and gives integers from 2^63 on as text",
  },
  {
    peer: "erlang-jose",
    gives: (number, given) => number === given || (number === 5e-324 && given === 0),
    why: "its JSON module takes the smallest number for 0",
  },
];
