import type { UserToken } from "fogbender-token";
import { people } from "../people.js";
import { findFogbender } from "./backend.js";
import { createBeBob } from "./bob.js";
import { byId, h } from "./dom.js";
import { createForm } from "./form.js";
import { createPaste } from "./paste.js";
import { createSnippets } from "./snippets.js";
import { assemble, createStory } from "./story.js";
import { createWidget } from "./widget.js";

/** Alice's, signed with a secret that nobody uses: for the form and the paste box before anybody signs in. */
const EXAMPLE_JWT =
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VySWQiOiJVMjM0MzI4IiwiY3VzdG9tZXJJZCI6IkMyNTY0MzQiLCJjdXN" +
  "0b21lck5hbWUiOiJOZXRmbGl4IiwidXNlckVtYWlsIjoiYWxpY2VAbmV0ZmxpeC5jb20iLCJ1c2VyTmFtZSI6IkFsaWNlIENoZXN" +
  "0ZXJ0b24ifQ.h1b9aMZ23ygDjejYOywAFnb2mDv5b7L1hhtxa9qJG8u8";
const example = assemble(people.alice, EXAMPLE_JWT);

const fogbender = await findFogbender();
const widgetIn = (host: HTMLElement) => (fogbender === null ? undefined : createWidget(host, fogbender));
const frame = (id: string, empty: string) =>
  h(
    "div",
    { class: "frame", id },
    h("p", { class: "empty" }, fogbender === null ? "The widget needs the servers of make demo." : empty),
  );
for (const note of document.querySelectorAll<HTMLElement>("[data-static]")) note.hidden = fogbender !== null;

let current: UserToken | undefined;
const formFrame = frame("form-widget", "The widget with this token appears here.");
const form = createForm(widgetIn(formFrame), formFrame);
const tell = createStory(widgetIn(byId("stage-widget")), (token) => {
  current = token;
  form.load(token);
});

const bobFrame = frame("attack-widget", "The widget with the attack’s token appears here.");
createBeBob({
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
  { label: "A bare userJWT", text: EXAMPLE_JWT },
]);
createSnippets();
form.load(example);

let entered = Promise.resolve();
const buttons = [...document.querySelectorAll<HTMLButtonElement>("[data-sign-in]")];
for (const button of buttons) {
  button.disabled = fogbender === null;
  button.addEventListener("click", () => void enter(button.dataset.signIn ?? "", true));
}

/** Signs somebody in, with pauses for those who watch; one after the other. */
function enter(who: string, pauses: boolean) {
  entered = entered.then(async () => {
    const signer = document.querySelector<HTMLInputElement>("[name=signer]:checked");
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.signIn === who));
    await tell(who, signer?.value === "api" ? "api" : "backend", pauses).catch((error: Error) => {
      byId("story-status").textContent = `This did not work (${error.message}). Is make demo still running?`;
    });
  });
  return entered;
}
