// Each code's cause and fix, in a sentence each: docs/errors.md and error.help are made from this.
// The names stand in the order of the alphabet; a test compares them with the type ErrorCode.

/** @type {Record<string, { cause: string, fix: string }>} */
export const HELP = {
  cross_site_request: {
    cause: "The browser says that a page of another site asks, and that page's origin is not in the option origins.",
    fix: "If the page is yours, add its origin to origins, such as https://app.example.com; if not, nothing is to be done.",
  },
};
