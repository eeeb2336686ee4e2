/// <reference lib="esnext.disposable" />

/**
 * Who is signed in: a user and the customer (company) she belongs to. Every field is a non-empty string.
 *
 * Take it from your own session, never from what the browser sends.
 */
export interface Identity {
  /** The user, by an id that your authentication gave her and that she cannot choose. A number goes in as `String(id)`. */
  userId: string;
  /** The company that the user belongs to, by your own id. */
  customerId: string;
  /** The company's name, as support agents read it. */
  customerName: string;
  /** The user's email address. */
  userEmail: string;
  /** The user's name; if it is not known, her email address again. */
  userName: string;
  /** Where the user's picture is; without a picture, leave the key out rather than `undefined`. */
  userAvatarUrl?: string;
  /** Claims of your own are signed as they are; they must be strings. */
  [claim: string]: string | undefined;
}

/** An {@link Identity} of which `userId` alone is required: what is not signed, anyone can edit in the browser. */
export type PartialIdentity = Partial<Identity> & Pick<Identity, "userId">;

/** The claims of a userJWT: the identity, the times, and whatever else was signed. */
export interface Claims {
  userId: string;
  customerId?: string;
  customerName?: string;
  userEmail?: string;
  userName?: string;
  userAvatarUrl?: string;
  /** Issued at, in seconds since 1970 (RFC 7519 §4.1.6). */
  iat?: number;
  /** Not before, in seconds since 1970 (RFC 7519 §4.1.5). */
  nbf?: number;
  /** Expires at, in seconds since 1970 (RFC 7519 §4.1.4). */
  exp?: number;
  /** Claims of your own: strings if this package signed them, any JSON if another did. */
  [claim: string]: Json | undefined;
}

/** A JSON value. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** When a userJWT starts and ends; all times are in whole seconds. */
export interface SignOptions {
  /**
   * Its `exp`, in seconds after it was issued. Fogbender's backend was not seen to check `exp`; our own verifier and
   * anyone else who looks does, and an expiry is no more than that.
   */
  expiresInSeconds?: number | undefined;
  /** Its `nbf`, in seconds after it was issued. */
  notBeforeSeconds?: number | undefined;
  /** Its `iat`, in seconds since 1970; `false` leaves it out. Default: now. */
  issuedAt?: number | false | undefined;
}

/** By which clock a userJWT is judged. */
export interface VerifyOptions {
  /** The time, in seconds since 1970. Default: now. */
  now?: number | undefined;
  /** By how many seconds the clocks of signer and verifier may differ. Default: 0. */
  clockToleranceSeconds?: number | undefined;
}

/** How the secret is checked. */
export interface SecretOptions {
  /** Takes a secret of fewer than 32 bytes (RFC 7518 §3.2), for tests; never an empty one. Default: `false`. */
  allowShortSecret?: boolean | undefined;
}

/** What a token needs beside the identity. */
export interface TokenOptions extends SignOptions {
  /** The workspace's widgetId, from https://fogbender.com/admin/-/-/settings/embed. */
  widgetId: string;
  /** Names and versions of your software, for support agents. */
  versions?: Versions | undefined;
}

/** Names and versions of your software, for support agents. */
export type Versions = { [name: string]: string };

/** The workspace secret, as it stands in Fogbender's settings: 32 characters, not base64-decoded. Never in a browser. */
export type Secret = string | Uint8Array;

interface UserFields {
  widgetId: string;
  customerId: string;
  customerName: string;
  userId: string;
  userEmail: string;
  userName: string;
  userAvatarUrl?: string;
  /** The signature over the identity: the one to use. */
  userJWT?: string;
  /** An older signature, over `userId` alone: 64 hexadecimal digits. */
  userHMAC?: string;
  /** An older signature, opaque to this package. */
  userPaseto?: string;
  /** No signature: anyone can edit such a token into anybody. For trying out only. */
  widgetKey?: string;
  versions?: Versions;
}

