export { FogbenderTokenError } from "./error.js";
export { createToken, explainToken, requestSignatures, Signer, signUserJWT, verifyUserJWT } from "./in-browser.js";
export { assembleToken, checkToken } from "./token.js";
export { decodeUserJWT } from "./user-jwt.js";
