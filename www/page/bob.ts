import type { Explanation, UserToken } from "fogbender-token";
import { GROUPS, type Attack } from "./attacks.js";
import { verifyOnBackend } from "./backend.js";
import { byId, h } from "./dom.js";
import { problemList } from "./fields.js";
import type { Widget } from "./widget.js";

interface Options {
  widget: Widget | undefined;
  frame: HTMLElement;
  /** Alice's own token, from her session. */
  asAlice: () => Promise<UserToken>;
  /** Shows a token in the form. */
  inspect: (token: UserToken) => void;
}

const EMPTY = "The widget with the attack’s token appears here.";

/** The attacks, and beside them what became of the last one. */
export function createBeBob({ widget, frame, asAlice, inspect }: Options) {
  for (const { title, note, attacks } of GROUPS) {
    const list = h("ul", { class: "attacks" }, ...attacks.map((attack) => h("li", {}, attackButton(attack))));
    byId("attacks").append(h("div", { class: "group" }, h("h3", {}, title), h("p", { class: "help" }, note), list));
  }
  const verdict = h("p", { class: "verdict", id: "attack-verdict", role: "status" }, "Choose an attack.");
  const report = h("div", { id: "attack-report", class: "report" });
  byId("result").append(verdict, frame, report);

  function attackButton(attack: Attack) {
    const badge = h("span", { class: "pill badge" }, "Try");
    const button = h(
      "button",
      {
        type: "button",
        class: "attack",
        "data-attack": attack.id,
        disabled: widget === undefined,
        onclick: () => void run(attack, button, badge).catch(failed),
      },
      h("span", { class: "title" }, attack.title),
      h("span", { class: "how" }, attack.how),
      badge,
    );
    return button;
  }

  let runs = 0;

  /** Nobody's attack any more: its widget leaves with its user. */
  function clear() {
    runs += 1;
    widget?.clear(EMPTY);
    delete verdict.dataset.verdict;
    verdict.textContent = "Choose an attack.";
    report.replaceChildren();
  }

  function failed(error: Error) {
    verdict.textContent = `This did not work (${error.message}). Is make demo still running?`;
  }

  async function run(attack: Attack, button: HTMLButtonElement, badge: HTMLElement) {
    if (widget === undefined) return;
    const own = await asAlice();
    const mine = ++runs;
    const result = byId("result");
    result.dataset.shows = attack.id;
    delete verdict.dataset.verdict;
    verdict.textContent = "Asking Fogbender …";
    // Beside the list where there is room, and otherwise right below the attack.
    const narrow = matchMedia("(max-width: 899px)").matches;
    const place = narrow ? button.parentElement : byId("attacks").parentElement;
    widget.clear();
    place?.append(result);
    for (const other of document.querySelectorAll("[data-attack][aria-current]")) other.removeAttribute("aria-current");
    button.setAttribute("aria-current", "true");
    const token = await attack.make(own);
    if (mine !== runs) return;
    const decided = await widget.mount(token);
    const { userJWT } = token;
    const verified = attack.verifiedByYou && userJWT !== undefined ? await verifyOnBackend(userJWT) : undefined;
    const succeeds = decided.verdict === "accepted";
    for (const element of [button, badge, verdict]) element.dataset.verdict = decided.verdict;
    badge.dataset.kind = succeeds ? "unsigned" : "signed";
    badge.textContent = succeeds ? "Succeeds" : "Refused";
    verdict.textContent = succeeds ? "Fogbender accepts it: the attack succeeds" : "Fogbender refuses it";
    report.replaceChildren(...told(attack, own, token, decided, verified));
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    (narrow ? button : result).scrollIntoView({
      block: narrow ? "start" : "nearest",
      behavior: calm ? "auto" : "smooth",
    });
  }

  function told(
    attack: Attack,
    own: UserToken,
    token: UserToken,
    { verdict, reasons, consequences, hints }: Explanation,
    verified?: { verdict: string; code?: string },
  ) {
    const edited = new Set(changedNames(own, token));
    const used = consequences.filter(({ field }) => field === undefined || edited.has(field));
    const why = verdict === "accepted" ? problemList("consequences", used.length > 0 ? used : hints) : problemList("reasons", reasons);
    return [
      h("h3", {}, "What differs from Alice’s own token"),
      changes(own, token),
      h("h3", {}, "Why"),
      attack.why ? h("p", {}, attack.why) : why,
      verified && h("h3", {}, "Your own verifier"),
      verified &&
        h(
          "p",
          { "data-verified": verified.verdict },
          `verifyUserJWT() ${verified.verdict === "refused" ? "refuses it: " : "accepts it."}`,
          h("code", {}, verified.code ?? ""),
        ),
      h("h3", {}, "What you do"),
      h("p", { "data-fix": true }, attack.fix),
      h(
        "button",
        { type: "button", class: "quiet", "data-inspect": true, onclick: () => inspect(token) },
        "Look at this token in the form",
      ),
    ].filter((part) => part instanceof Node);
  }

  return { clear };
}

const membersOf = (token: UserToken) => new Map<string, string>(Object.entries(token));

/** The fields in which her token is no longer her own. */
function changedNames(own: UserToken, token: UserToken) {
  const [before, after] = [membersOf(own), membersOf(token)];
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));
}

/** From what to what she changed them. */
function changes(own: UserToken, token: UserToken) {
  const [before, after] = [membersOf(own), membersOf(token)];
  const short = (value = "none") => (value.length > 34 ? `${value.slice(0, 6)}…${value.slice(-6)}` : value);
  return h(
    "ul",
    { class: "changes" },
    ...changedNames(own, token).map((name) =>
      h(
        "li",
        { "data-changed": name },
        h("code", {}, name),
        h("span", {}, h("del", {}, short(before.get(name))), " ", h("ins", {}, short(after.get(name)))),
      ),
    ),
  );
}
