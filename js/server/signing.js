// What a handler signs with: secret and widgetId are values, or functions that give them for a request.
import { failure, FogbenderTokenError } from "../core/error.js";
import { Signer } from "./signer.js";

/** What is handed on to the signer for each user. */
const FOR_EACH = ["widgetId", "versions", "expiresInSeconds", "notBeforeSeconds", "issuedAt"];
export const SIGNING_OPTIONS = ["secret", "allowShortSecret", ...FOR_EACH];

/** Stand in, while options are checked, for a user and for what a function gives only later. */
const SOMEBODY = { userId: "u", customerId: "c", customerName: "c", userEmail: "u@c", userName: "u" };
const SOME_SECRET = "x".repeat(32);
const SOME_WIDGET_ID = "dzAwMDAwMDAwMDAwMDAwMDAwMDAw";

const isFunction = (value) => typeof value === "function";

/**
 * Throws every problem of the options that can be found before the first request.
 * @param {Record<string, any>} options as `readOptions` gives them
 */
export function checkSigning(options) {
  const { secret, widgetId, allowShortSecret } = options;
  const signing = optionsForEach(options);
  if ("widgetId" in options && (isFunction(widgetId) || widgetId === undefined)) signing.widgetId = SOME_WIDGET_ID;
  const tryOut = (secret) => {
    const signer = new Signer(secret, { allowShortSecret });
    try {
      answerFor(signer, SOMEBODY, signing);
    } finally {
      signer.free();
    }
  };
  let known = SOME_SECRET;
  all(
    () => {
      if (isFunction(secret)) return;
      new Signer(secret, { allowShortSecret }).free();
      known = secret;
    },
    () => "widgetId" in options && given(widgetId),
    () => tryOut(known),
  );
}

/**
 * Makes the function that signs for an identity. `args` is what `identify` was given.
 * @param {Record<string, any>} options as `readOptions` gives them, and right
 */
export function signingWith(options) {
  const { secret, widgetId, allowShortSecret } = options;
  const hasWidgetId = "widgetId" in options;
  const signing = optionsForEach(options);
  const signerOf = isFunction(secret) ? keptSigner({ allowShortSecret }) : always(new Signer(secret, { allowShortSecret }));
  if (!isFunction(secret) && !isFunction(widgetId)) return (identity) => answerFor(signerOf(), identity, signing);
  return async function sign(identity, args) {
    const [secretNow, idNow] = await Promise.allSettled([valueOf("secret", secret, args), valueOf("widgetId", widgetId, args)]);
    const [signer, id] = all(
      () => signerOf(settled(secretNow)),
      () => hasWidgetId && given(settled(idNow)),
    );
    return answerFor(signer, identity, hasWidgetId ? { ...signing, widgetId: id } : signing);
  };
}

const optionsForEach = (options) => Object.fromEntries(FOR_EACH.filter((name) => name in options).map((name) => [name, options[name]]));

/** The endpoint's answer for an identity. */
function answerFor(signer, identity, signing) {
  if (!Object.hasOwn(signing, "widgetId")) return { signatures: { userJWT: signer.sign(identity, signing) } };
  const token = signer.token(identity, signing);
  return { signatures: { userJWT: token.userJWT }, token };
}

const always = (value) => () => value;

/** Gives the signer of a secret, and makes it anew only when the secret is another. */
function keptSigner(options) {
  let last;
  let signer;
  return (secret) => {
    // Bytes are not compared: their owner may write others into the same array.
    if (signer === undefined || secret !== last || typeof secret !== "string") {
      const made = new Signer(secret, options);
      signer?.free();
      [last, signer] = [secret, made];
    }
    return signer;
  };
}

async function valueOf(name, value, args) {
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

function settled({ status, value, reason }) {
  if (status === "rejected") throw reason;
  return value;
}

function given(widgetId) {
  if (widgetId !== undefined) return widgetId;
  throw failure(
    "field_missing",
    "widgetId",
    "widgetId is undefined, so its environment variable is probably unset. Set it, or leave the option out to get only the userJWT.",
  );
}

/** Runs each step, and throws the problems of all that failed as one error. */
export function all(...steps) {
  const failed = [];
  const results = steps.map((step) => {
    try {
      return step();
    } catch (error) {
      if (!(error instanceof FogbenderTokenError)) throw error;
      failed.push(error);
    }
  });
  if (failed.length === 1) throw failed[0];
  if (failed.length > 1) throw new FogbenderTokenError(distinct(failed.flatMap(({ problems }) => problems)));
  return results;
}

/** Two steps may fail for the same reason, such as no WebAssembly. */
const distinct = (problems) => problems.filter(({ message }, at) => problems.findIndex((other) => other.message === message) === at);
