import {
  createSignaturesHandler,
  requestSignatures,
  toNodeHandler
} from "./chunk-RWRXAIHG.js";
import "./chunk-SHDU5KPU.js";
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
