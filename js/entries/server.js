// fogbender-token/server, for what reads no exports map: whoever imports it gets the build that signs.
export * from "./index.js";
