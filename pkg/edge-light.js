import {
  FogbenderTokenError,
  Signer,
  assembleToken,
  checkToken,
  createToken,
  decodeUserJWT,
  explainToken,
  provide,
  requestSignatures,
  signUserJWT,
  verifyUserJWT
} from "./chunk-2YORV74O.js";

// js/entries/edge-light.js
import module from "./fogbender_token.wasm?module";
provide(() => module);
export {
  FogbenderTokenError,
  Signer,
  assembleToken,
  checkToken,
  createToken,
  decodeUserJWT,
  explainToken,
  requestSignatures,
  signUserJWT,
  verifyUserJWT
};
