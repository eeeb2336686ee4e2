// What is under test, in one place: the sources of the providers until the package has the subpath.
export * from "../../js/providers.js";
export * as providers from "../../js/providers.js";
export { createSignaturesHandler, FogbenderTokenError, Signer } from "../../pkg/index.js";
