export const ENDPOINT = {
  body_not_empty: {
    cause: "The page sent data with its request. The endpoint takes none, so that nobody can choose the user.",
    fix: "Send a GET, or a POST with an empty body.",
  },
  body_unreadable: {
    cause: "The request broke off, or a body parser read the body first.",
    fix: "Send a GET. Behind a body parser, set req.body to what it read.",
  },
  content_type_not_json: {
    cause: "The request has a body of another type, such as a form.",
    fix: "Send a GET, or Content-Type: application/json.",
  },
  cross_site_request: {
    cause: "A page of another site asks, and that page's origin is not in the option origins.",
    fix: "If the page is yours, add its origin to origins, such as https://app.example.com. If not, the request was rightly refused.",
  },
  identify_failed: {
    cause: "Your function identify threw an error. The answer does not show it.",
    fix: "Look for the error in the server's log, or in what onError was given.",
  },
  internal: {
    cause: "Something broke that has no code of its own.",
    fix: "Look for the error in the server's log, or in what onError was given.",
  },
  method_not_allowed: {
    cause: "The request's method is not GET, HEAD, POST or OPTIONS.",
    fix: "Send a GET.",
  },
  not_signed_in: {
    cause: "Your function identify gave nobody. Often the request had no cookie.",
    fix: 'Show no widget. If the user is signed in, let the page send its cookie. For another origin, this takes credentials: "include".',
  },
};
