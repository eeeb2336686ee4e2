import "./chunk-CEOCS2YF.js";
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
} from "./chunk-RDGEQSIZ.js";
import "./chunk-X3KPV6FI.js";
import {
  FogbenderTokenError
} from "./chunk-QFNKGY4N.js";
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
