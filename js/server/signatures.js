/**
 * @import { Claims, Identity, PartialIdentity, RequestOptions, Secret } from "../entries/index.d.ts"
 * @typedef {ReturnType<typeof readRequest>} Ask
 */
import { failure, FogbenderTokenError } from "../core/error.js";
import { readOptions } from "../core/options.js";
import { readable } from "../core/values.js";
import { Signer } from "./signer.js";
import { wordsOf } from "./words.js";

const DEFAULT_URL = "https://api.fogbender.com/signatures";
const DEFAULT_TIMEOUT_SECONDS = 10;
const MAX_ANSWER_CHARACTERS = 262_144;

/**
 * @param {Identity | PartialIdentity} identity
 * @param {Secret} secret
 * @param {RequestOptions} [options]
 */
export async function requestSignatures(identity, secret, options) {
  const request = readRequest(options);
  const signer = new Signer(secret, { allowShortSecret: request.allowShortSecret });
  try {
    // Signed here too: a wrong identity is refused before the secret goes anywhere, and what is sent is what was read.
    const claims = signer.verify(signer.sign(identity, { ...request.signing, issuedAt: false }));
    const userJWT = await post(request, sendable(secret), JSON.stringify(claims));
    checkAnswer(signer, userJWT, claims);
    return { userJWT };
  } finally {
    signer.free();
  }
}

/** @param {RequestOptions} [options] */
function readRequest(options) {
  const given = readOptions(options, ["url", "fetch", "signal", "timeoutSeconds", "allowShortSecret", "claims", "partial"]);
  const { allowShortSecret, fetch = globalThis.fetch, signal, timeoutSeconds = DEFAULT_TIMEOUT_SECONDS } = given;
  if (typeof fetch !== "function")
    throw failure("option_invalid", "fetch", "fetch must be a function that works like the global fetch. Give one, or leave it out.");
  if (signal !== undefined && !(signal instanceof AbortSignal)) {
    throw failure("option_invalid", "signal", "signal must be an AbortSignal. Give one, or leave it out.");
  }
  if (typeof timeoutSeconds !== "number" || !(timeoutSeconds > 0 && timeoutSeconds <= 3600)) {
    throw failure("option_invalid", "timeoutSeconds", "timeoutSeconds must be a number above 0, and 3600 at most.");
  }
  const signing = { claims: given.claims, partial: given.partial };
  return { allowShortSecret, fetch, signal, timeoutSeconds, signing, url: secureUrl(given.url ?? DEFAULT_URL) };
}

/**
 * The secret as a header carries it. Other characters would come back in an error of fetch's.
 * @param {Secret} secret
 */
function sendable(secret) {
  const text = typeof secret === "string" ? secret : new TextDecoder().decode(secret);
  if (/^[\x21-\x7e]+$/.test(text)) return text;
  throw failure(
    "secret_unsendable",
    "secret",
    "The secret has characters that an HTTP header cannot carry. Copy the workspace secret again from Fogbender's settings.",
  );
}

/**
 * The secret travels to this address: over TLS, or not beyond this machine.
 * @param {string | URL} given
 */
function secureUrl(given) {
  const text = readable("url", () => String(given));
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url?.hostname ?? "");
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback);
  // An error of fetch's would repeat a password.
  if (url && isSafe && url.username === "" && url.password === "") return url.href;
  throw failure(
    "option_invalid",
    "url",
    "The secret is sent to url, so url must be https, or http on this machine, and have no password. Give another url.",
  );
}

/**
 * @param {Ask} ask
 * @param {string} secret
 * @param {string} body
 */
async function post({ url, fetch, signal, timeoutSeconds }, secret, body) {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), timeoutSeconds * 1000);
  const ended = signal === undefined ? timeout.signal : AbortSignal.any([signal, timeout.signal]);
  /** @type {RequestInit} */
  const init = {
    method: "POST",
    headers: { authorization: `Bearer ${secret}`, "content-type": "application/json", accept: "application/json" },
    body,
    // Followed, a redirect could carry the secret elsewhere.
    redirect: "manual",
    signal: ended,
  };
  try {
    // A fetch of the caller's may ignore its signal.
    return await Promise.race([answerTo(() => fetch(url, init)), aborted(ended)]);
  } catch (cause) {
    if (cause instanceof FogbenderTokenError) throw cause;
    const why = timeout.signal.aborted ? `in ${timeoutSeconds} s` : signal?.aborted ? "before the request was aborted" : "at all";
    const told = signal?.aborted ? signal.reason : wordsOf(cause, secret);
    throw failure("signatures_unreachable", undefined, `The signatures API did not answer ${why}. Try again, or sign with Signer.`, told);
  } finally {
    clearTimeout(timer);
    // Ends an answer that was not read to its end.
    timeout.abort();
  }
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<never>}
 */
function aborted(signal) {
  return new Promise((_, reject) => {
    const end = () => reject(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
  });
}

/** @param {() => Promise<Response>} ask */
async function answerTo(ask) {
  const response = await ask();
  const { status } = response;
  if (status === 401 || status === 403) {
    throw failure(
      "signatures_unauthorized",
      undefined,
      `The signatures API refused the secret (status ${status}). Copy it again from Fogbender's settings.`,
    );
  }
  if (status !== 200) {
    const answered = status === 0 ? "a redirect" : `status ${Number(status)}`;
    throw failure("signatures_bad_response", undefined, `The signatures API answered with ${answered} instead of 200. Check the url.`);
  }
  return signatureIn(await textOf(response));
}

/**
 * An answer's text; one that is longer than any answer is not read to its end.
 * @param {Response} response
 */
async function textOf(response) {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_ANSWER_CHARACTERS) return "";
  }
  return text + decoder.decode();
}

/** @param {string} text */
function signatureIn(text) {
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    answer = undefined;
  }
  const userJWT = answer?.signatures?.userJWT;
  if (typeof userJWT === "string") return userJWT;
  throw failure("signatures_bad_response", undefined, 'The signatures API answered without {"signatures":{"userJWT":…}}. Check the url.');
}

/**
 * What came back must be signed with this secret, over this identity and no other.
 * @param {Signer} signer
 * @param {string} userJWT
 * @param {Claims} identity
 */
function checkAnswer(signer, userJWT, identity) {
  let claims;
  try {
    claims = signer.verify(userJWT);
  } catch (cause) {
    throw failure(
      "signatures_bad_response",
      "userJWT",
      "The signatures API answered with a userJWT that does not verify with this secret. Check the url, or sign with Signer.",
      cause,
    );
  }
  const { iat, nbf, exp, ...signed } = claims;
  const names = new Set([...Object.keys(signed), ...Object.keys(identity)]);
  for (const name of names) {
    if (signed[name] !== identity[name]) {
      throw failure(
        "signatures_bad_response",
        name,
        "The signatures API answered with a userJWT for another identity. Check the url, or sign with Signer.",
      );
    }
  }
}
