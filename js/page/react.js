/**
 * @import { FogbenderTokenError } from "../entries/index.d.ts"
 * @import { TokenSnapshot } from "../entries/page.d.ts"
 * @import { UseFogbenderTokenOptions } from "../entries/react.d.ts"
 */
import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { fetchToken } from "./fetch-token.js";
import { checkOptions, refuse } from "./options.js";
import { SIGNED_OUT, STORE_OPTIONS, tokenStore } from "./store.js";
import { tell } from "./tell.js";

/** @type {typeof import("../entries/react.d.ts").useFogbenderToken} */
export function useFogbenderToken(url, options) {
  // Requests use the options of the last render: a fetch of an earlier one could have an old session in its closure.
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const { user, expect, refreshBeforeSeconds } = options ?? {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: an object of options is new at each render; its fields are not
  const store = useMemo(
    () => storeOf(url, options, latest),
    // Another one of these is another store, in this very render: the old token is gone.
    [String(url), user, expect?.widgetId, expect?.customerId, expect?.userId, refreshBeforeSeconds],
  );
  const snapshot = useSyncExternalStore(store.subscribe, store.get, store.get);
  return useMemo(() => ({ ...snapshot, refresh: store.refresh }), [snapshot, store]);
}

/**
 * The store of one user. What is wrong with the options is its error: thrown, it would blank the page.
 * @param {string | URL} url
 * @param {UseFogbenderTokenOptions} options
 * @param {{ current: UseFogbenderTokenOptions }} latest
 */
function storeOf(url, options, latest) {
  try {
    const { user, refreshBeforeSeconds } = checkOptions(url, options, `${STORE_OPTIONS}, user`);
    const isId = Number.isFinite(user) || (typeof user === "string" && user !== "");
    const isNobody = options && "user" in options && (user === null || user === undefined);
    if (isNobody) return unchanging(SIGNED_OUT);
    if (!isId) refuse("user", "must be the id of your app's current user, or null when nobody is signed in.");
    const ask = (/** @type {AbortSignal} */ signal) => {
      const { user, refreshBeforeSeconds, ...request } = latest.current;
      return fetchToken(url, { ...request, signal });
    };
    return tokenStore(ask, refreshBeforeSeconds);
  } catch (error) {
    return unchanging({ status: "error", error: /** @type {FogbenderTokenError} */ (error) });
  }
}

/** @param {TokenSnapshot} snapshot */
function unchanging(snapshot) {
  const subscribe = () => {
    if (snapshot.error) tell(snapshot.error);
    return () => {};
  };
  return { get: () => snapshot, subscribe, refresh: async () => {} };
}
