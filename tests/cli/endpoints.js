// Endpoints to ask: a good one in two forms, and one for each way to get it wrong.
import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import express from "express";
import { createSignaturesHandler, Signer, toNodeHandler } from "fogbender-token";
import { ALICE, jwtByHand, OTHER_SECRET, SECRET, WIDGET_ID } from "./support.js";

const BOB = { userId: "U987", customerId: "C9", customerName: "Globex", userEmail: "bob@globex.com", userName: "Bob Builder" };
const USERS = { "alice-5f0c2d7e": ALICE, "bob-93ab11c4": BOB };

/** What doctor is given to ask as both. */
export const COOKIES = Object.keys(USERS).map((value) => `theme=dark; session=${value}`);
export const ARGUMENTS = COOKIES.flatMap((cookie) => ["--cookie", cookie]);

const signer = new Signer(SECRET);
const sessionOf = (cookie = "") => USERS[/(?:^|; )session=([^;]+)/.exec(cookie)?.[1]];
const signed = (user, options = { expiresInSeconds: 3600 }) => {
  const token = signer.token(user, { widgetId: WIDGET_ID, ...options });
  return { signatures: { userJWT: token.userJWT }, token };
};
const NO_STORE = { "cache-control": "no-store", vary: "Cookie" };

/** Starts a listener on a free port; gives its URL and closes it after the test. */
export async function serve(t, listener) {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.on("listening", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}/fogbender-signatures`;
}

const handler = () =>
  createSignaturesHandler({
    secret: SECRET,
    widgetId: WIDGET_ID,
    expiresInSeconds: 3600,
    identify: (request) => sessionOf(request.headers.get("cookie") ?? undefined),
  });

export const good = () => toNodeHandler(handler());
/** In development, Express shows stack traces, which doctor finds. */
export const goodExpress = (env = "production") =>
  express().set("env", env).use(express.json()).use("/fogbender-signatures", toNodeHandler(handler()));

/**
 * An endpoint that is right but for one thing.
 * @param {{
 *   whose?: (request: import("node:http").IncomingMessage & { query: URLSearchParams, json?: any, form?: URLSearchParams }) => object | undefined,
 *   answer?: (user: object) => object,
 *   headers?: (request: object, user: object | undefined) => object,
 *   reply?: (request: object, reply: import("node:http").ServerResponse, user: object | undefined) => boolean | void,
 * }} [mistake] `reply` returns true when it has answered
 */
export function endpoint({
  whose = (request) => sessionOf(request.headers.cookie),
  answer = signed,
  headers = () => NO_STORE,
  reply = () => false,
} = {}) {
  return async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    request.text = Buffer.concat(chunks).toString();
    request.query = new URL(request.url, "http://here").searchParams;
    try {
      request.json = JSON.parse(request.text);
    } catch {
      request.json = undefined;
    }
    request.form = new URLSearchParams(request.text);
    const user = whose(request);
    if (reply(request, response, user)) return;
    response.writeHead(user === undefined ? 401 : 200, { "content-type": "application/json", ...headers(request, user) });
    response.end(user === undefined ? '{"error":"not_signed_in"}' : JSON.stringify(answer(user)));
  };
}

const session = (request) => sessionOf(request.headers.cookie);
const named = (request, userId) => session(request) && (userId ? { ...session(request), userId } : session(request));
const json = (response, status, body, headers = {}) =>
  response.writeHead(status, { "content-type": "application/json", ...NO_STORE, ...headers }).end(JSON.stringify(body));
const kept = new Map();

/** Each with the checks that must be wrong, and no others. @type {[string, Parameters<typeof endpoint>[0], string[]][]} */
export const BROKEN = [
  [
    "signs for anyone",
    { whose: (request) => session(request) ?? ALICE },
    [
      "without a session, 401",
      "a query chooses no user",
      "a doubled query chooses no user",
      "a JSON body chooses no user",
      "a form chooses no user",
      "a header chooses no user",
      "a method override chooses no user",
      "an unsigned JWT gets no signature",
      "a made-up session gets no signature",
    ],
  ],
  ["lets the query choose", { whose: (request) => named(request, request.query.get("userId")) }, ["a query chooses no user"]],
  [
    "lets the last of two queries choose",
    {
      whose: (request) => named(request, request.query.getAll("userId").length > 1 && request.query.getAll("userId").at(-1)),
    },
    ["a doubled query chooses no user"],
  ],
  [
    "lets the query choose the email alone",
    {
      whose: (request) => session(request) && { ...session(request), userEmail: request.query.get("email") ?? session(request).userEmail },
    },
    ["a query chooses no user"],
  ],
  [
    "lets a JSON body choose",
    { whose: (request) => named(request, request.json?.userId) },
    ["a JSON body chooses no user", "a method override chooses no user"],
  ],
  [
    "lets a nested JSON body choose without a session",
    { whose: (request) => request.json?.user ?? session(request) },
    ["a JSON body chooses no user", "a method override chooses no user"],
  ],
  [
    "lets a form choose",
    { whose: (request) => named(request, request.headers["content-type"]?.includes("form") && request.form.get("userId")) },
    ["a form chooses no user"],
  ],
  ["trusts a proxy's header", { whose: (request) => named(request, request.headers["x-forwarded-user"]) }, ["a header chooses no user"]],
  [
    "lets a method override choose",
    {
      whose: (request) => named(request, request.headers["x-http-method-override"] === "PUT" && request.json.userId),
    },
    ["a method override chooses no user"],
  ],
  [
    "does not verify a session's JWT",
    {
      whose(request) {
        const [, payload] = (request.headers.authorization ?? "").replace("Bearer ", "").split(".");
        return payload === undefined ? session(request) : { ...ALICE, userId: JSON.parse(Buffer.from(payload, "base64url")).sub };
      },
    },
    ["an unsigned JWT gets no signature"],
  ],
  [
    "signs userId alone",
    {
      answer: ({ userId, customerId }) => ({ userId, customerId, userJWT: jwtByHand({ userId, exp: Math.ceil(Date.now() / 1000) + 60 }) }),
    },
    ["customerId is signed", "customerName is signed", "userEmail is signed", "userName is signed"],
  ],
  [
    "sends an older signature",
    {
      answer: (user) => ({ ...user, widgetId: WIDGET_ID, userHMAC: createHmac("sha256", SECRET).update(user.userId).digest("hex") }),
    },
    ["the signature is a userJWT", "customerId is signed", "customerName is signed", "userEmail is signed", "userName is signed"],
  ],
  [
    "is readable by any origin and cached",
    {
      headers: (request) => ({
        "cache-control": "public, max-age=600",
        ...(request.headers.origin && {
          "access-control-allow-origin": request.headers.origin,
          "access-control-allow-credentials": "true",
        }),
      }),
    },
    [
      "no cache may store it",
      "Vary names the session",
      "Origin https://(another site) cannot read it",
      "Origin null cannot read it",
      "Origin (this host).(another site) cannot read it",
      "no preflight lets another site in",
    ],
  ],
  [
    "is readable by every origin",
    { headers: () => ({ ...NO_STORE, "access-control-allow-origin": "*" }) },
    [
      "Origin https://(another site) cannot read it",
      "Origin null cannot read it",
      "Origin (this host).(another site) cannot read it",
      "no preflight lets another site in",
    ],
  ],
  [
    "trusts every origin that begins as its own",
    {
      headers: (request) => ({
        ...NO_STORE,
        ...(request.headers.origin?.startsWith(`http://${request.headers.host}`) && {
          "access-control-allow-origin": request.headers.origin,
        }),
      }),
    },
    ["Origin (this host).(another site) cannot read it"],
  ],
  [
    "sits behind a cache that knows paths alone",
    {
      reply(request, response, user) {
        if (request.method !== "GET") return false;
        if (user === undefined && !kept.has(request.url)) return false;
        if (user !== undefined) kept.set(request.url, signed(user));
        json(response, 200, kept.get(request.url));
        return true;
      },
    },
    [
      "nobody gets it from a cache",
      "no cache takes it for a file",
      "a header chooses no user",
      "an unsigned JWT gets no signature",
      "a made-up session gets no signature",
    ],
  ],
  ["gives everybody Alice's token", { whose: (request) => session(request) && ALICE }, ["two users get different tokens"]],
  [
    "leaks the secret in base64 in an error",
    {
      reply(request, response) {
        if (request.text === "" || request.json !== undefined) return false;
        json(response, 400, { error: "bad body", config: Buffer.from(`{"key":"${SECRET}"}`).toString("base64") });
        return true;
      },
    },
    ["no secret in any answer"],
  ],
  [
    "leaks the secret in a header",
    { headers: () => ({ ...NO_STORE, "x-debug": encodeURIComponent(SECRET) }) },
    ["no secret in any answer"],
  ],
  [
    "sends the widgetKey beside the token",
    {
      answer: (user) => ({ ...signed(user), fallback: { widgetKey: createHmac("sha256", SECRET).update("").digest("hex").slice(0, 19) } }),
    },
    ["no secret in any answer", "no widgetKey in any answer"],
  ],
  [
    "shows a stack trace",
    {
      reply(request, response, user) {
        if (user === undefined || request.text === "" || request.json !== undefined) return false;
        response.writeHead(500, { "content-type": "text/plain", ...NO_STORE }).end(new SyntaxError("Unexpected end of JSON input").stack);
        return true;
      },
    },
    ["no stack trace in any answer"],
  ],
  [
    "answers JSONP",
    {
      reply(request, response, user) {
        if (user === undefined || !request.query.has("callback")) return false;
        response
          .writeHead(200, { "content-type": "text/javascript", ...NO_STORE })
          .end(`${request.query.get("callback")}(${JSON.stringify(signed(user))})`);
        return true;
      },
    },
    ["no page can run it as a script"],
  ],
  [
    "hands the token on in a redirect",
    {
      reply(request, response, user) {
        if (user === undefined || request.method !== "POST") return false;
        response.writeHead(302, { location: `/widget?token=${signed(user).token.userJWT}`, ...NO_STORE }).end();
        return true;
      },
    },
    ["no token in a header"],
  ],
  [
    "sends a userJWT that has expired",
    { answer: (user) => signed(user, { issuedAt: 1_700_000_000, expiresInSeconds: 60 }) },
    ["the userJWT expires"],
  ],
  [
    "signs with another secret",
    { answer: (user) => ({ userJWT: new Signer(OTHER_SECRET).sign(user, { expiresInSeconds: 60 }) }) },
    ["the userJWT is right"],
  ],
  [
    "signs a name as a number",
    { answer: (user) => ({ userJWT: jwtByHand({ ...user, customerName: 42, exp: Math.ceil(Date.now() / 1000) + 60 }) }) },
    ["customerName is signed as text"],
  ],
  [
    "signs without userId",
    { answer: ({ userId, ...user }) => ({ userId, userJWT: jwtByHand({ ...user, exp: Math.ceil(Date.now() / 1000) + 60 }) }) },
    ["the userJWT is right"],
  ],
  [
    "sends a name that it did not sign",
    { answer: (user) => ({ ...signed(user).token, userName: "Alice" }) },
    ["the widget takes the token", "userName is what was signed"],
  ],
  ["sends HTML's type", { headers: () => ({ ...NO_STORE, "content-type": "text/html" }) }, ["the answer is JSON"]],
  [
    "redirects to a login",
    {
      reply: (_, response, user) =>
        user === undefined && response.writeHead(302, { location: "https://app.example.com/login?next=x" }).end() && true,
    },
    ["without a session, 401"],
  ],
];
