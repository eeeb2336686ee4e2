import { byId, copyButton, h } from "./dom.js";

const SNIPPETS = [
  {
    name: "React",
    code: `import { useEffect, useState } from "react";
import { FogbenderSimpleWidget } from "fogbender-react";

export function Support() {
  const [token, setToken] = useState();
  useEffect(() => {
    fetch("/fogbender-signatures")
      .then((response) => response.json())
      .then(({ token }) => setToken(token));
  }, []);
  // The widget reads its token once: the key mounts it anew for another user.
  return token ? <FogbenderSimpleWidget key={token.userId} token={token} /> : null;
}`,
  },
  {
    name: "JavaScript",
    code: `import { createNewFogbender } from "fogbender";

const { token } = await (await fetch("/fogbender-signatures")).json();
const fogbender = createNewFogbender();
await fogbender.setToken(token);
await fogbender.renderIframe({ rootEl: document.querySelector("#support") });`,
  },
  {
    name: "Backend",
    code: `import { createSignaturesHandler } from "fogbender-token";

export const GET = createSignaturesHandler({
  secret: process.env.FOGBENDER_SECRET,
  widgetId: process.env.FOGBENDER_WIDGET_ID,
  // The user of the session, never of what the browser says.
  identify: async (request) => (await getSession(request))?.user,
});`,
  },
];

/** Tabs as ARIA describes them: arrow keys move, and one tab alone is in the tab order. */
export function createSnippets() {
  const code = h("code", {});
  const pre = h("pre", { id: "snippet", role: "tabpanel", tabindex: "0" }, code);
  const tabs = SNIPPETS.map(({ name }, index) =>
    h(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${index}`,
        "aria-controls": "snippet",
        "data-snippet": name,
        onclick: () => choose(index),
      },
      name,
    ),
  );
  const list = h("div", { role: "tablist", "aria-labelledby": "snippets-title" }, ...tabs);
  list.addEventListener("keydown", ({ key }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (step === undefined) return;
    const next = (tabs.findIndex((tab) => tab === document.activeElement) + step + tabs.length) % tabs.length;
    choose(next);
    tabs[next]?.focus();
  });
  const copy = copyButton("the snippet", "snippet", () => code.textContent ?? "");
  byId("snippets").append(h("div", { class: "code" }, h("div", { class: "bar" }, list, copy), pre));
  choose(0);

  function choose(chosen: number) {
    for (const [index, tab] of tabs.entries()) {
      tab.setAttribute("aria-selected", String(index === chosen));
      tab.tabIndex = index === chosen ? 0 : -1;
    }
    pre.setAttribute("aria-labelledby", `tab-${chosen}`);
    code.textContent = SNIPPETS[chosen]?.code ?? "";
  }
}
