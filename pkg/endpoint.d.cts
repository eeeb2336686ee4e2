// Your app's own endpoint, and Fogbender's.
import type { Identity, PartialIdentity, Secret, SecretOptions, Signer, SignOptions, TimeOptions } from "./signing.cjs";
import type { UserToken, Versions } from "./token.cjs";

/** What your endpoint answers to a signed-in user, as {@link createSignaturesHandler} makes it. */
export interface SignaturesAnswer {
  signatures: { userJWT: string };
  /** The whole token. It is there when the handler was given a `widgetId`. */
  token?: UserToken;
}

/** Where and how to ask Fogbender for a signature. Times are no options here: {@link Signer.sign} signs them. */
export interface RequestOptions extends SecretOptions, Pick<SignOptions, "claims" | "partial"> {
  /** Where the secret is sent. Must be `https`, or on this machine. Default: `https://api.fogbender.com/signatures`. */
  url?: string | URL | undefined;
  /** Default: the global `fetch`. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Aborts the request. */
  signal?: AbortSignal | undefined;
  /** How long to wait for the answer, in seconds. Default: 10. */
  timeoutSeconds?: number | undefined;
}

/**
 * Lets Fogbender sign: `POST /signatures`. The answer is checked against the secret and the identity before it is given
 * back. Redirects are not followed. {@link Signer.sign} does the same without the network.
 *
 * It cannot find out that the secret is wrong: Fogbender signs with whatever secret it is sent, and refuses the userJWT only
 * later, when the widget shows it.
 * @throws {FogbenderTokenError} `signatures_unauthorized`, `signatures_unreachable`, `signatures_bad_response`, or as
 * {@link Signer.sign}
 * @example
 * ```js
 * const { userJWT } = await requestSignatures(identity, secret);
 * ```
 */
export function requestSignatures(identity: Identity, secret: Secret, options?: RequestOptions): Promise<{ userJWT: string }>;
export function requestSignatures(
  identity: PartialIdentity,
  secret: Secret,
  options: RequestOptions & { partial: true },
): Promise<{ userJWT: string }>;

/** How your app's own endpoint answers. */
export interface HandlerOptions extends TimeOptions, SecretOptions {
  /**
   * The workspace secret, or a function that gives it. The function is called when a user is signed for, not when the
   * handler is made: so a build needs no secret, and a Worker can take it from its `env`. It is called for each such
   * request; keep a secret that comes over the network.
   */
  secret: Secret | ((request: Request, ...rest: any[]) => Awaitable<Secret | undefined>);
  /** The workspace's widgetId, or a function that gives it. With this option, the answer has the whole `token`. */
  widgetId?: string | ((request: Request, ...rest: any[]) => Awaitable<string | undefined>);
  /** Names and versions of your software, for the token. */
  versions?: Versions | undefined;
  /**
   * Gives the identity of the user whom the request's **session** says to be signed in, or nothing when nobody is. Never
   * take any of it from the URL, the body, or a header that the browser can set at will. It must have every field that a
   * token has: what is not signed, the browser could edit.
   * @param request has no body
   * @param rest what the framework passed on: a Worker's `env` and `ctx`, Next's context; from {@link toNodeHandler}
   * Node's request and response, and so Express's `req.user` and `req.session`. Say their types where you name them:
   * `(request, env: Env) => …`
   */
  identify: (request: Request, ...rest: any[]) => Awaitable<Identity | null | undefined>;
  /** Other origins whose pages may read the answer, such as `https://app.example.com`. Default: none. */
  origins?: readonly string[] | undefined;
  /**
   * Is told of each error that ends in a status of 500 or more, and once per code of those that end in 403. Default:
   * `console.error(error)`. Do not log the request: it has session cookies.
   */
  onError?: ((error: unknown, request: Request, ...rest: any[]) => Awaitable<void>) | undefined;
}

type Awaitable<T> = T | Promise<T>;

/**
 * Makes your app's own endpoint: a handler that answers the signed-in user's `GET` or `POST` with
 * `{"signatures":{"userJWT":…}}`, and with the assembled `token` when there is a `widgetId`. Whoever is not signed in gets
 * 401. Errors are `{"error":{"code","message","problems"}}`. Nothing that the browser sends can choose the user.
 * @throws {FogbenderTokenError} at once, for wrong options, and for a secret or a widgetId that is given as a value
 * @example
 * ```js
 * export const GET = createSignaturesHandler({
 *   secret: () => process.env.FOGBENDER_SECRET,
 *   widgetId: () => process.env.FOGBENDER_WIDGET_ID,
 *   identify: async (request) => (await getSession(request))?.user,
 * });
 * ```
 */
export function createSignaturesHandler(options: HandlerOptions): (request: Request, ...rest: any[]) => Promise<Response>;

/**
 * Makes a handler of requests a listener of Node's `http` and `http2`, and so of Express. The handler is called with the
 * request, and then Node's request and response. Headers and cookies that others have set on the response are kept.
 *
 * When a body parser has read the body elsewhere, set `req.body` to what it read.
 * @throws {FogbenderTokenError} `option_invalid` when `handler` is no function
 * @example
 * ```js
 * app.use("/fogbender-signatures", toNodeHandler(createSignaturesHandler({ secret, identify: (request, req) => req.user })));
 * ```
 */
export function toNodeHandler(
  handler: (request: Request, message: any, reply: any) => Promise<Response>,
): (message: NodeMessage, reply: NodeReply) => Promise<void>;

/** As much of Node's `IncomingMessage` as is used. */
export interface NodeMessage {
  method?: string | undefined;
  url?: string | undefined;
  headers: { [name: string]: string | string[] | undefined };
}

/** As much of Node's `ServerResponse` as is used. */
export interface NodeReply {
  headersSent: boolean;
  getHeader(name: string): any;
  writeHead(status: number, headers?: any): unknown;
  end(chunk?: any): unknown;
  destroy(): unknown;
  on(event: "close", listener: () => void): unknown;
}

// What is not exported by name is not exported.
export {};
