import {
  createSignaturesHandler,
  requestSignatures,
  toNodeHandler
} from "./chunk-3FQ4L56W.js";
import "./chunk-ACSMNPWS.js";
import {
  Signer,
  assembleToken,
  checkToken,
  createToken,
  decodeUserJWT,
  explainToken,
  secretFingerprint,
  signUserJWT,
  verifyUserJWT
} from "./chunk-KP3SFB2O.js";
import {
  FogbenderTokenError
} from "./chunk-3SFH4B7Y.js";
export {
  FogbenderTokenError,
  Signer,
  assembleToken,
  checkToken,
  createSignaturesHandler,
  createToken,
  decodeUserJWT,
  explainToken,
  requestSignatures,
  secretFingerprint,
  signUserJWT,
  toNodeHandler,
  verifyUserJWT
};
