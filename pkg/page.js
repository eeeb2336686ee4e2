import {
  FogbenderTokenError,
  createTokenStore,
  fetchToken,
  tokenKey
} from "./page-YU4JQOGN.js";
export {
  FogbenderTokenError,
  createTokenStore,
  fetchToken,
  tokenKey
};
