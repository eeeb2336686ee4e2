import { FogbenderSimpleWidget } from "fogbender-react";
import type { Explanation, UserToken } from "fogbender-token";
import { createElement } from "react";
import { createRoot, type Root } from "react-dom/client";
import { h } from "./dom.js";

export interface Seen {
  /** The frame has loaded, and asks for the token. */
  ready?: object;
  /** What the widget gave the frame. */
  received?: object;
  /** What Fogbender's side decided. */
  decided?: Explanation;
}

/** A place for the published widget, which listens to what its frame says. */
export function createWidget(host: HTMLElement, clientUrl: string) {
  let root: Root | undefined;
  let onSeen: (seen: Seen) => void = () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  window.addEventListener("message", ({ origin, source, data }) => {
    if (origin !== clientUrl || source !== host.querySelector("iframe")?.contentWindow) return;
    if (data.type === "APP_IS_READY") onSeen({ ready: data });
    if (data.type === "STAND_IN") onSeen(data);
  });
  // The widget gives its frame no name, and screen readers need one.
  new MutationObserver(() => {
    for (const frame of host.querySelectorAll("iframe")) frame.title = "Fogbender’s messaging client";
  }).observe(host, { childList: true, subtree: true });

  /** Takes the widget away, and says why there is none; a frame that is moved would load again. */
  function clear(note = "") {
    root?.unmount();
    root = undefined;
    host.replaceChildren(h("p", { class: "empty" }, note));
    onSeen = () => undefined;
    clearTimeout(timer);
  }

  /** Mounts the widget anew, because it reads its token once, and gives what Fogbender decides; the last call wins. */
  function mount(token: UserToken, watch: (seen: Seen) => void = () => undefined): Promise<Explanation> {
    clear();
    host.replaceChildren();
    root = createRoot(host);
    root.render(createElement(FogbenderSimpleWidget, { clientUrl, token: structuredClone(token) }));
    return new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new Error("The frame did not answer within 10 seconds.")), 10_000);
      onSeen = (seen) => {
        watch(seen);
        if (seen.decided === undefined) return;
        clearTimeout(timer);
        resolve(seen.decided);
      };
    });
  }

  return { mount, clear };
}

export type Widget = ReturnType<typeof createWidget>;
