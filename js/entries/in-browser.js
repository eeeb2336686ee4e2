// What stands in the browser for everything that takes the secret: the code that could use one is not shipped there.
import { failure } from "../core/error.js";
import { explainUnverified } from "../core/explain.js";

/** @returns {never} */
function refuse() {
  throw failure(
    "secret_in_browser",
    "secret",
    "The secret must never be in a browser, so this build cannot sign or verify. Do it on your backend. If this is a server, " +
      "import from fogbender-token/server.",
  );
}

export class Signer {
  constructor() {
    refuse();
  }
}

export {
  refuse as createSignaturesHandler,
  refuse as createStandIn,
  refuse as createToken,
  refuse as secretFingerprint,
  refuse as signUserJWT,
  refuse as toNodeHandler,
  refuse as verifyUserJWT,
};

/** @returns {Promise<never>} */
export async function requestSignatures() {
  return refuse();
}

/** @type {typeof import("./index.d.ts").explainToken} */
export function explainToken(input, secret, options) {
  if (secret !== undefined) refuse();
  return explainUnverified(input, options);
}
