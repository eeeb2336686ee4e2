import "./chunk-QHLCD7E2.js";
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
} from "./chunk-IPD6ME3C.js";
import "./chunk-D2BJPLF7.js";
import {
  FogbenderTokenError
} from "./chunk-HQIZ7F5K.js";
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
