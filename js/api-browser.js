export { FogbenderTokenError } from "./error.js";
export {
  createSignaturesHandler,
  createToken,
  explainToken,
  requestSignatures,
  Signer,
  signUserJWT,
  toNodeHandler,
  verifyUserJWT,
} from "./in-browser.js";
export { assembleToken, checkToken } from "./token.js";
export { decodeUserJWT } from "./user-jwt.js";
