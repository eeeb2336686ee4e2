/// <reference lib="esnext.disposable" />

/**
 * Who is signed in: a user, and the customer (company) that she belongs to. Every field is a non-empty string.
 *
 * Any object with these fields will do: a literal, a database record, an instance of a class with getters. Each field is read
 * once, by its name. Nothing else of the object is read, so nothing else is signed.
 *
 * Take every field from your own session, never from what the browser sends.
 * @example
 * ```js
 * const identity = {
 *   userId: "U234328",
 *   customerId: "C256434",
 *   customerName: "Netflix",
 *   userEmail: "alice@netflix.com",
 *   userName: "Alice Chesterton",
 * };
 * ```
 */
export interface Identity {
  /** The user's id in your own sign-in. She must not be able to choose it. Give a number as `String(id)`. */
  userId: string;
  /** Your own id of the company that the user belongs to. */
  customerId: string;
  /** The company's name, as support agents read it. */
  customerName: string;
  /** The user's verified email address. Fogbender finds her account by it and by `customerId`. */
  userEmail: string;
  /** The user's name. If you do not know it, give her email address again. */
  userName: string;
  /** Where the user's picture is. `null` and `undefined` are no picture. */
  userAvatarUrl?: string | null | undefined;
}

/**
 * An {@link Identity} of which `userId` alone must be there. Whoever holds the token can edit each field that is not signed,
 * so it is taken only with the option `partial`.
 */
export type PartialIdentity = Pick<Identity, "userId"> & { [Field in Exclude<keyof Identity, "userId">]?: string | null | undefined };

/** The claims of a userJWT: the identity, the times, and whatever else was signed. */
export interface Claims {
  userId: string;
  customerId?: string;
  customerName?: string;
  userEmail?: string;
  userName?: string;
  userAvatarUrl?: string;
  /** When it was issued, in seconds since 1970 (RFC 7519 §4.1.6). */
  iat?: number;
  /** When it begins to be valid, in seconds since 1970 (RFC 7519 §4.1.5). */
  nbf?: number;
  /** When it expires, in seconds since 1970 (RFC 7519 §4.1.4). */
  exp?: number;
  /** Other claims: strings if this package signed them, any JSON if another did. */
  [claim: string]: Json | undefined;
}

/** A JSON value. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** When a userJWT begins and ends. All times are whole seconds. */
export interface TimeOptions {
  /**
   * How long the userJWT is valid, in seconds after it was issued: its `exp` (RFC 7519 §4.1.4). Our verifier checks it.
   * Fogbender's backend was not seen to check it. Default: no `exp`.
   */
  expiresInSeconds?: number | undefined;
  /** When the userJWT begins to be valid, in seconds after it was issued: its `nbf` (RFC 7519 §4.1.5). Default: no `nbf`. */
  notBeforeSeconds?: number | undefined;
  /** When the userJWT was issued, in seconds since 1970: its `iat` (RFC 7519 §4.1.6). `false` leaves it out. Default: now. */
  issuedAt?: number | false | undefined;
}

/** How a userJWT is signed. */
export interface SignOptions extends TimeOptions {
  /**
   * Claims of your own, signed beside the identity as they are. The identity's fields, `sub`, `visitor`, `iat`, `nbf` and
   * `exp` are refused here. Default: none.
   */
  claims?: OwnClaims | undefined;
  /** `true` lets every field but `userId` be absent. Anyone can edit in the browser what is not signed. Default: `false`. */
  partial?: boolean | undefined;
}

/** Claims of your own, in a plain object. */
export type OwnClaims = { readonly [claim: string]: string };

/** By which clock a userJWT is judged. */
export interface VerifyOptions {
  /** The time, in seconds since 1970. Default: now. */
  now?: number | undefined;
  /** By how many seconds the clocks of signer and verifier may differ. Default: 0. */
  clockToleranceSeconds?: number | undefined;
}

/** How a token is explained: by which clock, and for which kind of workspace. */
export interface ExplainOptions extends VerifyOptions {
  /** The signature type that the workspace is set to. Fogbender reads no other signature. Default: `"jwt"`. */
  signatureType?: "jwt" | "hmac" | "paseto" | undefined;
}

/** How the secret is checked. */
export interface SecretOptions {
  /** Takes a secret of fewer than 32 bytes (RFC 7518 §3.2), for tests. An empty one is never taken. Default: `false`. */
  allowShortSecret?: boolean | undefined;
}

