// What becomes of a token at Fogbender's login.
import type { Problem } from "./errors.js";
import type { Secret, VerifyOptions, verifyUserJWT } from "./signing.js";

/** How a token is explained: by which clock, and for which kind of workspace. */
export interface ExplainOptions extends VerifyOptions {
  /** The signature type that the workspace is set to. Fogbender reads no other signature. Default: `"jwt"`. */
  signatureType?: "jwt" | "hmac" | "paseto" | undefined;
}

/**
 * What Fogbender's login would do with a token, step by step, and what whoever holds the token can do by editing it.
 *
 * Where it is not known what Fogbender does (`crit`, a name with two values, a lax encoding), the stricter answer is given:
 * the one of {@link verifyUserJWT}.
 */
export interface Explanation {
  /** What the input was taken for: a token, an endpoint's whole answer, the message to the widget's frame, a userJWT alone. */
  input: "token" | "answer" | "init_token" | "user_jwt";
  /**
   * `accepted`: the widget is rendered. `refused`: the login ends with 401 or 403. `crashes`: Fogbender fails, and the widget
   * shows nothing useful. `unknown`: nothing speaks against the token, and only Fogbender or the secret can tell more.
   */
  verdict: "accepted" | "refused" | "crashes" | "unknown";
  /** The steps of the login that were reached, in their order. */
  steps: LoginStep[];
  /** Why the login ends. Empty when it does not. */
  reasons: Problem[];
  /**
   * Each identity field: `signed` (an edit is noticed), `unsigned` (whoever holds the token can edit it), or `mismatch` (it
   * differs from what was signed). With the verdict `unknown`, `signed` is what the userJWT says of itself.
   */
  fields: { [field in IdentityField]?: "signed" | "unsigned" | "mismatch" };
  /** What whoever holds the token can do, the most dangerous first. */
  consequences: Consequence[];
  /** What else is worth knowing. It does not decide the verdict. */
  hints: Hint[];
}

/** The fields that name a user and her company. */
export type IdentityField = "customerId" | "customerName" | "userId" | "userEmail" | "userName" | "userAvatarUrl";

/** One step of Fogbender's login, and how it ended. */
export interface LoginStep {
  step: "workspace" | "signature_kind" | "user_token" | "widget_key" | "user_hmac" | "user_paseto" | "user_jwt" | "claims" | "account";
  /** `goes_on`: the next step follows. `refused`: 401 or 403. `crashes`: Fogbender fails. `unknown`: nobody here can tell. */
  outcome: "goes_on" | "refused" | "crashes" | "unknown";
  /** For people: what was looked at, and what came of it. Holds no secret and no JWT. */
  message: string;
}

/** What a token lets whoever holds it do. */
export interface Consequence {
  code:
    | "sub_signs_user_id_alone"
    | "unsigned_customer_id"
    | "unsigned_customer_name"
    | "unsigned_user_avatar_url"
    | "unsigned_user_email"
    | "unsigned_user_name"
    | "user_hmac_signs_user_id_alone"
    | "widget_key_published";
  /** The field that it is about, if it is about one. */
  field?: IdentityField | "userHMAC" | "widgetKey";
  /** For people: what somebody could do, and what to change. */
  message: string;
}

/** Something that was found and does not decide the verdict. */
export interface Hint {
  /** A stable name. */
  code: string;
  /** For people. Holds no secret and no JWT. */
  message: string;
}

/**
 * Says what Fogbender's login would do with a token, step by step, and what whoever holds it can edit.
 *
 * Without the secret, the signature is not checked. A secret that is wrong is taken as it is, and the hints say how it is wrong.
 * @param input a token, an endpoint's whole answer, or a userJWT alone; as an object, or as text with `Bearer`, quotation
 * marks or line breaks around it
 * @param secret the secret, or a list: the current one, then those before it
 * @throws {FogbenderTokenError} `not_an_object` when there is no token in the input; or for the secret or the options
 * @example
 * ```js
 * const { verdict, consequences } = explainToken(token, secret);
 * ```
 */
export function explainToken(input: object | string, secret?: Secret | readonly Secret[], options?: ExplainOptions): Explanation;
