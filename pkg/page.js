import {
  FogbenderTokenError,
  createTokenStore,
  fetchToken,
  tokenKey
} from "./page-RA24DSO2.js";
export {
  FogbenderTokenError,
  createTokenStore,
  fetchToken,
  tokenKey
};
