import "./chunk-VPMXAKRH.js";
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
} from "./chunk-2YORV74O.js";
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