/** The token of a signed-in user, as `FogbenderSimpleWidget` takes it; it carries at least one signature. */
export type UserToken = UserFields &
  ({ userJWT: string } | { userHMAC: string } | { userPaseto: string } | { widgetKey: string });

/** The token of somebody who is not signed in. */
export interface VisitorToken {
  widgetId: string;
  visitor: true;
  visitorKey: string;
  visitorToken?: string;
  visitUrl?: string;
  versions?: Versions;
}

/** The token of a page that knows nobody. */
export interface FallbackToken {
  widgetId: string;
  widgetKey: string;
  anonymous?: true;
  versions?: Versions;
}

/** What the widget takes. `"userId" in token` and `"visitor" in token` tell the kinds apart. */
export type Token = UserToken | VisitorToken | FallbackToken;

/** Optional fields may also be `null` or `undefined`, and are then left out. */
export type Parts<T> = T extends unknown ? { [K in keyof T]: undefined extends T[K] ? T[K] | null | undefined : T[K] } : never;

/**
 * What Fogbender's backend would decide about a token, and why. Of what is not known of it (`crit`, a name with two values, a
 * lax encoding), the stricter answer is given: the one of {@link verifyUserJWT}.
 */
export interface Explanation {
  /** `unknown` when no secret was given and nothing else speaks against the token. */
  verdict: "accepted" | "refused" | "unknown";
  /** Why it is refused; empty unless it is. */
  reasons: Problem[];
  /**
   * Each identity field: `signed` (an edit is noticed), `unsigned` (whoever holds the token can edit it), or `mismatch`
   * (it differs from what was signed). With the verdict `unknown`, `signed` is what the userJWT says of itself.
   */
  fields: { [field in IdentityField]?: "signed" | "unsigned" | "mismatch" };
  /** What else is worth knowing. */
  hints: Hint[];
}

/** The fields that name a user and her company. */
export type IdentityField = "customerId" | "customerName" | "userId" | "userEmail" | "userName" | "userAvatarUrl";

/** Something that was tested and found, and does not decide the verdict. The README has the table of codes. */
export interface Hint {
  code: string;
  message: string;
}

/** One problem of an input. */
export interface Problem {
  /** A stable name; the README has the table. */
  code: ErrorCode;
  /** The field, claim or option that it concerns. */
  field?: string;
  /** For people: the rule, and the way out. Holds no secret and no token. */
  message: string;
}

/** Every code there is; the README has the table. */
export type ErrorCode =
  | "body_not_empty"
  | "body_unreadable"
  | "content_type_not_json"
  | "cross_site_request"
  | "email_missing"
  | "email_unverified"
  | "field_editable"
  | "field_empty"
  | "field_forbidden"
  | "field_invalid"
  | "field_mismatch"
  | "field_missing"
  | "field_not_string"
  | "field_not_well_formed"
  | "field_unknown"
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
  | "secret_is_jwk"
  | "secret_is_jwt"
  | "secret_is_pem"
  | "secret_missing"
  | "secret_not_text"
  | "secret_not_well_formed"
  | "secret_padded"
  | "secret_quoted"
  | "secret_too_long"
  | "secret_too_short"
  | "secret_unresolved"
  | "secret_unsendable"
  | "session_impersonated"
  | "session_mismatch"
  | "signature_mismatch"
  | "signature_missing"
  | "signatures_bad_response"
  | "signatures_unauthorized"
  | "signatures_unreachable"
  | "signer_freed"
  | "time_in_milliseconds"
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
  /** Every problem of the input, in the order in which they were found; never none. */
  readonly problems: readonly Problem[];
  private constructor();
}