/** What a token needs beside the identity. */
export interface TokenOptions extends TimeOptions {
  /** The workspace's widgetId, from https://fogbender.com/admin/-/-/settings/embed. */
  widgetId: string;
  /** Names and versions of your software, for support agents. Default: none. */
  versions?: Versions | undefined;
  /** Claims of your own for the userJWT, as in {@link SignOptions}. Default: none. */
  claims?: OwnClaims | undefined;
}

/** Names and versions of your software, for support agents. */
export type Versions = { [name: string]: string };

/** The workspace secret, as it stands in Fogbender's settings: 32 characters, not base64-decoded. It is never in a browser. */
export type Secret = string | Uint8Array;

interface UserFields {
  widgetId: string;
  customerId: string;
  customerName: string;
  userId: string;
  userEmail: string;
  userName: string;
  userAvatarUrl?: string;
  /** The signature over the identity. This is the one to use. */
  userJWT?: string;
  /** An older signature, over `userId` alone: 64 hexadecimal digits. */
  userHMAC?: string;
  /** An older signature that this package cannot look into. */
  userPaseto?: string;
  /** Fogbender's own, from links in its emails. Fogbender reads it before every signature. */
  userToken?: string;
  /** No signature: anyone can edit such a token into anybody. For trying out only. */
  widgetKey?: string;
  versions?: Versions;
}

/** The token of a signed-in user, as `FogbenderSimpleWidget` takes it. It carries at least one signature. */
export type UserToken = UserFields & ({ userJWT: string } | { userHMAC: string } | { userPaseto: string } | { widgetKey: string });

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

/** The parts of a token. Optional ones may also be `null` or `undefined`, and are then left out. */
export type Parts<T> = T extends unknown ? { [K in keyof T]: undefined extends T[K] ? T[K] | null | undefined : T[K] } : never;

/** What your endpoint answers to a signed-in user, as {@link createSignaturesHandler} makes it. */
export interface SignaturesAnswer {
  signatures: { userJWT: string };
  /** The whole token. It is there when the handler was given a `widgetId`. */
  token?: UserToken;
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

/**
 * Signs for one workspace. Make it once from the secret, and use it for every user. Logging it shows nothing.
 *
 * @example
 * ```js
 * const signer = new Signer(process.env.FOGBENDER_SECRET);
 * const token = signer.token(identity, { widgetId: "dzAwNjg4NDY0NjI4NzgyNDY5MTIw" });
 * ```
 */
export class Signer {
  /**
   * Prepares the secret for signing.
   * @param secret the workspace secret, of at least 32 bytes (RFC 7518 §3.2)
   * @throws {FogbenderTokenError} one of the `secret_…` codes
   * @example
   * ```js
   * const signer = new Signer(process.env.FOGBENDER_SECRET);
   * ```
   */
  constructor(secret: Secret, options?: SecretOptions);

  /**
   * Signs a userJWT (HS256, RFC 7515 §5.1) over the identity, then your own claims, then `iat`, `nbf` and `exp`.
   *
   * Every field but the picture must be there. `partial: true` signs fewer.
   * @throws {FogbenderTokenError} with every problem of the identity and the options
   * @example
   * ```js
   * const userJWT = signer.sign(identity, { expiresInSeconds: 3600, claims: { plan: "gold" } });
   * ```
   */
  sign(identity: Identity, options?: SignOptions): string;
  sign(identity: PartialIdentity, options: SignOptions & { partial: true }): string;

  /**
   * Signs every field of the identity and assembles the token that the widget takes.
   * @throws {FogbenderTokenError} with every problem of the identity and the options
   * @example
   * ```js
   * const token = signer.token(identity, { widgetId: "dzAwNjg4NDY0NjI4NzgyNDY5MTIw" });
   * ```
   */
  token(identity: Identity, options: TokenOptions): UserToken & { userJWT: string };

  /**
   * Verifies a userJWT that this secret signed (RFC 7519 §7.2) and gives its claims.
   *
   * It is stricter than Fogbender: one algorithm, one form for each token, no name with two values, and times are checked.
   * @throws {FogbenderTokenError} `signature_mismatch`, `jwt_…`, `name_repeated`, `field_…`
   * @example
   * ```js
   * const { userId } = signer.verify(userJWT, { clockToleranceSeconds: 30 });
   * ```
   */
  verify(userJWT: string, options?: VerifyOptions): Claims;

  /**
   * Says what Fogbender's login would do with a token, step by step, and what whoever holds it can edit.
   * @param input a token, an endpoint's whole answer, or a userJWT alone; as an object, or as text
   * @throws {FogbenderTokenError} `not_an_object` when there is no token in the input; or for the options
   * @example
   * ```js
   * signer.explain({ ...token, userId: "U999999" }).verdict; // "refused"
   * ```
   */
  explain(input: object | string, options?: ExplainOptions): Explanation;

