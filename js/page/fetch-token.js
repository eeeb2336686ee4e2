import { failure } from "../core/error.js";
import { readAnswer } from "./answer.js";
import { checkOptions, refuse } from "./options.js";

const REQUEST_OPTIONS = ["headers", "credentials", "fetch", "expect"];

export async function fetchToken(url, options) {
  const { fetch = globalThis.fetch, expect, ...request } = checkRequest(url, options, ["signal"]);
  let response, text;
  try {
    const headers = new Headers(request.headers);
    // With it, a login middleware answers 401 and does not send the browser to its login page.
    headers.set("accept", "application/json");
    // Never out of a cache: that could be the answer to an earlier user.
    response = await fetch(url, { ...request, headers, cache: "no-store" });
    if (response.status === 401) return undefined;
    text = await response.text();
  } catch (cause) {
    if (request.signal?.aborted) throw failure("endpoint_aborted", undefined, "The request for the token was aborted. Ask again.", cause);
    const message = "Your token endpoint did not answer. Check the network, its address, CORS and the page's CSP.";
    throw failure("endpoint_unreachable", undefined, message, cause);
  }
  return readAnswer(response, text, expect);
}

/** Refuses what fetch would take for something else, as `undefined` for the address "/undefined". */
export function checkRequest(url, options, more) {
  if (!url) refuse("url", "must be the address of your token endpoint.");
  return checkOptions(options, [...REQUEST_OPTIONS, ...more]);
}
