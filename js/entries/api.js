import "../core/error-help.js";

export { FogbenderTokenError } from "../core/error.js";
export { createSignaturesHandler } from "../server/handler.js";
export { toNodeHandler } from "../server/node-handler.js";
export { requestSignatures } from "../server/signatures.js";
export { secretFingerprint } from "../server/secret.js";
export { createToken, explainToken, Signer, signUserJWT, verifyUserJWT } from "../server/signer.js";
export { assembleToken, checkToken } from "../core/token.js";
export { decodeUserJWT } from "../core/user-jwt.js";