/**
 * Signs for one workspace: made once from its secret, used for every user. Logging or serializing it shows nothing.
 *
 * @example
 * ```js
 * const signer = new Signer(process.env.FOGBENDER_SECRET);
 * const token = signer.token(
 *   { userId: "U234328", customerId: "C256434", customerName: "Netflix", userEmail: "alice@netflix.com", userName: "Alice" },
 *   { widgetId: "dzAwNjg4NDY0NjI4NzgyNDY5MTIw" },
 * );
 * ```
 */
export class Signer {
  /**
   * Prepares the secret for signing.
   * @param secret the workspace secret; at least 32 bytes (RFC 7518 §3.2)
   * @throws {FogbenderTokenError} one of the `secret_…` codes
   */
  constructor(secret: Secret, options?: SecretOptions);

  /**
   * Signs a userJWT (HS256, RFC 7515 §5.1) over every claim of `identity` in its order, then `iat`, `nbf` and `exp`.
   * @throws {FogbenderTokenError} with every problem of identity and options
   * @example
   * ```js
   * signer.sign({ userId: "U234328", customerId: "C256434" }, { expiresInSeconds: 3600 });
   * ```
   */
  sign(identity: PartialIdentity, options?: SignOptions): string;

  /**
   * Verifies a userJWT that this secret signed (RFC 7519 §7.2) and gives its claims. Stricter than Fogbender: one
   * algorithm, one byte string for each token, no name with two values, and times are checked.
   * @throws {FogbenderTokenError} `signature_mismatch`, `jwt_…`, `name_repeated`, `field_…`
   * @example
   * ```js
   * const { userId } = signer.verify(userJWT, { clockToleranceSeconds: 30 });
   * ```
   */
  verify(userJWT: string, options?: VerifyOptions): Claims;

  /**
   * Signs every field of `identity` and assembles the token that the widget takes, in one call.
   * @throws {FogbenderTokenError} with every problem of identity and options
   */
  token(identity: Identity, options: TokenOptions): UserToken & { userJWT: string };

  /**
   * Says what Fogbender's backend would decide about a token, field by field, and why.
   * @throws {FogbenderTokenError} when `token` is not an object, or for the options
   * @example
   * ```js
   * const { verdict, reasons } = signer.explain({ ...token, userId: "U999999" }); // refused: field_mismatch userId
   * ```
   */
  explain(token: object, options?: VerifyOptions): Explanation;

  /** Wipes the secret and its key from memory; the signer cannot be used afterwards. */
  free(): void;

  /** The same, for `using signer = new Signer(…)`. */
  [Symbol.dispose](): void;
}

/**
 * Signs one userJWT; for more than one, keep a {@link Signer}.
 * @throws {FogbenderTokenError} one of the `secret_…` codes, or every problem of identity and options
 * @example
 * ```js
 * signUserJWT({ userId: "U234328" }, process.env.FOGBENDER_SECRET);
 * ```
 */
export function signUserJWT(identity: PartialIdentity, secret: Secret, options?: SignOptions & SecretOptions): string;

/**
 * Verifies a userJWT with the secret or, during a rotation, with whichever of several signed it (RFC 7519 §7.2).
 * @param secret the secret, or a list of them, the current one first; an empty list is an error
 * @throws {FogbenderTokenError} `signature_mismatch`, `jwt_…`, `name_repeated`, `field_…`, `secret_…`
 * @example
 * ```js
 * verifyUserJWT(userJWT, [process.env.FOGBENDER_SECRET, process.env.FOGBENDER_PREVIOUS_SECRET]);
 * ```
 */
export function verifyUserJWT(userJWT: string, secret: Secret | readonly Secret[], options?: VerifyOptions & SecretOptions): Claims;

/**
 * Signs every field of an identity and assembles the token that the widget takes; for more than one, keep a {@link Signer}.
 * @throws {FogbenderTokenError} one of the `secret_…` codes, or every problem of identity and options
 * @example
 * ```js
 * createToken(identity, { secret: process.env.FOGBENDER_SECRET, widgetId: "dzAwNjg4NDY0NjI4NzgyNDY5MTIw" });
 * ```
 */
