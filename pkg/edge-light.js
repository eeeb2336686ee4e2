import {
  createSignaturesHandler,
  requestSignatures,
  toNodeHandler
} from "./chunk-AT37PH3T.js";
import "./chunk-AWIYZJTS.js";
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
} from "./chunk-6ZA3P5AZ.js";
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
