import type { UserToken } from "fogbender-token";
import { fetchOwnToken, fetchTrace, signaturesPath, signIn, signOut, type Signer } from "./backend.js";
import { byId, h } from "./dom.js";
import type { Widget } from "./widget.js";

type Lane = "app" | "backend" | "fogbender";
const LANES: Record<Lane, string> = { app: "Your app", backend: "Your backend", fogbender: "Fogbender" };

/** The seed's sequence diagram; when the backend signs by itself, steps 4 and 5 stay inside it. */
const STEPS: [Lane, Lane, (name: string, by: Signer) => string][] = [
  ["app", "backend", (name) => `Sign ${name} in, please`],
  ["backend", "app", () => "Signed in!"],
  ["app", "backend", (name) => `A userJWT for ${name}, please`],
  [
    "backend",
    "fogbender",
    (name, by) => (by === "api" ? `Call /signatures for ${name}, with the secret` : `Sign ${name}’s identity with the secret`),
  ],
  ["fogbender", "backend", () => "Here you go: { signatures }"],
  ["backend", "app", () => "Here you go: userJWT"],
  ["app", "fogbender", (name) => `May I render the widget for ${name}?`],
  ["fogbender", "app", () => "Verified, render away!"],
];

const pretty = (value: unknown) => JSON.stringify(value, null, 2);

/**
 * The story on the first screen: somebody signs in, and every message lights its step. `onUser` is told of each token, and
 * of `undefined` as soon as its user is no longer the one on the page.
 */
export function createStory(widget: Widget | undefined, onUser: (token: UserToken | undefined) => void) {
  const messages: string[] = [];
  const list = byId("steps");
  const rows = STEPS.map(([from, to, label], index) => {
    const route = h("span", { class: "hidden" });
    const text = h("span", { class: "label" });
    const button = h("button", { type: "button", disabled: true, onclick: () => open(index) }, route, text, h("span", { class: "arrow" }));
    const row = h("li", { "data-step": String(index + 1), "data-state": "idle" }, button);
    return { row, button, text, route, from, to, label };
  });
  list.append(...rows.map(({ row }) => row));
  draw("Alice", "backend");

  function draw(name: string, by: Signer) {
    for (const [index, { row, text, route, from, to, label }] of rows.entries()) {
      const inside = by === "backend" && (index === 3 || index === 4);
      const ends: [Lane, Lane] = inside ? ["backend", "backend"] : [from, to];
      [row.dataset.from, row.dataset.to] = ends;
      route.textContent = inside ? "Your backend, by itself: " : `${LANES[from]} to ${LANES[to]}: `;
      text.textContent = label(name, by);
    }
  }

  function open(index: number) {
    for (const [at, { button }] of rows.entries()) button.setAttribute("aria-pressed", String(at === index));
    byId("message-title").textContent = `${index + 1} · ${rows[index]?.route.textContent}${rows[index]?.text.textContent}`;
    byId("message").textContent = messages[index] ?? "";
    byId("message").scrollTop = 0;
  }

  let pause = 0;

  async function light(step: number, message: string, state = "done") {
    const row = rows[step - 1];
    if (row === undefined) return;
    messages[step - 1] = message;
    row.row.dataset.state = state;
    row.button.disabled = false;
    open(step - 1);
    await new Promise((done) => setTimeout(done, pause));
  }

  /** Nobody's from now on: the widget of whoever was there leaves before anything else happens. */
  function reset(note: string) {
    widget?.clear(note);
    onUser(undefined);
    messages.length = 0;
    for (const { row, button } of rows) {
      row.dataset.state = "idle";
      button.disabled = true;
      button.removeAttribute("aria-pressed");
    }
    byId("lane-user").textContent = "nobody";
    byId("message-title").textContent = "The real message";
    byId("message").textContent = "Sign in, then choose any step to read what was sent.";
    const left = present ? "The old widget has left. " : "";
    present = false;
    return left;
  }

  const say = (text: string) => (byId("story-status").textContent = text);
  /** Whether a widget is on the page. */
  let present = false;

  /** Runs the whole sequence; whatever is shown was sent or received. */
  async function enter(who: string, by: Signer, pauses: boolean) {
    if (widget === undefined) throw new Error("Nobody can sign in without the servers.");
    const name = who === "alice" ? "Alice" : "Bob";
    pause = pauses && !matchMedia("(prefers-reduced-motion: reduce)").matches ? 260 : 0;
    const left = reset(`${name}’s widget comes with ${name}’s token.`);
    draw(name, by);
    say(`${left}${name} signs in …`);
    const { signedIn } = await signIn(who);
    byId("lane-user").textContent = signedIn.userName;
    await light(1, `POST /session\n\n${pretty(who)}`);
    await light(2, `200\nSet-Cookie: [HttpOnly: no script can read it]\n\n${pretty({ signedIn })}`);
    const { token, answer } = await fetchOwnToken(by);
    const [asked, signed] = await fetchTrace();
    await light(3, `GET /${signaturesPath(by)}\nCookie: [the session]\n\nNothing in it says who: the session does.`);
    await light(4, asked ?? "");
    await light(5, signed ?? pretty(answer));
    await light(6, `200\n\n${pretty(answer)}`);
    onUser(token);
    let ready: object = {};
    let received: object = {};
    const decided = await widget.mount(token, (seen) => {
      ready = seen.ready ?? ready;
      received = seen.received ?? received;
    });
    present = true;
    await light(7, `The frame: ${JSON.stringify(ready)}\nThe widget: ${pretty(received)}`);
    await light(8, pretty(decided), decided.verdict === "accepted" ? "done" : "refused");
    say(`${signedIn.userName} is signed in; Fogbender says: ${decided.verdict}.`);
  }

  async function leave() {
    const left = reset("Nobody is signed in, so there is no widget.");
    say(`${left}Signing out …`);
    await signOut();
    say(`${left}Nobody is signed in.`);
  }

  return { enter, leave, draw };
}