export function createToken(
  identity: Identity,
  options: TokenOptions & SecretOptions & { secret: Secret },
): UserToken & { userJWT: string };

/**
 * Assembles the token that the widget takes, from its parts; needs no secret, so it runs in the browser too. Fields that
 * are `null` or `undefined` are left out where they may be; nothing else is dropped, and whatever is returned, the
 * widget's own check accepts.
 * @throws {FogbenderTokenError} every problem of the parts: `field_…`, `signature_missing`, `jwt_…`
 * @example
 * ```js
 * const { signatures } = await (await fetch("/fogbender-signatures")).json();
 * const token = assembleToken({ ...identity, widgetId, userJWT: signatures.userJWT });
 * ```
 */
export function assembleToken(parts: Parts<UserFields> & { userJWT: string }): UserToken & { userJWT: string };
export function assembleToken(parts: Parts<UserToken>): UserToken;
export function assembleToken(parts: Parts<VisitorToken>): VisitorToken;
export function assembleToken(parts: Parts<FallbackToken>): FallbackToken;

/**
 * Says what keeps the widget from taking a token: a message for each field, or nothing. The contract of the `fogbender`
 * package's own `checkToken`, with stricter rules: whatever that refuses, this refuses too.
 * @example
 * ```js
 * checkToken({ widgetId: "dzAw", userId: 42 }); // { customerId: "customerId is required …", userId: "userId must be …", … }
 * ```
 */
export function checkToken(token: unknown): undefined | { [field: string]: string };

/**
 * Takes a userJWT apart **without verifying it**: whoever made it could write anything. Look at it, never trust it.
 * @throws {FogbenderTokenError} `jwt_…` or `name_repeated` when its form is wrong (RFC 7515 §7.1)
 * @example
 * ```js
 * decodeUserJWT(userJWT).claims.userId;
 * ```
 */
export function decodeUserJWT(userJWT: string): { header: { [name: string]: Json }; claims: { [claim: string]: Json } };

/**
 * Says what Fogbender's backend would decide about a token, field by field, and why. Without the secret the signature is
 * not checked. A secret that may itself be wrong is taken as it is, so that the explanation can say how.
 * @param secret the secret, or a list: the current one, then those before it
 * @throws {FogbenderTokenError} when `token` is not an object, or for secret or options
 * @example
 * ```js
 * explainToken(token, process.env.FOGBENDER_SECRET).hints; // [{ code: "secret_decoded", message: "…" }]
 * ```
 */
export function explainToken(token: object, secret?: Secret | readonly Secret[], options?: VerifyOptions): Explanation;

/** Where and how to ask Fogbender for a signature. */
export interface RequestOptions extends SecretOptions {
  /** Where the secret is sent. Must be `https`, or on this machine. Default: `https://api.fogbender.com/signatures`. */
  url?: string | URL | undefined;
  /** Default: the global `fetch`. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Aborts the request. */
  signal?: AbortSignal | undefined;
  /** How long to wait for the answer, in seconds. Default: 10. */
  timeoutSeconds?: number | undefined;
}

/**
 * Lets Fogbender sign: `POST /signatures`. The answer is checked against the secret and the identity before it is given
 * back. Redirects are not followed. {@link Signer.sign} does the same without the network.
 *
 * It cannot find out that the secret is wrong: Fogbender signs with whatever secret it is sent, and refuses the userJWT only
 * later, when the widget shows it.
 * @throws {FogbenderTokenError} `signatures_unauthorized`, `signatures_unreachable`, `signatures_bad_response`, or as
 * {@link Signer.sign}
 * @example
 * ```js
 * const { userJWT } = await requestSignatures(identity, process.env.FOGBENDER_SECRET);
 * ```
 */
export function requestSignatures(identity: Identity, secret: Secret, options?: RequestOptions): Promise<{ userJWT: string }>;

