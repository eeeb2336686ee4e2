// What is thrown.

/** One problem of an input. */
export interface Problem {
  /** A stable name. */
  code: ErrorCode;
  /** The field, claim or option that it concerns. */
  field?: string;
  /** For people: what is wrong, and what to do. Holds no secret and no JWT. */
  message: string;
}

/** Every code that a {@link Problem} can have. */
export type ErrorCode =
  | "bearer_invalid"
  | "body_not_empty"
  | "body_unreadable"
  | "content_type_not_json"
  | "cross_site_request"
  | "email_missing"
  | "email_unverified"
  | "endpoint_aborted"
  | "endpoint_failed"
  | "endpoint_not_json"
  | "endpoint_unreachable"
  | "field_editable"
  | "field_empty"
  | "field_forbidden"
  | "field_invalid"
  | "field_mismatch"
  | "field_missing"
  | "field_not_string"
  | "field_not_well_formed"
  | "field_reserved"
  | "field_unknown"
  | "field_unresolved"
  | "identify_failed"
  | "internal"
  | "jwt_alg_not_allowed"
  | "jwt_crit_unknown"
  | "jwt_expired"
  | "jwt_header_invalid"
  | "jwt_malformed"
  | "jwt_not_base64url"
  | "jwt_not_string"
  | "jwt_not_yet_valid"
  | "jwt_payload_invalid"
  | "jwt_time_invalid"
  | "method_not_allowed"
  | "name_repeated"
  | "not_an_object"
  | "not_readable"
  | "not_signed_in"
  | "option_invalid"
  | "option_unknown"
  | "organization_missing"
  | "secret_empty"
  | "secret_in_browser"
  | "secret_invisible"
  | "secret_is_jwk"
  | "secret_is_jwt"
  | "secret_is_pem"
  | "secret_missing"
  | "secret_not_text"
  | "secret_not_well_formed"
  | "secret_padded"
  | "secret_prefixed"
  | "secret_quoted"
  | "secret_too_long"
  | "secret_too_short"
  | "secret_unresolved"
  | "secret_unsendable"
  | "session_anonymous"
  | "session_delegated"
  | "session_impersonated"
  | "session_mismatch"
  | "signature_mismatch"
  | "signature_missing"
  | "signatures_bad_response"
  | "signatures_unauthorized"
  | "signatures_unreachable"
  | "signer_freed"
  | "time_in_milliseconds"
  | "token_mismatch"
  | "token_missing"
  | "token_wrapped"
  | "too_large"
  | "wasm_blocked"
  | "wasm_unavailable"
  | "widget_id_is_secret";

/**
 * What every function of this package throws. All problems of an input are reported at once.
 *
 * @example
 * ```js
 * try {
 *   signer.token(identity, { widgetId });
 * } catch (error) {
 *   if (error instanceof FogbenderTokenError && error.problems.some(({ field }) => field === "customerId")) {
 *     return redirect("/choose-organization");
 *   }
 *   throw error;
 * }
 * ```
 */
export class FogbenderTokenError extends Error {
  /** The code of the first problem. */
  readonly code: ErrorCode;
  /** The field of the first problem. */
  readonly field?: string;
  /** Every problem of the input, in the order in which they were found. There is always one. */
  readonly problems: readonly Problem[];
  /**
   * Cause and fix of the code, and where docs/errors.md has them. Every build for servers carries these texts. In a browser's
   * build and in `fogbender-token/page`, it is `undefined`.
   */
  readonly help?: { cause: string; fix: string; page: string };
  private constructor();
}
