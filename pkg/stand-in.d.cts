import type { Explanation, Secret, SecretOptions } from "./index.cjs";

/** The options of {@link createStandIn}. */
export interface StandInOptions extends SecretOptions {
  /** The secret of the workspace that it plays. */
  secret: Secret;
  /**
   * The origin of your app's pages, such as `"http://localhost:5173"`. With it, the client page for the widget's frame is
   * served at `/`, for pages of this origin alone. Give the widget the stand-in's own origin as `clientUrl`. Default: no page.
   */
  app?: string | undefined;
  /** Is told of each decision of `/verify`, with the text that was sent. Do not log the text: it holds a userJWT. Default: nobody is told. */
  onDecision?: ((explanation: Explanation, text: string) => void) | undefined;
}

/**
 * Makes a stand-in for Fogbender, for local work and tests. `npx fogbender-token stand-in --app http://localhost:5173` runs one.
 *
 * `POST /signatures` and its deprecated name `POST /tokens` take `Authorization: Bearer <secret>` and an identity as JSON. They
 * answer `{"token": X, "signatures": X}`, where X is the whole body with `userHMAC` and `userJWT`. There is no `userPaseto`.
 * `POST /verify` takes what `explainToken` takes, and answers with the explanation.
 * `GET /` is the page in the widget's frame, when `app` is given: it shows who was verified, or why the token was refused.
 *
 * It is stricter than Fogbender, which signs with whatever secret it is sent: this one knows its secret, and refuses another
 * with 403. It also refuses an identity that could not be signed here, and a request from a page of another origin.
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
export function createStandIn(options: StandInOptions): (request: Request) => Promise<Response>;
