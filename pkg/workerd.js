import "./chunk-CO7UWPZ6.js";
import {
  Signer,
  assembleToken,
  checkToken,
  createSignaturesHandler,
  createToken,
  decodeUserJWT,
  explainToken,
  requestSignatures,
  signUserJWT,
  toNodeHandler,
  verifyUserJWT
} from "./chunk-USUPBV2X.js";
import {
  FogbenderTokenError
} from "./chunk-2W7WQ2OW.js";
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
  signUserJWT,
  toNodeHandler,
  verifyUserJWT
};
