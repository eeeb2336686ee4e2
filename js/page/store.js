/**
 * @import { UserToken } from "../entries/index.d.ts"
 * @import { TokenSnapshot, TokenStore } from "../entries/page.d.ts"
 */
import { fetchToken } from "./fetch-token.js";
import { checkOptions } from "./options.js";
import { tell } from "./tell.js";
import { lifetime } from "./user-token.js";

/** @type {TokenSnapshot} */
const LOADING = { status: "loading" };
export const STORE_OPTIONS = "refreshBeforeSeconds";
/** @type {TokenSnapshot} */
export const SIGNED_OUT = { status: "signed-out" };

/** @type {typeof import("../entries/page.d.ts").createTokenStore} */
export function createTokenStore(url, options) {
  const { refreshBeforeSeconds, ...request } = checkOptions(url, options, STORE_OPTIONS);
  return tokenStore((signal) => fetchToken(url, { ...request, signal }), refreshBeforeSeconds);
}

/** Timers of 2^31 ms and more would fire at once, and timers stand still while the machine sleeps: so none is longer. */
const LONGEST_WAIT = 3_600_000;

/**
 * The current user's token. One request runs at a time: a new one aborts the one before, and what an aborted one brings
 * nevertheless is thrown away.
 * @param {(signal: AbortSignal) => Promise<UserToken | undefined>} ask
 * @param {number} [refreshBeforeSeconds]
 * @returns {TokenStore}
 */
export function tokenStore(ask, refreshBeforeSeconds) {
  /** @type {Set<() => void>} */
  const listeners = new Set();
  let snapshot = LOADING;
  /** @type {AbortController | undefined} */
  let request;
  /** In milliseconds since 1970. NaN: never. */
  let refreshAt = NaN;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {TokenSnapshot} next */
  function show(next) {
    if (next === snapshot) return;
    snapshot = next;
    for (const listener of [...listeners]) listener();
  }

  function abort() {
    clearTimeout(timer);
    request?.abort();
    request = undefined;
  }

  function clear() {
    abort();
    refreshAt = NaN;
    show(SIGNED_OUT);
  }

  async function refresh() {
    abort();
    const own = new AbortController();
    request = own;
    if (!snapshot.token) show(LOADING);
    /** @type {TokenSnapshot} */
    const next = await ask(own.signal).then(
      (token) => (token ? { status: "ready", token } : SIGNED_OUT),
      // The network is gone for a moment: that says nothing of the session.
      (error) => (error.code === "endpoint_unreachable" && snapshot.token ? { ...snapshot, error } : { status: "error", error }),
    );
    if (request !== own) return;
    request = undefined;
    if (next.error) tell(next.error);
    refreshAt = refreshTime(next, /** @type {number} */ (refreshBeforeSeconds));
    wait();
    show(next);
  }

  /** Refreshes when it is time, and not while nobody sees the page. */
  function wait() {
    clearTimeout(timer);
    if (request || !listeners.size) return;
    const milliseconds = refreshAt - Date.now();
    if (milliseconds > 0) {
      timer = setTimeout(wait, Math.min(milliseconds, LONGEST_WAIT));
      // Node must not live on for it.
      timer.unref?.();
    } else if (milliseconds <= 0 && !globalThis.document?.hidden) {
      refresh();
    }
  }

  /**
   * The browser's Back button shows a page as it was left, perhaps by somebody who has signed out since.
   * @param {PageTransitionEvent} event
   */
  function returned({ persisted }) {
    if (!persisted || snapshot === SIGNED_OUT) return;
    show(LOADING);
    refresh();
  }

  /** @param {"addEventListener" | "removeEventListener"} method neither is in Node */
  function watch(method) {
    globalThis[method]?.("visibilitychange", wait);
    globalThis[method]?.("pageshow", /** @type {EventListener} */ (returned));
  }

  /** @param {() => void} listener */
  function subscribe(listener) {
    const own = () => listener();
    listeners.add(own);
    if (listeners.size === 1) {
      watch("addEventListener");
      // Later, so that StrictMode, which subscribes twice, makes one request.
      queueMicrotask(() => (snapshot === LOADING && !request && listeners.size ? refresh() : wait()));
    }
    return () => {
      if (!listeners.delete(own) || listeners.size) return;
      watch("removeEventListener");
      abort();
    };
  }

  return { get: () => snapshot, subscribe, refresh, clear };
}

/**
 * When to ask again. Never sooner than in 30 s, whatever the clocks and the JWT say.
 * @param {TokenSnapshot} snapshot
 * @param {number} beforeSeconds
 */
function refreshTime({ token, error }, beforeSeconds) {
  const seconds = lifetime(token) - beforeSeconds;
  return Date.now() + 1000 * Math.max(error ? 0 * seconds : seconds, 30);
}
