export const USER_JWT = {
  jwt_alg_not_allowed: {
    says: 'userJWT\'s header does not say "alg":"HS256".',
    cause: "The JWT was signed with another algorithm, or with none.",
    fix: "Sign with HS256. Fogbender accepts no other algorithm.",
  },
  jwt_crit_unknown: {
    says: "userJWT's header has crit or b64, which ask for an extension.",
    cause: "The signing library added a header that every reader must understand. Fogbender does not.",
    fix: "Sign without crit and b64.",
  },
  jwt_expired: {
    says: "userJWT expired …",
    cause: "The time in exp has passed, or the clocks of the two machines differ.",
    fix: "Sign a new one. For clocks, give clockToleranceSeconds, such as 30.",
  },
  jwt_header_invalid: {
    says: "userJWT's header …",
    cause: "The first part of the JWT is not a JSON object.",
    fix: "Sign the userJWT again, and hand it on unchanged.",
  },
  jwt_malformed: {
    says: "userJWT is not header.payload.signature.",
    cause: "The text is not three parts between two dots. It was cut off, or it is something else.",
    fix: "Give the JWT alone and whole.",
  },
  jwt_not_base64url: {
    says: "userJWT's … is not base64url.",
    cause: "Something stands around the JWT (Bearer, quotation marks, a newline, padding), or a character was changed.",
    fix: "Give the JWT as it was signed. Each JWT is taken in one form alone.",
  },
  jwt_not_string: {
    says: "userJWT must be a string, and it is …",
    cause: "The userJWT is another kind of value. Often await is missing.",
    fix: "Give the JWT as text.",
  },
  jwt_not_yet_valid: {
    says: "userJWT becomes valid in …",
    cause: "The time in nbf has not come, or the clocks of the two machines differ.",
    fix: "Wait, or give clockToleranceSeconds, such as 30.",
  },
  jwt_payload_invalid: {
    says: "userJWT's payload …",
    cause: "The second part is not a JSON object, or it passes a limit: 256 names, 32 levels, numbers that fit a double.",
    fix: "Sign a plain object with a few texts in it.",
  },
  jwt_time_invalid: {
    says: "… must be a number of seconds since 1970 (RFC 7519 §2).",
    cause: "exp, nbf or iat is a text or another kind of value.",
    fix: "Sign times as numbers. The options for times do that.",
  },
  name_repeated: {
    says: "… has a name twice with different values: …",
    cause: "A name stands twice with two values, so two readers could see two users (RFC 7519 §4).",
    fix: "Keep one of them.",
  },
  signature_mismatch: {
    says: "userJWT was not signed with this secret, or was changed after it was signed.",
    cause:
      "Usual causes: the secret of another workspace or environment, a secret that was reset, a base64-decoded secret, an edited token.",
    fix: "Ask explain, which tries the usual wrong secrets. Compare the fingerprints of both sides.",
  },
};
