// Each code's cause and fix, in a sentence each: docs/errors.md and error.help are made from this.
// The names stand in the order of the alphabet; a test compares them with the type ErrorCode.

/** @type {Record<string, { cause: string, fix: string }>} */
export const HELP = {
  session_anonymous: {
    cause: "The session is an anonymous user's, and nobody knows who she is.",
    fix: "Show the widget after she has signed up, or give allowAnonymous: true.",
  },
  session_delegated: {
    cause: "The token is an app's or a machine's that acts for the user: an API key, an OAuth client, a service.",
    fix: "Take the session in which she signed in herself, or give allowDelegation: true.",
  },
};
