// What is under test: the packed package, as tests/providers/node_modules has it.
export * from "fogbender-token/providers";
export * as providers from "fogbender-token/providers";
export { createSignaturesHandler, FogbenderTokenError, Signer } from "fogbender-token";
