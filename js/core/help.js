// Each code's cause and fix, in a sentence each: docs/errors.md and error.help are made from this.
// The names stand in the order of the alphabet; a test compares them with the type ErrorCode.

/** @type {Record<string, { cause: string, fix: string }>} */
export const HELP = {};
