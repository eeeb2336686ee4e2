// Options that several commands take.
/** @import { Option } from "./commands.js" */
import { readNumber } from "./arguments.js";

/** @type {Record<string, Option>} */
export const SIGNING = {
  "expires-in-seconds": { takes: "N", about: "the userJWT's exp, counted from its iat", read: readNumber },
  "not-before-seconds": { takes: "N", about: "the userJWT's nbf, counted from its iat", read: readNumber },
  "issued-at": {
    takes: "N|false",
    about: "the userJWT's iat, in seconds since 1970; false leaves it out (default: now)",
    read: (value) => (value === "false" ? false : readNumber(value)),
  },
};

/** @type {Record<string, Option>} */
export const JUDGING = {
  now: { takes: "N", about: "the time to judge by, in seconds since 1970 (default: now)", read: readNumber },
  "clock-tolerance-seconds": { takes: "N", about: "by how much clocks may differ (default: 0)", read: readNumber },
};
