import "./chunk-WQI3B4DB.js";
import {
  createSignaturesHandler,
  requestSignatures,
  toNodeHandler
} from "./chunk-RWRXAIHG.js";
import "./chunk-BALV5Q2R.js";
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
} from "./chunk-WDOCNPPF.js";
import {
  FogbenderTokenError
} from "./chunk-TJT2SZ43.js";
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
