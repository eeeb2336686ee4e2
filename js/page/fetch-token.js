import { failure } from "../core/error.js";
import { readAnswer } from "./answer.js";
import { checkOptions, refuse } from "./options.js";

/** @type {typeof import("../entries/page.d.ts").fetchToken} */
export async function fetchToken(url, options) {
  const { fetch = globalThis.fetch, expect, ...request } = checkOptions(url, options, "signal");
  for (const [name, value] of Object.entries(request)) {
    try {
      // If an option is wrong, fetch itself only says that the network failed.
      new Request("http://a", { [name]: value });
    } catch {
      refuse(name, "must be what fetch takes.");
    }
  }
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
    if (request.signal?.aborted) throw failure("endpoint_aborted", undefined, "The request was aborted. Ask again.", cause);
    const message = "Your token endpoint did not answer. Check the network, its address, CORS and CSP.";
    throw failure("endpoint_unreachable", undefined, message, cause);
  }
  return readAnswer(response, text, expect);
}
