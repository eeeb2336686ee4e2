import { failure, FogbenderTokenError } from "../core/error.js";
import { readOptions } from "../core/options.js";
import { FIELDS } from "./identity.js";
import { bodyText } from "./body.js";
import { clientPage } from "./client-page.js";
import { Signer } from "./signer.js";

const JSON_HEADERS = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };

const API = ["/signatures", "/tokens", "/verify"];

const FROM_ELSEWHERE = "A page of another origin asks. Call this from your backend, without the header Origin.";

/** What a wrong input answers; every other one is 400. */
const STATUS = { too_large: 413, bearer_invalid: 403 };

export function createStandIn(options) {
  const given = readOptions(options, ["secret", "allowShortSecret", "app", "onDecision"]);
  const { secret, allowShortSecret, app, onDecision = () => {} } = given;
  if (typeof onDecision !== "function") {
    throw failure("option_invalid", "onDecision", "onDecision must be a function. Leave it out, or give one.");
  }
  const page = app === undefined ? new Map() : clientPage(app);
  const signer = new Signer(secret, { allowShortSecret });
  const bytes = typeof secret === "string" ? new TextEncoder().encode(secret) : Uint8Array.from(secret);
  const keyPromise = crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);
  bytes.fill(0);

  function decide(text) {
    const explanation = signer.explain(text);
    onDecision(explanation, text);
    return explanation;
  }

  return async function standIn(request) {
    try {
      const { host, pathname } = new URL(request.url);
      if (page.has(pathname)) return fileOf(page.get(pathname), request.method);
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

function fileOf({ body, headers }, method) {
  if (method !== "GET" && method !== "HEAD") return refusal(405, "Only GET is answered here. Send a GET.");
  return new Response(method === "GET" ? body : null, { headers });
}

/** Browsers name the page that asks: of pages, only the client's own may. */
function isFromElsewhere(request, host) {
  const origin = request.headers.get("origin");
  return origin !== null && !origin.endsWith(`://${host}`);
}

/** What Fogbender's answer holds: the whole body, with the signatures over it. */
async function signaturesOf(signer, key, text) {
  const body = parse(text);
  const claims = Object.fromEntries(Object.entries(body).filter(([name]) => !FIELDS.includes(name)));
  const userJWT = signer.sign(body, { claims, partial: true, issuedAt: false });
  const userHMAC = hex(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(body.userId)));
  return { ...body, userHMAC, userJWT };
}

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

/** The secret is compared by HMACs under a key that the sender does not know, so time tells nothing about it. */
async function checkBearer(key, secret, authorization) {
  const [, given] = /^Bearer ([^\s,]+)$/.exec(authorization ?? "") ?? [];
  if (given === undefined)
    throw failure(
      "bearer_invalid",
      "authorization",
      "The Authorization header must be the word Bearer, one space and the secret. Send it so.",
    );
  const encoder = new TextEncoder();
  const own = typeof secret === "string" ? encoder.encode(secret) : secret;
  const isOwn = await crypto.subtle.verify("HMAC", key, await crypto.subtle.sign("HMAC", key, own), encoder.encode(given));
  if (!isOwn)
    throw failure(
      "bearer_invalid",
      "authorization",
      "The secret behind Bearer is not the stand-in's. Give your backend the secret that the stand-in has.",
    );
}

const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

const answer = (status, body) => new Response(JSON.stringify(body), { status, headers: JSON_HEADERS });

/** As Fogbender writes it, with our codes where there are any. */
const refusal = (status, message, problems) => answer(status, { error: problems === undefined ? { message } : { message, problems } });
