// The tokens that the widget takes.

/** Names and versions of your software, for support agents. */
export type Versions = { [name: string]: string };

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

// What is not exported by name is not exported.
export {};
