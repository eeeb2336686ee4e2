// Your company's backend: it signs people in, and signs for Fogbender who they are.
import { randomUUID } from "node:crypto";
import { createSignaturesHandler, createToken, requestSignatures } from "../../pkg/index.js";
import { people, widgetId } from "../people.js";
import { createMistakes } from "./mistakes.js";
import { createStatic, securityHeaders } from "./static.js";

export function createApp(secret, origins) {
  const headers = securityHeaders({
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "frame-src": origins.fogbender,
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
  });
  const json = (value, init) => Response.json(value, { ...init, headers: { ...headers, ...init?.headers } });
  const sessions = new Map();
  const sessionOf = (request) => sessions.get(/(?:^|; )session=([\w-]+)/.exec(request.headers.get("cookie"))?.[1]);
  const trace = (session, ...told) => Object.assign(session, { trace: told });

  const signHere = createSignaturesHandler({
    secret,
    widgetId,
    identify: (request) => {
      const session = sessionOf(request);
      if (session) trace(session, `createToken(${JSON.stringify(session.user, null, 2)}, secret, { widgetId })`);
      return session?.user;
    },
  });

  /** The same endpoint, but Fogbender signs: what the two said is kept for the page, without the secret. */
  async function letFogbenderSign(request) {
    const session = sessionOf(request);
    if (!session) return json({ error: { code: "not_signed_in", message: "Nobody is signed in." } }, { status: 401 });
    const url = `${origins.fogbender}/signatures`;
    const traced = async (address, init) => {
      const response = await fetch(address, init);
      const asked = `POST ${address}\nAuthorization: Bearer [the secret]\n\n${JSON.stringify(session.user, null, 2)}`;
      trace(session, asked, `${response.status}\n${await response.clone().text()}`);
      return response;
    };
    const signatures = await requestSignatures(session.user, secret, { url, fetch: traced });
    return json({ signatures, token: { widgetId, ...session.user, ...signatures } });
  }

  async function signIn(request) {
    const name = await request.json().catch(() => undefined);
    if (!Object.hasOwn(people, name)) return json({ error: { message: "Sign in as alice or bob." } }, { status: 400 });
    const id = randomUUID();
    sessions.set(id, { user: people[name], trace: [] });
    const cookie = `session=${id}; Path=/; HttpOnly; SameSite=Strict`;
    return json({ signedIn: people[name] }, { headers: { "set-cookie": cookie } });
  }

  /** Forgets the session: its cookie is worth nothing from now on. */
  function signOut(request) {
    const session = sessionOf(request);
    for (const [id, other] of sessions) if (other === session) sessions.delete(id);
    return json({ signedIn: null }, { headers: { "set-cookie": "session=; Path=/; Max-Age=0" } });
  }

  const routes = {
    // The sample is for the form, before anybody has signed in.
    "GET /backend.json": () => {
      const sample = createToken(people.alice, secret, { widgetId, issuedAt: false });
      return json({ fogbender: origins.fogbender, sample });
    },
    "POST /session": signIn,
    "DELETE /session": signOut,
    "GET /fogbender-signatures": signHere,
    "GET /fogbender-signatures-by-api": letFogbenderSign,
    "GET /trace": (request) => json(sessionOf(request)?.trace ?? []),
    ...createMistakes(secret, { json, userOf: (request) => sessionOf(request)?.user, bob: people.bob, widgetId }),
  };
  const files = createStatic(new URL("../dist/", import.meta.url), headers);

  return async function app(request) {
    const { origin, pathname, search } = new URL(request.url);
    // One name for the page: Fogbender's side compares origins literally.
    if (origin !== origins.app) return Response.redirect(origins.app + pathname + search, 307);
    return (routes[`${request.method} ${pathname}`] ?? files)(request);
  };
}
