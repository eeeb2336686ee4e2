import type { TokenSnapshot, TokenStoreOptions } from "./page.js";

/** The options of {@link useFogbenderToken}. */
export interface UseFogbenderTokenOptions extends TokenStoreOptions {
  /**
   * The id of your app's current user; `null` or `undefined` when nobody is signed in: then nothing is asked. It must
   * change with the user **and** with the company: where a user can switch companies, give both, `` `${userId}/${orgId}` ``.
   */
  user: string | number | null | undefined;
}

/** What {@link useFogbenderToken} gives; the same object until something changes. */
export type FogbenderTokenState = TokenSnapshot & {
  /** Asks again, such as after an error. Never rejects. */
  refresh: () => Promise<void>;
};

/**
 * The current user's token. When `user` changes, the old token is gone in the same render, and what a request for the
 * earlier user brings is thrown away. On the server it is `"loading"`. It never throws: wrong options are its `error`.
 * @param url your endpoint, such as `"/fogbender-signatures"`
 * @example
 * ```jsx
 * const { status, token, error, refresh } = useFogbenderToken("/fogbender-signatures", { user: session?.user.id });
 * if (status === "error") return <button onClick={refresh}>{error.message}</button>;
 * return token && <FogbenderSimpleWidget key={tokenKey(token)} token={token} />;
 * ```
 */
export function useFogbenderToken(url: string | URL, options: UseFogbenderTokenOptions): FogbenderTokenState;
