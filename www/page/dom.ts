type Child = Node | string | undefined | false;
type Props = Record<string, string | boolean | EventListener | undefined>;

/** Makes an element: functions listen, `true` is an empty attribute, `false` and `undefined` are none. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, props: Props = {}, ...children: Child[]) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

/** The element with this id, which index.html has. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`There is no #${id}.`);
  return element;
}

/** A button that copies what `text` gives, and says so. */
export function copyButton(what: string, id: string, text: () => string) {
  const label = h("span", { "aria-live": "polite" }, "Copy");
  const rest = () => (label.textContent = "Copy");
  let timer: ReturnType<typeof setTimeout> | undefined;
  const copy = async () => {
    // What it still says of the copy before is not about this one.
    clearTimeout(timer);
    rest();
    label.textContent = await navigator.clipboard.writeText(text()).then(
      () => "Copied",
      () => "Not allowed",
    );
    clearTimeout(timer);
    timer = setTimeout(rest, 1500);
  };
  return h(
    "button",
    { type: "button", class: "quiet copy", "data-copy": id, onclick: () => void copy() },
    label,
    h("span", { class: "hidden" }, ` ${what}`),
  );
}

/** A titled block of code, with a button that copies it. */
export function codeBlock(title: string, id: string) {
  const code = h("code", { id });
  const pre = h("pre", { tabindex: "0", role: "group", "aria-label": title }, code);
  const copy = copyButton(title, id, () => code.textContent ?? "");
  return {
    element: h("div", { class: "code" }, h("div", { class: "bar" }, h("h3", {}, title), copy), pre),
    code,
    copy,
  };
}
