// What a careless backend hands out. Nothing here belongs in yours: the page shows what Alice does with each.
import { createHmac } from "node:crypto";
import { Signer } from "../../pkg/index.js";

export function createMistakes(secret, { json, userOf, bob, widgetId }) {
  const signer = new Signer(secret);
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const now = () => Math.floor(Date.now() / 1000);

  /** By hand, because the package refuses to sign `sub`. */
  function signSub(user) {
    const input = `${part({ alg: "HS256", typ: "JWT" })}.${part({ sub: user.userId, ...user, iat: now() })}`;
    return `${input}.${createHmac("sha256", secret).update(input).digest("base64url")}`;
  }

  const widgetKey = createHmac("sha256", secret).update("").digest("hex").slice(0, 19);

  const mistakes = {
    "user-id-only": ({ userId }) => ({ userJWT: signer.sign({ userId }, { partial: true }) }),
    "ids-only": ({ userId, customerId }) => ({ userJWT: signer.sign({ userId, customerId }, { partial: true }) }),
    sub: (user) => ({ userJWT: signSub(user) }),
    "widget-key": () => ({ widgetKey }),
    "fallback-token": () => ({ widgetId, widgetKey, anonymous: true }),
    "leaked-token": () => signer.token(bob, { widgetId }),
    "leaked-expired-token": () => signer.token(bob, { widgetId, issuedAt: now() - 7200, expiresInSeconds: 3600 }),
  };

  /** Not a mistake: what your own services do with a userJWT before they believe it. */
  async function verify(request) {
    try {
      return json({ verdict: "accepted", claims: signer.verify(await request.text()) });
    } catch ({ code, message }) {
      return json({ verdict: "refused", code, message });
    }
  }

  const routes = Object.entries(mistakes).map(([name, make]) => [
    `GET /mistakes/${name}`,
    (request) => {
      const user = userOf(request);
      return user ? json(make(user)) : json({ error: { message: "Nobody is signed in." } }, { status: 401 });
    },
  ]);
  return { ...Object.fromEntries(routes), "POST /verify-user-jwt": verify };
}
