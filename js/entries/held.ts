// Nobody imports this file. Its type check fails when an export differs from its declaration.
import type * as declared from "./index.js";
import * as browser from "./api-browser.js";
import * as api from "./api.js";

// assembleToken is declared for each kind of token, and written once. The browser's Signer only throws.
api satisfies Omit<typeof declared, "assembleToken" | "FogbenderTokenError">;
browser satisfies Omit<typeof declared, "assembleToken" | "FogbenderTokenError" | "Signer">;
api.FogbenderTokenError.prototype satisfies declared.FogbenderTokenError;
