import "./chunk-2O6ZUG2V.js";
import {
  createSignaturesHandler,
  requestSignatures,
  toNodeHandler
} from "./chunk-VZNKHZJW.js";
import "./chunk-RGSO3EUT.js";
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
} from "./chunk-MINMDDUT.js";
import {
  FogbenderTokenError
} from "./chunk-PL3V2E6F.js";
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
