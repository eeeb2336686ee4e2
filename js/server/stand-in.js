/**
 * @import { Identity, Problem, Secret } from "../entries/index.d.ts"
 * @import { StandInOptions } from "../entries/stand-in.d.ts"
 */
import { failure, FogbenderTokenError } from "../core/error.js";
import { readOptions } from "../core/options.js";
import { FIELDS } from "./identity.js";
import { bodyText } from "./body.js";
import { clientPage } from "./client-page.js";
import { Signer } from "./signer.js";

const JSON_HEADERS = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };

const API = ["/signatures", "/tokens", "/verify"];

const FROM_ELSEWHERE = "A page of another origin asks. Call this from your backend, without the header Origin.";

/** What a wrong input answers; every other one is 400. @type {{ [code: string]: number | undefined }} */
const STATUS = { too_large: 413, bearer_invalid: 403 };

/** @type {typeof import("../entries/stand-in.d.ts").createStandIn} */
export function createStandIn(options) {
  const given = readOptions(options, ["secret", "allowShortSecret", "app", "onDecision"]);
  const { secret, allowShortSecret, app, onDecision = () => {} } = /** @type {StandInOptions} */ (given);
  if (typeof onDecision !== "function") {
    throw failure("option_invalid", "onDecision", "onDecision must be a function. Leave it out, or give one.");
  }
  const page = app === undefined ? new Map() : clientPage(app);
  const signer = new Signer(secret, { allowShortSecret });
  const bytes = typeof secret === "string" ? new TextEncoder().encode(secret) : Uint8Array.from(secret);
  const keyPromise = crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);
  bytes.fill(0);

  /** @param {string} text */
  function decide(text) {
    const explanation = signer.explain(text);
    onDecision(explanation, text);
    return explanation;
  }

  return async function standIn(request) {
    try {
      const { host, pathname } = new URL(request.url);
      const file = page.get(pathname);
      if (file !== undefined) return fileOf(file, request.method);
      if (!API.includes(pathname)) return refusal(404, "This path does not exist. Use /signatures, /tokens or /verify.");
      if (request.method !== "POST") return refusal(405, "Only POST is answered here. Send a POST.");
      if (isFromElsewhere(request, host)) return refusal(403, FROM_ELSEWHERE);
      if (pathname === "/verify") return answer(200, decide(await bodyText(request)));
      const key = await keyPromise;
      await checkBearer(key, secret, request.headers.get("authorization"));
      const signatures = await signaturesOf(signer, key, await bodyText(request));
      return answer(200, { token: signatures, signatures });
    } catch (error) {
      if (!(error instanceof FogbenderTokenError)) throw error;
      return refusal(STATUS[error.code] ?? 400, error.message, error.problems);
    }
  };
}

/**
 * @param {{ body: string, headers: Record<string, string> }} file
 * @param {string} method
 */
function fileOf({ body, headers }, method) {
  if (method !== "GET" && method !== "HEAD") return refusal(405, "Only GET is answered here. Send a GET.");
  return new Response(method === "GET" ? body : null, { headers });
}

/**
 * Browsers name the page that asks: of pages, only the client's own may.
 * @param {Request} request
 * @param {string} host
 */
function isFromElsewhere(request, host) {
  const origin = request.headers.get("origin");
  return origin !== null && !origin.endsWith(`://${host}`);
}

/**
 * What Fogbender's answer holds: the whole body, with the signatures over it.
 * @param {Signer} signer
 * @param {CryptoKey} key
 * @param {string} text
 */
async function signaturesOf(signer, key, text) {
  const body = parse(text);
  const claims = Object.fromEntries(Object.entries(body).filter(([name]) => !FIELDS.some((field) => field === name)));
  const userJWT = signer.sign(body, { claims, partial: true, issuedAt: false });
  const userHMAC = hex(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(body.userId)));
  return { ...body, userHMAC, userJWT };
}

/**
 * @param {string} text
 * @returns {Identity}
 */
function parse(text) {
  let body;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    throw failure("not_an_object", "body", "The body is not JSON. Send the identity as a JSON object.", cause);
  }
  if (typeof body === "object" && body !== null && !Array.isArray(body)) return body;
  throw failure("not_an_object", "body", "The body must be a JSON object. Send the identity as one.");
}

/**
 * The secret is compared by HMACs under a key that the sender does not know, so time tells nothing about it.
 * @param {CryptoKey} key
 * @param {Secret} secret
 * @param {string | null} authorization
 */
async function checkBearer(key, secret, authorization) {
  const [, given] = /^Bearer ([^\s,]+)$/.exec(authorization ?? "") ?? [];
  if (given === undefined)
    throw failure(
      "bearer_invalid",
      "authorization",
      "The Authorization header must be the word Bearer, one space and the secret. Send it so.",
    );
  const encoder = new TextEncoder();
  const own = typeof secret === "string" ? encoder.encode(secret) : /** @type {Uint8Array<ArrayBuffer>} */ (secret);
  const isOwn = await crypto.subtle.verify("HMAC", key, await crypto.subtle.sign("HMAC", key, own), encoder.encode(given));
  if (!isOwn)
    throw failure(
      "bearer_invalid",
      "authorization",
      "The secret behind Bearer is not the stand-in's. Give your backend the secret that the stand-in has.",
    );
}

/** @param {ArrayBuffer} bytes */
const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** @type {(status: number, body: object) => Response} */
const answer = (status, body) => new Response(JSON.stringify(body), { status, headers: JSON_HEADERS });

/**
 * As Fogbender writes it, with our codes where there are any.
 * @type {(status: number, message: string, problems?: readonly Problem[]) => Response}
 */
const refusal = (status, message, problems) => answer(status, { error: problems === undefined ? { message } : { message, problems } });
