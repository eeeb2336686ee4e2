import {
  FogbenderTokenError,
  createTokenStore,
  fetchToken,
  tokenKey
} from "./page-XSXQ5VDX.js";
export {
  FogbenderTokenError,
  createTokenStore,
  fetchToken,
  tokenKey
};
