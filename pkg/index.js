import "./chunk-ASKDRICK.js";
import {
  createSignaturesHandler,
  requestSignatures,
  toNodeHandler
} from "./chunk-OV5MASYF.js";
import "./chunk-AM3OCSJH.js";
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
} from "./chunk-NPCQHT3P.js";
import {
  FogbenderTokenError
} from "./chunk-AX6K4UAF.js";
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
