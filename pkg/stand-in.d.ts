import type { Secret, SecretOptions } from "./index.js";

/**
 * Makes a stand-in for Fogbender's `/signatures` API, for local work and tests.
 *
 * `POST /signatures` and its deprecated name `POST /tokens` take `Authorization: Bearer <secret>` and an identity as JSON. They
 * answer `{"token": X, "signatures": X}`, where X is the whole body with `userHMAC` and `userJWT`. There is no `userPaseto`.
 * `POST /verify` takes what `explainToken` takes, and answers with the explanation.
 *
 * It is stricter than Fogbender, which signs with whatever secret it is sent: this one knows its secret, and refuses another
 * with 403. It also refuses an identity that could not be signed here.
 * @throws {FogbenderTokenError} at once, for the secret or the options
 * @example
 * ```js
 * import { createServer } from "node:http";
 * import { requestSignatures, toNodeHandler } from "fogbender-token";
 * import { createStandIn } from "fogbender-token/stand-in";
 *
 * createServer(toNodeHandler(createStandIn({ secret }))).listen(8787);
 * const { userJWT } = await requestSignatures(identity, secret, { url: "http://localhost:8787/signatures" });
 * ```
 */
export function createStandIn(options: { secret: Secret } & SecretOptions): (request: Request) => Promise<Response>;
