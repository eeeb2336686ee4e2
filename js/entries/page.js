export { FogbenderTokenError } from "../core/error.js";
export { fetchToken } from "../page/fetch-token.js";
export { createTokenStore } from "../page/store.js";
export { tokenKey } from "../page/user-token.js";
