import { failure, FogbenderTokenError } from "./error.js";
import { takeKey } from "./secret.js";
import { sign, verify } from "./signer.js";
import { jsonText, refuseUnknown, snapshot } from "./values.js";

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
    const userJWT = await post(request, bearer(request.secret), jsonText("identity", claims));
    checkAnswer(key, userJWT, claims);
    return { userJWT };
  } finally {
    key.free();
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
  if (!(timeoutSeconds > 0 && timeoutSeconds <= 3600)) {
    throw failure("option_invalid", "timeoutSeconds", "timeoutSeconds must be a number from more than 0 to 3600.");
  }
  return { ...given, fetch, timeoutSeconds, url: secureUrl(given.url ?? DEFAULT_URL) };
}

/** The secret as a header carries it. Other characters would come back in an error of fetch's. */
function bearer(secret) {
  const text = typeof secret === "string" ? secret : new TextDecoder().decode(secret);
  if (/^[\x21-\x7e]+$/.test(text)) return `Bearer ${text}`;
  throw failure("secret_unsendable", "secret", "The secret has characters that no header can carry: copy the workspace secret as it stands.");
}

/** The secret travels to this address: over TLS, or not beyond this machine. */
function secureUrl(given) {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url?.hostname);
  if (url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback)) return url.href;
  throw failure("option_invalid", "url", "url must be https, or http on this machine: the secret is sent to it.");
}

async function post({ url, fetch, signal, timeoutSeconds }, authorization, body) {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), timeoutSeconds * 1000);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { authorization, "content-type": "application/json", accept: "application/json" },
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
    return signatureIn(await response.text());
  } catch (cause) {
    if (cause instanceof FogbenderTokenError) throw cause;
    const why = timeout.signal.aborted ? `in ${timeoutSeconds} s` : signal?.aborted ? "before the request was aborted" : "at all";
    throw failure("signatures_unreachable", undefined, `The signatures API did not answer ${why}: sign locally, or try again.`, cause);
  } finally {
    clearTimeout(timer);
  }
}

function signatureIn(text) {
  let answer;
  try {
    answer = text.length <= MAX_ANSWER_CHARACTERS ? JSON.parse(text) : undefined;
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
    throw failure("signatures_bad_response", "userJWT", "The signatures API answered with a userJWT that this secret did not sign.", cause);
  }
  const { iat, nbf, exp, ...signed } = claims;
  const names = new Set([...Object.keys(signed), ...Object.keys(identity)]);
  for (const name of names) {
    if (signed[name] !== identity[name]) {
      throw failure("signatures_bad_response", name, "The signatures API answered with a userJWT for another identity.");
    }
  }
}