  /** Wipes the secret and its key from memory. The signer cannot be used afterwards. */
  free(): void;

  /** Does the same as `free()`, for `using signer = new Signer(…)`. */
  [Symbol.dispose](): void;
}

/**
 * Signs one userJWT (HS256, RFC 7515 §5.1), as {@link Signer.sign} does. For more than one, keep a {@link Signer}.
 * @throws {FogbenderTokenError} one of the `secret_…` codes, or every problem of the identity and the options
 * @example
 * ```js
 * const userJWT = signUserJWT(identity, process.env.FOGBENDER_SECRET, { expiresInSeconds: 3600 });
 * ```
 */
export function signUserJWT(identity: Identity, secret: Secret, options?: SignOptions & SecretOptions): string;
export function signUserJWT(identity: PartialIdentity, secret: Secret, options: SignOptions & SecretOptions & { partial: true }): string;

/**
 * Signs every field of an identity and assembles the token that the widget takes. For more than one, keep a {@link Signer}.
 * @throws {FogbenderTokenError} one of the `secret_…` codes, or every problem of the identity and the options
 * @example
 * ```js
 * const token = createToken(identity, process.env.FOGBENDER_SECRET, { widgetId: "dzAwNjg4NDY0NjI4NzgyNDY5MTIw" });
 * ```
 */
export function createToken(identity: Identity, secret: Secret, options: TokenOptions & SecretOptions): UserToken & { userJWT: string };

/**
 * Verifies a userJWT (RFC 7519 §7.2) with a secret, or with a list of which any one may have signed it.
 *
 * Fogbender itself holds one secret. A list is for userJWTs of yours from before a reset.
 * @param secret the secret, or a list: the current one, then those before it
 * @throws {FogbenderTokenError} `signature_mismatch`, `jwt_…`, `name_repeated`, `field_…`, `secret_…`
 * @example
 * ```js
 * const { userId } = verifyUserJWT(userJWT, process.env.FOGBENDER_SECRET);
 * ```
 */
export function verifyUserJWT(userJWT: string, secret: Secret | readonly Secret[], options?: VerifyOptions & SecretOptions): Claims;

/**
 * Gives a short name for a secret: 8 hexadecimal digits, safe to log. It shows which secret an instance holds. It cannot be
 * turned back into the secret, and it is part of no signature.
 * @throws {FogbenderTokenError} one of the `secret_…` codes
 * @example
 * ```js
 * console.log(`Fogbender secret ${secretFingerprint(process.env.FOGBENDER_SECRET)}`);
 * ```
 */
export function secretFingerprint(secret: Secret): string;

/**
 * Assembles the token that the widget takes from its parts. It needs no secret, so it runs in the browser too.
 *
 * Parts that are `null` or `undefined` are left out where they may be; nothing else is dropped. The widget's own check accepts
 * whatever is returned.
 * @throws {FogbenderTokenError} every problem of the parts: `field_…`, `signature_missing`, `jwt_…`; `token_wrapped` when the
 * token is a member of what was given
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
 * Says what keeps the widget from taking a token: a message for each field, or nothing when the token is right.
 *
 * It works as the `checkToken` of the npm package `fogbender`, with stricter rules: it refuses whatever that one refuses.
 * @throws {FogbenderTokenError} `not_readable` when a getter or a Proxy of the token throws; nothing else
 * @example
 * ```js
 * checkToken({ widgetId: "dzAw", userId: 42 }); // { customerId: "customerId is required …", userId: "userId must be …", … }
 * ```
 */
export function checkToken(token: unknown): undefined | { [field: string]: string };

/**
 * Takes a userJWT apart **without verifying it** (RFC 7515 §7.1). Whoever made it could write anything: look at it, never
 * trust it.
 * @throws {FogbenderTokenError} `jwt_…` or `name_repeated` when its form is wrong
 * @example
 * ```js
 * decodeUserJWT(userJWT).claims.userId;
 * ```
 */
export function decodeUserJWT(userJWT: string): { header: { [name: string]: Json }; claims: { [claim: string]: Json } };

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
 * const { verdict, consequences } = explainToken(token, process.env.FOGBENDER_SECRET);
 * ```
 */
export function explainToken(input: object | string, secret?: Secret | readonly Secret[], options?: ExplainOptions): Explanation;

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
export interface HandlerOptions extends TimeOptions, SecretOptions {
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

// What is not exported by name is not exported.
export {};
