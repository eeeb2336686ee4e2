// What a handler signs with: secret and widgetId are values, or functions that give them for a request.
/** @import { HandlerOptions, Identity, Problem, Secret, SignaturesAnswer, TokenOptions } from "../entries/index.d.ts" */
import { failure, FogbenderTokenError } from "../core/error.js";
import { Signer } from "./signer.js";

/** What is handed on to the signer for each user. */
const FOR_EACH = /** @type {const} */ (["widgetId", "versions", "expiresInSeconds", "notBeforeSeconds", "issuedAt"]);
export const SIGNING_OPTIONS = /** @type {const} */ (["secret", "allowShortSecret", ...FOR_EACH]);

/**
 * @typedef {Partial<Pick<TokenOptions, typeof FOR_EACH[number]>>} Signing
 * @typedef {Parameters<HandlerOptions["identify"]>} Args what `identify` is given
 */

/** Stand in, while options are checked, for a user and for what a function gives only later. */
const SOMEBODY = { userId: "u", customerId: "c", customerName: "c", userEmail: "u@c", userName: "u" };
const SOME_SECRET = "x".repeat(32);
const SOME_WIDGET_ID = "dzAwMDAwMDAwMDAwMDAwMDAwMDAw";

/**
 * @param {unknown} value
 * @returns {value is Function}
 */
const isFunction = (value) => typeof value === "function";

/**
 * Throws every problem of the options that can be found before the first request.
 * @param {Partial<HandlerOptions>} options as `readOptions` gives them
 */
export function checkSigning(options) {
  const { secret, widgetId, allowShortSecret } = options;
  const signing = optionsForEach(options);
  if ("widgetId" in options && (isFunction(widgetId) || widgetId === undefined)) signing.widgetId = SOME_WIDGET_ID;
  const tryOut = (/** @type {Secret} */ secret) => {
    const signer = new Signer(secret, { allowShortSecret });
    try {
      answerFor(signer, SOMEBODY, signing);
    } finally {
      signer.free();
    }
  };
  /** @type {Secret} */
  let known = SOME_SECRET;
  all(
    () => {
      if (isFunction(secret)) return;
      new Signer(/** @type {Secret} */ (secret), { allowShortSecret }).free();
      known = /** @type {Secret} */ (secret);
    },
    () => "widgetId" in options && given(widgetId),
    () => tryOut(known),
  );
}

/**
 * Makes the function that signs for an identity.
 * @param {HandlerOptions} options as `readOptions` gives them, and right
 * @returns {(identity: Identity, args: Args) => SignaturesAnswer | Promise<SignaturesAnswer>}
 */
export function signingWith(options) {
  const { secret, widgetId, allowShortSecret } = options;
  const hasWidgetId = "widgetId" in options;
  const signing = optionsForEach(options);
  const signerOf = isFunction(secret) ? keptSigner({ allowShortSecret }) : always(new Signer(secret, { allowShortSecret }));
  if (!isFunction(secret) && !isFunction(widgetId)) return (identity) => answerFor(signerOf(secret), identity, signing);
  return async function sign(identity, args) {
    const [secretNow, idNow] = await Promise.allSettled([valueFor("secret", secret, args), valueFor("widgetId", widgetId, args)]);
    const [signer, id] = all(
      () => signerOf(/** @type {Secret} */ (settled(secretNow))),
      () => (hasWidgetId ? given(/** @type {string | undefined} */ (settled(idNow))) : undefined),
    );
    return answerFor(signer, identity, hasWidgetId ? { ...signing, widgetId: id } : signing);
  };
}

/** @type {(options: Partial<HandlerOptions>) => Signing} */
const optionsForEach = (options) => Object.fromEntries(FOR_EACH.filter((name) => name in options).map((name) => [name, options[name]]));

/**
 * The endpoint's answer for an identity.
 * @param {Signer} signer
 * @param {Identity} identity
 * @param {Signing} signing
 * @returns {SignaturesAnswer}
 */
function answerFor(signer, identity, signing) {
  if (!Object.hasOwn(signing, "widgetId")) return { signatures: { userJWT: signer.sign(identity, signing) } };
  const token = signer.token(identity, /** @type {TokenOptions} */ (signing));
  return { signatures: { userJWT: token.userJWT }, token };
}

/** @type {(signer: Signer) => (secret: Secret) => Signer} */
const always = (signer) => () => signer;

/**
 * Gives the signer of a secret, and makes it anew only when the secret is another.
 * @param {{ allowShortSecret: boolean | undefined }} options
 */
function keptSigner(options) {
  /** @type {Secret | undefined} */
  let last;
  /** @type {Signer | undefined} */
  let signer;
  return (/** @type {Secret} */ secret) => {
    // Bytes are not compared: their owner may write others into the same array.
    if (signer === undefined || secret !== last || typeof secret !== "string") {
      const made = new Signer(secret, options);
      signer?.free();
      [last, signer] = [secret, made];
    }
    return signer;
  };
}

/**
 * @param {string} name
 * @param {unknown} value
 * @param {Args} args
 */
async function valueFor(name, value, args) {
  if (!isFunction(value)) return value;
  try {
    return await value(...args);
  } catch (cause) {
    throw failure(
      "not_readable",
      name,
      `The function ${name} threw an error, so there is no ${name}. Look for the error in the server's log.`,
      cause,
    );
  }
}

/** @param {PromiseSettledResult<unknown>} result */
function settled(result) {
  if (result.status === "rejected") throw result.reason;
  return result.value;
}

/**
 * @template T
 * @param {T | undefined} widgetId
 */
function given(widgetId) {
  if (widgetId !== undefined) return widgetId;
  throw failure(
    "field_missing",
    "widgetId",
    "widgetId is undefined, so its environment variable is probably unset. Set it, or leave the option out to get only the userJWT.",
  );
}

/**
 * Runs each step, and throws the problems of all that failed as one error.
 * @template {unknown[]} T
 * @param {{ [Index in keyof T]: () => T[Index] }} steps
 * @returns {T}
 */
export function all(...steps) {
  /** @type {FogbenderTokenError[]} */
  const failed = [];
  const results = steps.map((step) => {
    try {
      return step();
    } catch (error) {
      if (!(error instanceof FogbenderTokenError)) throw error;
      failed.push(error);
      return undefined;
    }
  });
  if (failed.length === 1) throw failed[0];
  if (failed.length > 1) throw new FogbenderTokenError(distinct(failed.flatMap(({ problems }) => problems)));
  return /** @type {T} */ (results);
}

/** Two steps may fail for the same reason, such as no WebAssembly. @type {(problems: Problem[]) => Problem[]} */
const distinct = (problems) => problems.filter(({ message }, at) => problems.findIndex((other) => other.message === message) === at);
