import {
  FogbenderTokenError,
  Signer,
  assembleToken,
  checkToken,
  createToken,
  decodeUserJWT,
  explainToken,
  requestSignatures,
  signUserJWT,
  verifyUserJWT
} from "./shared.js";
export {
  FogbenderTokenError,
  Signer,
  assembleToken,
  checkToken,
  createToken,
  decodeUserJWT,
  explainToken,
  requestSignatures,
  signUserJWT,
  verifyUserJWT
};
