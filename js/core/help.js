// Each code's cause and fix, in a sentence each: docs/errors.md and error.help are made from this.
// The names stand in the order of the alphabet; a test compares them with the type ErrorCode.

/** @type {Record<string, { cause: string, fix: string }>} */
export const HELP = {
  cross_site_request: {
    cause: "The browser says that a page of another site asks, and that page's origin is not in the option origins.",
    fix: "If the page is yours, add its origin to origins, such as https://app.example.com; if not, nothing is to be done.",
  },
  endpoint_aborted: {
    cause: "The request for the token was aborted by its signal.",
    fix: "Nothing is to be done when the page has moved on; otherwise ask again.",
  },
  endpoint_failed: {
    cause: "Your token endpoint answered with an error that is not in the form of this package's.",
    fix: "Read the status and the words in the message, and the endpoint's log.",
  },
  endpoint_not_json: {
    cause: "Your token endpoint answered with HTML, or with nothing, instead of JSON: often a login page or the app's own index.html.",
    fix: "Check its address, and let it answer 401 when nobody is signed in.",
  },
  endpoint_unreachable: {
    cause: "Your token endpoint did not answer: no network, a wrong host, CORS, the page's Content-Security-Policy, or a gateway's status 502, 503 or 504.",
    fix: "Ask again when the network is back; if it never answers, look at the request in the browser's developer tools.",
  },
  session_anonymous: {
    cause: "The session is an anonymous user's, and nobody knows who she is.",
    fix: "Show the widget after she has signed up, or give allowAnonymous: true.",
  },
  session_delegated: {
    cause: "The token is an app's or a machine's that acts for the user: an API key, an OAuth client, a service.",
    fix: "Take the session in which she signed in herself, or give allowDelegation: true.",
  },
  token_mismatch: {
    cause: "Your token endpoint gave a token for another widget, company or user than the page expects.",
    fix: "Load the page again: the session has changed, perhaps in another tab. For widgetId, compare the endpoint's with the page's.",
  },
  token_missing: {
    cause: "Your token endpoint answered without a token.",
    fix: "Give createSignaturesHandler a widgetId, or answer with {\"token\": createToken(…)}.",
  },
};
