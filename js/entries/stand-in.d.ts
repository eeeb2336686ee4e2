import type { Secret, SecretOptions } from "./index.js";

/**
 * Makes a stand-in for Fogbender's `/signatures` API, for local work and tests: `POST /signatures` and its deprecated twin
 * `POST /tokens`, which take `Authorization: Bearer <secret>` and the claims, and `POST /verify`, which takes a token and
 * answers with its explanation.
 * @throws {FogbenderTokenError} at once, for the secret or the options
 * @example
 * ```js
 * import { createServer } from "node:http";
 * import { toNodeHandler } from "fogbender-token";
 * import { createStandIn } from "fogbender-token/stand-in";
 *
 * createServer(toNodeHandler(createStandIn({ secret }))).listen(8787);
 * await requestSignatures(identity, { secret, url: "http://localhost:8787/signatures" });
 * ```
 */
export function createStandIn(options: { secret: Secret } & SecretOptions): (request: Request) => Promise<Response>;
