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
} from "./chunk-OT4YHFLJ.js";
import "./chunk-EYWSBNGM.js";
import "./chunk-KWEIPSYF.js";
import {
  FogbenderTokenError
} from "./chunk-3HD5DRD6.js";
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
