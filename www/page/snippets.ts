import { byId, copyButton, h } from "./dom.js";

/** The files of snippets/ as text, by the names of their tabs; build.js puts them here. */
declare const SNIPPETS: { [name: string]: string };

/** Tabs as ARIA describes them: arrow keys move, and one tab alone is in the tab order. */
export function createSnippets() {
  const code = h("code", {});
  const pre = h("pre", { id: "snippet", role: "tabpanel", tabindex: "0" }, code);
  const names = Object.keys(SNIPPETS);
  const tabs = names.map((name, index) =>
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
    const next = (tabs.indexOf(document.activeElement as HTMLButtonElement) + step + tabs.length) % tabs.length;
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
    code.textContent = SNIPPETS[names[chosen] ?? ""] ?? "";
  }
}
