import "./chunk-2O6ZUG2V.js";
import {
  createSignaturesHandler,
  requestSignatures,
  toNodeHandler
} from "./chunk-546AP7YX.js";
import "./chunk-KRJKMQPI.js";
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
} from "./chunk-L5VYZ3N3.js";
import {
  FogbenderTokenError
} from "./chunk-JT2TJXBO.js";
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
