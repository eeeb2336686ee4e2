// The codes of fetchToken and its kind. The page's build is too small to carry these texts, so only docs/errors.md has them.
export const PAGE = {
  endpoint_aborted: {
    cause: "Its signal aborted it.",
    fix: "Do nothing when the page has moved on. Otherwise ask again.",
  },
  endpoint_failed: {
    cause: "Your endpoint answered with an error that is not in this package's form.",
    fix: "Read the status and the words in the message, and the endpoint's log.",
  },
  endpoint_not_json: {
    cause: "Your endpoint answered with HTML, or with nothing. Often it is a login page or the app's own index.html.",
    fix: "Check its address, and let it answer 401 when nobody is signed in.",
  },
  endpoint_unreachable: {
    cause: "There is no network, the host is wrong, CORS or the Content-Security-Policy forbids it, or a gateway answered 502, 503 or 504.",
    fix: "Ask again when the network is back. If it never answers, look at the request in the browser's developer tools.",
  },
  token_mismatch: {
    cause: "Your endpoint gave a token for another widget, company or user than the option expect says.",
    fix: "Load the page again: the session has changed, perhaps in another tab. For widgetId, compare the endpoint's with the page's.",
  },
  token_missing: {
    cause: "The answer has signatures alone, or nothing.",
    fix: 'Give createSignaturesHandler a widgetId, or answer with {"token": createToken(…)}.',
  },
};
