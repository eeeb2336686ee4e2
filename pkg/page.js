import {
  FogbenderTokenError,
  createTokenStore,
  fetchToken,
  tokenKey
} from "./page-MTCWX5ME.js";
export {
  FogbenderTokenError,
  createTokenStore,
  fetchToken,
  tokenKey
};
