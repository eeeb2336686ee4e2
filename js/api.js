export { FogbenderTokenError } from "./error.js";
export { requestSignatures } from "./signatures.js";
export { Signer, createToken, signUserJWT, verifyUserJWT } from "./signer.js";
export { assembleToken, checkToken, decodeUserJWT, explainToken } from "./token.js";