/** How your app's own endpoint answers. */
export interface HandlerOptions extends SignOptions, SecretOptions {
  /**
   * The workspace secret, or a function that gives it. The function is called when a user is signed for, not when the
   * handler is made: so a build needs no secret, and a Worker can take it from its `env`. It is called for each such
   * request; keep a secret that comes over the network.
   */
  secret: Secret | ((request: Request, ...rest: any[]) => Awaitable<Secret | undefined>);
  /** The workspace's widgetId, or a function that gives it. With this option, the answer has the whole `token`. */
  widgetId?: string | ((request: Request, ...rest: any[]) => Awaitable<string | undefined>);
  /** Names and versions of your software, for the token. */
  versions?: Versions | undefined;
  /**
   * Gives the identity of the user whom the request's **session** says to be signed in, or nothing when nobody is. Never
   * take any of it from the URL, the body, or a header that the browser can set at will. It must have every field that a
   * token has: what is not signed, the browser could edit.
   * @param request has no body
   * @param rest what the framework passed on: a Worker's `env` and `ctx`, Next's context; from {@link toNodeHandler}
   * Node's request and response, and so Express's `req.user` and `req.session`. Say their types where you name them:
   * `(request, env: Env) => …`
   */
  identify: (request: Request, ...rest: any[]) => Awaitable<Identity | null | undefined>;
  /** Other origins whose pages may read the answer, such as `https://app.example.com`. Default: none. */
  origins?: readonly string[] | undefined;
  /**
   * Is told of each error that ends in a status of 500 or more, and once per code of those that end in 403. Default:
   * `console.error(error)`. Do not log the request: it has session cookies.
   */
  onError?: ((error: unknown, request: Request, ...rest: any[]) => Awaitable<void>) | undefined;
}

type Awaitable<T> = T | Promise<T>;

/**
 * Makes your app's own endpoint: a handler that answers the signed-in user's `GET` or `POST` with
 * `{"signatures":{"userJWT":…}}`, and with the assembled `token` when there is a `widgetId`. Whoever is not signed in gets
 * 401. Errors are `{"error":{"code","message","problems"}}`. Nothing that the browser sends can choose the user.
 * @throws {FogbenderTokenError} at once, for wrong options, and for a secret or a widgetId that is given as a value
 * @example
 * ```js
 * export const GET = createSignaturesHandler({
 *   secret: () => process.env.FOGBENDER_SECRET,
 *   widgetId: () => process.env.FOGBENDER_WIDGET_ID,
 *   identify: async (request) => (await getSession(request))?.user,
 * });
 * ```
 */
export function createSignaturesHandler(options: HandlerOptions): (request: Request, ...rest: any[]) => Promise<Response>;

/**
 * Makes a handler of requests a listener of Node's `http` and `http2`, and so of Express. The handler is called with the
 * request, and then Node's request and response. Headers and cookies that others have set on the response are kept.
 *
 * When a body parser has read the body elsewhere, set `req.body` to what it read.
 * @throws {FogbenderTokenError} `option_invalid` when `handler` is no function
 * @example
 * ```js
 * app.use("/fogbender-signatures", toNodeHandler(createSignaturesHandler({ secret, identify: (request, req) => req.user })));
 * ```
 */
export function toNodeHandler(
  handler: (request: Request, message: any, reply: any) => Promise<Response>,
): (message: NodeMessage, reply: NodeReply) => Promise<void>;

/** As much of Node's `IncomingMessage` as is used. */
export interface NodeMessage {
  method?: string | undefined;
  url?: string | undefined;
  headers: { [name: string]: string | string[] | undefined };
}

/** As much of Node's `ServerResponse` as is used. */
export interface NodeReply {
  headersSent: boolean;
  getHeader(name: string): any;
  writeHead(status: number, headers?: any): unknown;
  end(chunk?: any): unknown;
  destroy(): unknown;
  on(event: "close", listener: () => void): unknown;
}
