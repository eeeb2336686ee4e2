import { createNewFogbender } from "fogbender";
import { createTokenStore, tokenKey } from "fogbender-token/page";

const box = document.querySelector<HTMLElement>("#support")!; // display: flex, and a height
const store = createTokenStore("/fogbender-signatures");
let key: string | undefined;

store.subscribe(() => {
  const { token, error } = store.get();
  if (token && tokenKey(token) === key) return; // a fresh userJWT: the widget stays
  key = token && tokenKey(token);
  box.replaceChildren(error && !token ? `No chat: ${error.message}` : ""); // the old widget leaves
  if (!token) return;
  const fogbender = createNewFogbender();
  fogbender.setToken(token);
  fogbender.renderIframe({ rootEl: box.appendChild(document.createElement("div")) });
});

/** Call it after a sign-in, a switch of user or company, and a logout. */
export function userChanged() {
  store.clear();
  return store.refresh();
}
