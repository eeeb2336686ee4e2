// The page in the widget's frame, in the place of Fogbender's own client.
import css from "../client/client.css" with { type: "text" };
import script from "../client/client.js" with { type: "text" };
import html from "../client/index.html" with { type: "text" };
import { failure } from "../core/error.js";

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/**
 * Gives the files of the page by their paths. Pages of `app` alone may frame it and give it a token.
 * @param {string} app
 */
export function clientPage(app) {
  const wrong = wrongOrigin(app);
  if (wrong !== undefined) throw failure("option_invalid", "app", `app ${wrong}`);
  const headers = {
    "content-security-policy": `${POLICY}; frame-ancestors ${app}`,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
  };
  /** @type {(type: string, body: string) => { body: string, headers: Record<string, string> }} */
  const file = (type, body) => ({ body, headers: { ...headers, "content-type": `text/${type}; charset=utf-8` } });
  return new Map([
    ["/", file("html", html.replace("{{app}}", app))],
    ["/client.css", file("css", css)],
    ["/client.js", file("javascript", script)],
  ]);
}

/**
 * What is wrong with the origin of an app's pages, if anything is.
 * @param {unknown} app
 */
export function wrongOrigin(app) {
  const origin = typeof app === "string" && URL.canParse(app) ? new URL(app).origin : "";
  const isWeb = /^https?:\/\/[\w.:[\]-]+$/.test(origin);
  if (isWeb && origin === app) return undefined;
  const like = isWeb ? origin : "http://localhost:5173";
  return `must be the origin of your app's pages, without a path and without a slash at its end. Write it like ${like}.`;
}
