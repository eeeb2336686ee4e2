import {
  createSignaturesHandler,
  requestSignatures,
  toNodeHandler
} from "./chunk-LUTTAMBC.js";
import "./chunk-J7QWXKRQ.js";
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
} from "./chunk-AKS7OEH3.js";
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
