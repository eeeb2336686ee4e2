export { FogbenderTokenError } from "./error.js";
export { createSignaturesHandler } from "./handler.js";
export { toNodeHandler } from "./node-handler.js";
export { requestSignatures } from "./signatures.js";
export { createToken, explainToken, Signer, signUserJWT, verifyUserJWT } from "./signer.js";
export { assembleToken, checkToken } from "./token.js";
export { decodeUserJWT } from "./user-jwt.js";
