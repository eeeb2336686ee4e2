// Gives errors their `help`. Servers load this; on a page, where size counts, errors do without.
import { FogbenderTokenError } from "./error.js";
import { HELP } from "./help.js";

// On the prototype, so that it is not logged with every error.
Object.defineProperty(FogbenderTokenError.prototype, "help", {
  get() {
    const { cause, fix } = HELP[this.code] ?? {};
    return cause && { cause, fix, page: `docs/errors.md#${this.code}` };
  },
  configurable: true,
});
