import { failure, FogbenderTokenError } from "../core/error.js";
import { forget, takeKey } from "./secret.js";
import { sign, verify } from "./signer.js";
import { bare, jsonText, readable, refuseUnknown, snapshot } from "../core/values.js";

const DEFAULT_URL = "https://api.fogbender.com/signatures";
const DEFAULT_TIMEOUT_SECONDS = 10;
const MAX_ANSWER_CHARACTERS = 262_144;
const OPTIONS = ["secret", "allowShortSecret", "url", "fetch", "signal", "timeoutSeconds"];

export async function requestSignatures(identity, options) {
  const request = readOptions(options);
  const claims = snapshot("identity", identity);
  const key = takeKey(request.secret, request.allowShortSecret);
  try {
    // Signed here too, so that a wrong identity is refused before the secret goes anywhere.
    sign(() => key, claims);
    const userJWT = await post(request, sendable(request.secret), jsonText("identity", claims));
    checkAnswer(key, userJWT, claims);
    return { userJWT };
  } finally {
    forget(key);
  }
}

function readOptions(options) {
  const given = snapshot("options", options);
  refuseUnknown(given, OPTIONS);
  const { fetch = globalThis.fetch, signal, timeoutSeconds = DEFAULT_TIMEOUT_SECONDS } = given;
  if (typeof fetch !== "function") throw failure("option_invalid", "fetch", "fetch must be a function like the global one.");
  if (signal !== undefined && !(signal instanceof AbortSignal)) {
    throw failure("option_invalid", "signal", "signal must be an AbortSignal.");
  }
  if (typeof timeoutSeconds !== "number" || !(timeoutSeconds > 0 && timeoutSeconds <= 3600)) {
    throw failure("option_invalid", "timeoutSeconds", "timeoutSeconds must be a number from more than 0 to 3600.");
  }
  return bare({ ...given, fetch, timeoutSeconds, url: secureUrl(given.url ?? DEFAULT_URL) });
}

/** The secret as a header carries it. Other characters would come back in an error of fetch's. */
function sendable(secret) {
  const text = typeof secret === "string" ? secret : new TextDecoder().decode(secret);
  if (/^[\x21-\x7e]+$/.test(text)) return text;
  throw failure("secret_unsendable", "secret", "The secret has characters that no header can carry: copy the workspace secret as it stands.");
}

/** The secret travels to this address: over TLS, or not beyond this machine. */
function secureUrl(given) {
  const text = readable("url", () => String(given));
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url?.hostname);
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback);
  // An error of fetch's would repeat a password.
  if (isSafe && url.username === "" && url.password === "") return url.href;
  throw failure("option_invalid", "url", "url must be https, or http on this machine, without a password: the secret is sent to it.");
}

async function post({ url, fetch, signal, timeoutSeconds }, secret, body) {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), timeoutSeconds * 1000);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { authorization: `Bearer ${secret}`, "content-type": "application/json", accept: "application/json" },
      body,
      // Followed, a redirect could carry the secret elsewhere.
      redirect: "manual",
      signal: signal === undefined ? timeout.signal : AbortSignal.any([signal, timeout.signal]),
    });
    if (response.status === 401 || response.status === 403) {
      throw failure("signatures_unauthorized", undefined, `Fogbender refused the secret (${response.status}): copy it anew from its settings.`);
    }
    if (response.status !== 200) {
      const status = response.status === 0 ? "a redirect" : `status ${response.status}`;
      throw failure("signatures_bad_response", undefined, `The signatures API answered with ${status} instead of 200.`);
    }
    return signatureIn(await textOf(response));
  } catch (cause) {
    if (cause instanceof FogbenderTokenError) throw cause;
    const why = timeout.signal.aborted ? `in ${timeoutSeconds} s` : signal?.aborted ? "before the request was aborted" : "at all";
    const told = signal?.aborted ? cause : withoutSecret(cause, secret);
    throw failure("signatures_unreachable", undefined, `The signatures API did not answer ${why}: sign locally, or try again.`, told);
  } finally {
    clearTimeout(timer);
    // Ends an answer that was not read to its end.
    timeout.abort();
  }
}

/** What fetch threw, in words: as it is, it may hold what came back, and with it an echo of the secret. */
function withoutSecret(thrown, secret) {
  const words = [];
  for (let error = thrown; error instanceof Error && words.length < 4; error = error.cause) words.push(error.message);
  return new Error(words.join(": ").replaceAll(secret, "(the secret)"));
}

/** An answer's text; one that is longer than any answer is not read to its end. */
async function textOf(response) {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_ANSWER_CHARACTERS) return "";
  }
  return text + decoder.decode();
}

function signatureIn(text) {
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    answer = undefined;
  }
  const userJWT = answer?.signatures?.userJWT;
  if (typeof userJWT === "string") return userJWT;
  throw failure("signatures_bad_response", undefined, 'The signatures API answered without {"signatures":{"userJWT":…}}.');
}

/** What came back must be signed with this secret, over this identity and no other. */
function checkAnswer(key, userJWT, identity) {
  let claims;
  try {
    claims = verify(() => key, userJWT);
  } catch (cause) {
    throw failure("signatures_bad_response", "userJWT", "The signatures API answered with a userJWT that does not verify with this secret.", cause);
  }
  const { iat, nbf, exp, ...signed } = claims;
  const names = new Set([...Object.keys(signed), ...Object.keys(identity)]);
  for (const name of names) {
    if (signed[name] !== identity[name]) {
      throw failure("signatures_bad_response", name, "The signatures API answered with a userJWT for another identity.");
    }
  }
}
