import type { UserToken } from "fogbender-token";
import { people, widgetId } from "../people.js";
import { findBackend, type Signer } from "./backend.js";
import { createBeBob } from "./bob.js";
import { byId, h } from "./dom.js";
import { createForm } from "./form.js";
import { createPaste } from "./paste.js";
import { createSnippets } from "./snippets.js";
import { createStory } from "./story.js";
import { createWidget } from "./widget.js";

/** Alice's, signed with a secret that nobody uses: for a static copy of the page, where no server has another. */
const EXAMPLE_JWT =
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VySWQiOiJVMjM0MzI4IiwiY3VzdG9tZXJJZCI6IkMyNTY0MzQiLCJjdXN" +
  "0b21lck5hbWUiOiJOZXRmbGl4IiwidXNlckVtYWlsIjoiYWxpY2VAbmV0ZmxpeC5jb20iLCJ1c2VyTmFtZSI6IkFsaWNlIENoZXN" +
  "0ZXJ0b24ifQ.h1b9aMZ23ygDjejYOywAFnb2mDv5b7L1hhtxa9qJG8u8";
const { fogbender, sample } = await findBackend();
const example: UserToken = sample ?? { widgetId, ...people.alice, userJWT: EXAMPLE_JWT };
const widgetIn = (host: HTMLElement) => (fogbender === null ? undefined : createWidget(host, fogbender));
const frame = (id: string, empty: string) =>
  h("div", { class: "frame", id }, h("p", { class: "empty" }, fogbender === null ? "The widget needs the servers of make demo." : empty));
for (const note of document.querySelectorAll<HTMLElement>("[data-static]")) note.hidden = fogbender !== null;

let current: UserToken | undefined;
const formFrame = frame("form-widget", "The widget with this token appears here.");
const form = createForm(widgetIn(formFrame), formFrame);
const story = createStory(widgetIn(byId("stage-widget")), (token) => {
  current = token;
  form.load(token ?? example);
  if (token === undefined) bob.clear();
});

const bobFrame = frame("attack-widget", "The widget with the attack’s token appears here.");
const bob = createBeBob({
  widget: widgetIn(bobFrame),
  frame: bobFrame,
  async asAlice() {
    if (current?.userId !== people.alice.userId) await enter("alice", false);
    if (current?.userId !== people.alice.userId) throw new Error("Alice could not sign in");
    return current;
  },
  inspect(token) {
    form.load(token);
    byId("token-title").focus();
  },
});

createPaste([
  { label: "Alice’s token", text: JSON.stringify(example, null, 2) },
  { label: "With Bob’s userId", text: JSON.stringify({ ...example, userId: people.bob.userId }, null, 2) },
  { label: "A bare userJWT", text: `Bearer ${example.userJWT}` },
  { label: "A broken JSON", text: JSON.stringify(example, null, 2).replace(/,\n(?= +"userName")/, "\n") },
]);
createSnippets();
form.load(example);

const buttons = [...document.querySelectorAll<HTMLButtonElement>("[data-sign-in]")];
const signOutButton = byId("sign-out") as HTMLButtonElement;
let wanted = "";
for (const button of buttons) {
  button.disabled = fogbender === null;
  button.addEventListener("click", () => {
    lookAt(byId("sign-in"));
    void enter(button.dataset.signIn ?? "", true);
  });
}
signOutButton.addEventListener("click", () => void inTurn("", () => story.leave()));
// Who signs counts at once: whoever is there signs in again.
byId("signer").addEventListener("change", () => (wanted === "" ? story.draw("Alice", signer()) : void enter(wanted, true)));

/** On a narrow screen, the widget would appear below what can be seen. */
function lookAt(part: HTMLElement) {
  if (!matchMedia("(max-width: 899px)").matches) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  part.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
}

function signer(): Signer {
  return document.querySelector<HTMLInputElement>("[name=signer]:checked")?.value === "api" ? "api" : "backend";
}

/** Signs somebody in, with pauses for those who watch. */
function enter(who: string, pauses: boolean) {
  return inTurn(who, () => story.enter(who, signer(), pauses));
}

let done = Promise.resolve();

/** One after the other, however fast the clicks; the buttons tell at once what was asked for. */
function inTurn(who: string, run: () => Promise<void>) {
  wanted = who;
  for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.signIn === who));
  signOutButton.disabled = who === "";
  done = done.then(run).catch((error: Error) => {
    byId("story-status").textContent = `This did not work (${error.message}). Is make demo still running?`;
  });
  return done;
}
