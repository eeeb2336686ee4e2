export const ENDPOINT = {
  body_not_empty: {
    says: "The body must be empty or {}, because only the session says who is signed in.",
    cause: "The page sent data with its request. The endpoint takes none, so that nobody can choose the user.",
    fix: "Send a GET, or a POST with an empty body.",
  },
  body_unreadable: {
    says: "The body did not arrive whole, or is not UTF-8.",
    cause: "The request broke off, or a body parser read the body first.",
    fix: "Send a GET. Behind a body parser, set req.body to what it read.",
  },
  content_type_not_json: {
    says: "The Content-Type must be application/json.",
    cause: "The request has a body of another type, such as a form.",
    fix: "Send a GET, or Content-Type: application/json.",
  },
  cross_site_request: {
    says: "The request comes from another site, which is not listed in origins.",
    cause: "The browser says that a page of another site asks, and that page's origin is not in the option origins.",
    fix: "If the page is yours, add its origin to origins, such as https://app.example.com. If not, do nothing: the request was refused.",
  },
  identify_failed: {
    says: "The function identify threw an error, so nobody knows who is signed in.",
    cause: "Your function identify threw an error. The answer does not show it.",
    fix: "Look into the server's log, or at what onError was given.",
  },
  internal: {
    says: "The signature could not be made.",
    cause: "Something broke that has no code of its own.",
    fix: "Look into the server's log, or at what onError was given.",
  },
  method_not_allowed: {
    says: "Only … are answered here.",
    cause: "The request's method is not GET, HEAD, POST or OPTIONS.",
    fix: "Send a GET.",
  },
  not_signed_in: {
    says: "Nobody is signed in.",
    cause: "Your function identify gave nobody. Often the request had no cookie.",
    fix: 'Show no widget. If the user is signed in, see that the page sends its cookie: credentials: "include" for another origin.',
  },
};
