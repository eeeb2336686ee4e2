import {
  SIGNED_OUT,
  STORE_OPTIONS,
  checkOptions,
  fetchToken,
  refuse,
  tell,
  tokenStore
} from "./page-MPIVRP5J.js";

// js/page/react.js
import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";
function useFogbenderToken(url, options) {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const { user, expect, refreshBeforeSeconds } = options ?? {};
  const store = useMemo(
    () => storeOf(url, options, latest),
    // Another one of these is another store, in this very render: the old token is gone.
    [String(url), user, expect?.widgetId, expect?.customerId, expect?.userId, refreshBeforeSeconds]
  );
  const snapshot = useSyncExternalStore(store.subscribe, store.get, store.get);
  return useMemo(() => ({ ...snapshot, refresh: store.refresh }), [snapshot, store]);
}
function storeOf(url, options, latest) {
  try {
    const { user, refreshBeforeSeconds } = checkOptions(url, options, `${STORE_OPTIONS}, user`);
    const isId = Number.isFinite(user) || typeof user === "string" && user !== "";
    const isNobody = options && "user" in options && (user === null || user === void 0);
    if (isNobody) return unchanging(SIGNED_OUT);
    if (!isId) refuse("user", "must be the id of your app's current user, or null when nobody is signed in.");
    const ask = (signal) => {
      const { user: user2, refreshBeforeSeconds: refreshBeforeSeconds2, ...request } = latest.current;
      return fetchToken(url, { ...request, signal });
    };
    return tokenStore(ask, refreshBeforeSeconds);
  } catch (error) {
    return unchanging({ status: "error", error: (
      /** @type {FogbenderTokenError} */
      error
    ) });
  }
}
function unchanging(snapshot) {
  const subscribe = () => {
    if (snapshot.error) tell(snapshot.error);
    return () => {
    };
  };
  return { get: () => snapshot, subscribe, refresh: async () => {
  } };
}
export {
  useFogbenderToken
};
