// What the stand-in says while it runs: text, also in a pipe, because dev servers are run through one; with --json, a JSON
// text on each line.
/**
 * @import { Explanation } from "../../entries/index.d.ts"
 * @import { Event } from "./types.d.ts"
 */
import { json } from "../terminal.js";
import { TEXTS } from "./texts.js";

/** More of a name than this is not needed to know who it is. */
const MAX_NAME = 40;

/**
 * @param {{ app: string, secret: string, asJSON: boolean }} options
 * @returns `told` prints an event; `decided` and `asked` tell what became of a token and of a request
 */
export function teller({ app, secret, asJSON }) {
  /** Whoever sends a token writes into its fields whatever she likes: neither the secret nor a JWT is repeated. */
  const hide = (/** @type {string} */ text) => text.replaceAll(secret, "(the secret)").replace(/eyJ[\w-]{8,}(\.[\w-]*){0,2}/g, "(a JWT)");
  const lines = (/** @type {Event} */ event) => (asJSON ? [json(event)] : TEXTS[event.event](/** @type {never} */ (event)));
  const told = (/** @type {Event} */ event) => {
    for (const line of lines(event)) console.log(line);
  };
  const toldHiding = (/** @type {Event} */ event) => {
    for (const line of lines(event)) console.log(hide(line));
  };

  /**
   * @param {Explanation} explanation
   * @param {string} text
   */
  function decided({ verdict, steps, reasons, consequences, hints }, text) {
    const ended = steps.find(({ outcome }) => outcome !== "goes_on");
    toldHiding({ event: "verify", verdict, who: whoIn(hide(text)), ended, reasons, consequences, hints });
  }

  /**
   * Answers a request, and tells what happened where the token's decision does not.
   * @param {Request} request
   * @param {(request: Request) => Promise<Response>} standIn
   */
  async function asked(request, standIn) {
    const { pathname } = new URL(request.url);
    const from = strangerIn(request, app);
    if (from !== undefined) toldHiding({ event: "framed", from, app });
    const response = await standIn(request);
    if (request.method === "POST") {
      const { error } = await response.clone().json();
      const path = pathname.slice(0, MAX_NAME);
      if (error !== undefined) toldHiding({ event: "error", path, status: response.status, message: error.message });
      else if (pathname !== "/verify") toldHiding({ event: "signed", path });
    }
    return response;
  }

  return { told, decided, asked };
}

/**
 * The origin of a page that frames the client and is not the app's; the browser leaves its frame empty.
 * @param {Request} request
 * @param {string} app
 */
function strangerIn(request, app) {
  const referer = request.headers.get("referer") ?? "";
  if (request.headers.get("sec-fetch-dest") !== "iframe" || !URL.canParse(referer)) return undefined;
  const { origin } = new URL(referer);
  return origin === app ? undefined : origin;
}

/**
 * Whom a token names, for people.
 * @param {string} text
 */
function whoIn(text) {
  const { userName, customerName, userId, customerId } = fieldsIn(text);
  if (userId === undefined) return "a token that names nobody";
  return `${name(userName)} of ${name(customerName)} (${name(userId)}, ${name(customerId)})`;
}

/** @param {unknown} value */
const name = (value) => (typeof value !== "string" ? "?" : value.length > MAX_NAME ? `${value.slice(0, MAX_NAME)}…` : value);

/**
 * The explanation says what is wrong with a text that is no token.
 * @param {string} text
 * @returns {Record<string, unknown>}
 */
function fieldsIn(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
