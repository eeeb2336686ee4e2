import "./chunk-EMMZVNP2.js";
import {
  createSignaturesHandler,
  requestSignatures,
  toNodeHandler
} from "./chunk-ZMDAHM6F.js";
import "./chunk-KIYXQF5C.js";
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
} from "./chunk-VYPCFTDV.js";
import {
  FogbenderTokenError
} from "./chunk-YABZV6SV.js";
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
