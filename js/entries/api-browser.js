export { FogbenderTokenError } from "../core/error.js";
export {
  createSignaturesHandler,
  createToken,
  explainToken,
  requestSignatures,
  secretFingerprint,
  Signer,
  signUserJWT,
  toNodeHandler,
  verifyUserJWT,
} from "./in-browser.js";
export { assembleToken, checkToken } from "../core/token.js";
export { decodeUserJWT } from "../core/user-jwt.js";
