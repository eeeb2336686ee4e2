import {
  FogbenderTokenError,
  createTokenStore,
  fetchToken,
  tokenKey
} from "./page-K4ENB7AN.js";
export {
  FogbenderTokenError,
  createTokenStore,
  fetchToken,
  tokenKey
};
