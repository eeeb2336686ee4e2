/// <reference lib="esnext.disposable" />
// Signing and verifying.
import type { ExplainOptions, Explanation } from "./explaining.cjs";
import type { UserToken, Versions } from "./token.cjs";

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

/** How the secret is checked. */
export interface SecretOptions {
  /** Takes a secret of fewer than 32 bytes (RFC 7518 §3.2), for tests. An empty one is never taken. Default: `false`. */
  allowShortSecret?: boolean | undefined;
}

/** The workspace secret, as it stands in Fogbender's settings: 32 characters, not base64-decoded. It is never in a browser. */
export type Secret = string | Uint8Array;

/** What a token needs beside the identity. */
export interface TokenOptions extends TimeOptions {
  /** The workspace's widgetId, from https://fogbender.com/admin/-/-/settings/embed. */
  widgetId: string;
  /** Names and versions of your software, for support agents. Default: none. */
  versions?: Versions | undefined;
  /** Claims of your own for the userJWT, as in {@link SignOptions}. Default: none. */
  claims?: OwnClaims | undefined;
}

/**
 * Signs for one workspace. Make it once from the secret, and use it for every user. Logging it shows nothing.
 *
 * @example
 * ```js
 * const signer = new Signer(process.env.FOGBENDER_SECRET ?? "");
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
   * const signer = new Signer(process.env.FOGBENDER_SECRET ?? "");
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
 * const userJWT = signUserJWT(identity, secret, { expiresInSeconds: 3600 });
 * ```
 */
export function signUserJWT(identity: Identity, secret: Secret, options?: SignOptions & SecretOptions): string;
export function signUserJWT(identity: PartialIdentity, secret: Secret, options: SignOptions & SecretOptions & { partial: true }): string;

/**
 * Signs every field of an identity and assembles the token that the widget takes. For more than one, keep a {@link Signer}.
 * @throws {FogbenderTokenError} one of the `secret_…` codes, or every problem of the identity and the options
 * @example
 * ```js
 * const token = createToken(identity, secret, { widgetId: "dzAwNjg4NDY0NjI4NzgyNDY5MTIw" });
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
 * const { userId } = verifyUserJWT(userJWT, secret);
 * ```
 */
export function verifyUserJWT(userJWT: string, secret: Secret | readonly Secret[], options?: VerifyOptions & SecretOptions): Claims;

/**
 * Gives a short name for a secret: 8 hexadecimal digits, safe to log. It shows which secret an instance holds. It cannot be
 * turned back into the secret, and it is part of no signature.
 * @throws {FogbenderTokenError} one of the `secret_…` codes
 * @example
 * ```js
 * console.log(`Fogbender secret ${secretFingerprint(secret)}`);
 * ```
 */
export function secretFingerprint(secret: Secret): string;

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
