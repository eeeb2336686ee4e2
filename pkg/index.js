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
} from "./chunk-I736OSYS.js";
import "./chunk-ZZFPJST2.js";
import "./chunk-IKLAACJE.js";
import {
  FogbenderTokenError
} from "./chunk-LXHB3623.js";
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
