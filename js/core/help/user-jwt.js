export const USER_JWT = {
  jwt_alg_not_allowed: {
    cause: "The JWT was signed with another algorithm, or with none.",
    fix: "Sign with HS256. Fogbender accepts no other algorithm.",
  },
  jwt_crit_unknown: {
    cause: "The signing library added a header that every reader must understand. Fogbender does not.",
    fix: "Sign without crit and b64.",
  },
  jwt_expired: {
    cause: "The time in exp has passed, or the clocks of the two machines differ.",
    fix: "Sign a new one. If the clocks differ, give clockToleranceSeconds, such as 30.",
  },
  jwt_header_invalid: {
    cause: "The first part of the JWT is not a JSON object.",
    fix: "Sign the userJWT again, and hand it on unchanged.",
  },
  jwt_malformed: {
    cause: "The text is not three parts between two dots. It was cut off, or it is something else.",
    fix: "Give the JWT alone and whole.",
  },
  jwt_not_base64url: {
    cause:
      "Something stands around the JWT, such as Bearer, quotation marks or a newline. Or a character was changed, or the JWT was cut off.",
    fix: "Give the JWT as it was signed, and whole.",
  },
  jwt_not_string: {
    cause: "The userJWT is another kind of value. Often await is missing.",
    fix: "Give the JWT as text.",
  },
  jwt_not_yet_valid: {
    cause: "The time in nbf has not come, or the clocks of the two machines differ.",
    fix: "Wait. If the clocks differ, give clockToleranceSeconds, such as 30.",
  },
  jwt_payload_invalid: {
    cause:
      "The second part of the JWT is not a JSON object. Or it has more than 256 names, more than 32 levels, or a number above 1.8e308.",
    fix: "Sign a plain object with a few texts in it.",
  },
  jwt_time_invalid: {
    cause: "exp, nbf or iat is a text or another kind of value.",
    fix: "Sign times as numbers. The options for times do that.",
  },
  name_repeated: {
    cause: "A name has two values, so two readers could see two users (RFC 7519 §4).",
    fix: "Keep one of them.",
  },
  signature_mismatch: {
    cause: "Often the secret is of another workspace or environment, was reset, or was base64-decoded. Or the token was edited.",
    fix: "Ask explain, which tries the usual wrong secrets. Compare the fingerprints of both sides.",
  },
};
