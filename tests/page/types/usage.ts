// What the compiler must accept, and what it must refuse: an unused @ts-expect-error is an error itself.
import type { FogbenderTokenError as ServersError, UserToken as ServersToken } from "fogbender-token";
import {
  createTokenStore,
  fetchToken,
  FogbenderTokenError,
  type SignaturesAnswer,
  tokenKey,
  type TokenSnapshot,
  type UserToken,
} from "fogbender-token/page";
import { type FogbenderTokenState, useFogbenderToken } from "fogbender-token/react";
import { checkToken } from "fogbender";

export async function asking(signal: AbortSignal) {
  const token: UserToken | undefined = await fetchToken("/fogbender-signatures", {
    signal,
    headers: [["a", "b"]],
    fetch,
    credentials: "include",
  });
  await fetchToken(new URL("https://example.com"), { expect: { widgetId: "dzE", userId: 42, customerId: undefined } });
  // @ts-expect-error nobody may be signed in
  tokenKey(token);
  if (token === undefined) return;
  const key: string = tokenKey(token);
  checkToken(token);
  const same: ServersToken = token;
  // @ts-expect-error an option that does not exist
  await fetchToken("/x", { timeout: 1 });
  // @ts-expect-error the name is not one that is compared
  await fetchToken("/x", { expect: { userName: "Alice" } });
  return [key, same];
}

export function answered({ signatures, token }: SignaturesAnswer): [string, UserToken | undefined] {
  return [signatures.userJWT, token];
}

export function storing(): string {
  const store = createTokenStore("/x", { refreshBeforeSeconds: 60 });
  const stop: () => void = store.subscribe(() => {});
  const done: Promise<void> = store.refresh();
  store.clear();
  stop();
  // @ts-expect-error a store makes its own signals
  createTokenStore("/x", { signal: AbortSignal.abort() });
  return describe(store.get()) + String(done);
}

/** Each status has what belongs to it. */
function describe(snapshot: TokenSnapshot): string {
  switch (snapshot.status) {
    case "ready":
      return snapshot.token.userId + (snapshot.error?.code ?? "");
    case "error":
      return snapshot.error.message;
    case "loading":
    case "signed-out": {
      const nothing: undefined = snapshot.token;
      return String(nothing);
    }
  }
}

export function Hook(user: { id: string } | undefined) {
  const state: FogbenderTokenState = useFogbenderToken("/x", { user: user?.id, refreshBeforeSeconds: undefined });
  useFogbenderToken("/x", { user: 42 });
  useFogbenderToken("/x", { user: null, expect: { userId: "U1" } });
  // @ts-expect-error user must be given
  useFogbenderToken("/x", {});
  // @ts-expect-error and it is an id
  useFogbenderToken("/x", { user: { id: "U1" } });
  const { status, token, error, refresh } = state;
  const again: Promise<void> = refresh();
  if (status === "ready") return token.userId;
  // @ts-expect-error without "ready" there is no token
  token.userId;
  return status === "error" ? error.code : again;
}

export function sameBrand(error: unknown) {
  if (error instanceof FogbenderTokenError) {
    const ours: ServersError = error;
    return ours.code === "endpoint_unreachable";
  }
  return false;
}
