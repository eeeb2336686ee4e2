import type { FogbenderTokenError, UserToken } from "./index.cjs";

export { FogbenderTokenError } from "./index.cjs";
export type { SignaturesAnswer, UserToken } from "./index.cjs";

/** How your endpoint is asked, and what its token must say. */
export interface TokenRequestOptions {
  /** More headers, as `fetch` takes them. */
  headers?: HeadersInit | undefined;
  /** As `fetch` takes it: `"include"` sends cookies to an endpoint of another origin. Default: `"same-origin"`. */
  credentials?: RequestCredentials | undefined;
  /** Asks in place of the global `fetch`, with the same arguments: to add a bearer token that changes, for example. */
  fetch?: ((url: string | URL, init: RequestInit) => Promise<Response>) | undefined;
  /**
   * What the token must say. One for another widget, company or user is the error `token_mismatch`: after a sign-in in
   * another tab, the session is no longer the one that this page shows. `undefined` is not compared. Default: nothing.
   */
  expect?: { widgetId?: string | undefined; customerId?: string | number | undefined; userId?: string | number | undefined } | undefined;
}

/** The options of {@link fetchToken}. */
export interface FetchTokenOptions extends TokenRequestOptions {
  /** Aborts the request: the error is `endpoint_aborted`. */
  signal?: AbortSignal | undefined;
}

/**
 * Asks your endpoint for the token of whoever is signed in. It gives a whole token, or nothing when nobody is signed in
 * (status 401); everything else is an error.
 *
 * The widget writes into the token that it is given, so do not freeze it; give a second widget a `structuredClone`.
 * @param url your endpoint, such as `"/fogbender-signatures"`
 * @throws {FogbenderTokenError} with the server's code and message when it sent them; otherwise `endpoint_unreachable`,
 * `endpoint_aborted`, `endpoint_failed`, `endpoint_not_json`, `token_missing`, `token_mismatch`, and `field_missing`,
 * `field_invalid` and `signature_missing` for half a token
 * @example
 * ```js
 * const token = await fetchToken("/fogbender-signatures");
 * if (token) renderWidget(token);
 * ```
 */
export function fetchToken(url: string | URL, options?: FetchTokenOptions): Promise<UserToken | undefined>;

/**
 * What React takes as the widget's `key`: another one for another user, company or widget, so that the old widget leaves;
 * the same one for a fresh userJWT, so that the widget stays.
 * @example
 * ```jsx
 * <FogbenderSimpleWidget key={tokenKey(token)} token={token} />
 * ```
 */
export function tokenKey(token: Pick<UserToken, "widgetId" | "customerId" | "userId">): string;

/** What a store knows. The same object until something changes. */
export type TokenSnapshot =
  /** The endpoint has not answered yet. */
  | { status: "loading"; token?: undefined; error?: undefined }
  /** `error` is there when a refresh found no network: the token is still the one of before. */
  | { status: "ready"; token: UserToken; error?: FogbenderTokenError }
  /** The endpoint answered 401, or the store was cleared. */
  | { status: "signed-out"; token?: undefined; error?: undefined }
  /** There is no token. */
  | { status: "error"; token?: undefined; error: FogbenderTokenError };

/** The options of {@link createTokenStore}. */
export interface TokenStoreOptions extends TokenRequestOptions {
  /**
   * Asks for a fresh token so many seconds before the userJWT's `exp`, while the page is visible, and never sooner than
   * 30 seconds after the last answer. Default: never.
   */
  refreshBeforeSeconds?: number | undefined;
}

/** The current user's token, for any framework: React's `useSyncExternalStore`, Svelte's stores, Vue, or by hand. */
export interface TokenStore {
  /** What is known now. */
  get(): TokenSnapshot;
  /**
   * Calls `listener` after each change; the first listener starts the first request. Gives the function that ends it;
   * with the last listener, the request that runs is aborted.
   */
  subscribe(listener: () => void): () => void;
  /**
   * Asks again, such as after a sign-in; a request that runs is aborted. The token stays until the answer, so for
   * **another** user call `clear()` first. Never rejects: what went wrong is in the snapshot.
   */
  refresh(): Promise<void>;
  /** Drops the token at once, for a logout or another user, and aborts the request that runs. */
  clear(): void;
}

/**
 * Makes a store of the current user's token. It asks one request at a time, and throws away what the request of an earlier
 * user brings. An error is told once on the console while the page is in development.
 * @throws {FogbenderTokenError} at once, for the URL or the options
 * @example
 * ```js
 * const store = createTokenStore("/fogbender-signatures");
 * store.subscribe(() => render(store.get().token)); // a token, or undefined: take the widget away
 * onUserChange(() => (store.clear(), store.refresh()));
 * ```
 */
export function createTokenStore(url: string | URL, options?: TokenStoreOptions): TokenStore;
