// Every function of the package with its honest arguments, any of which may turn hostile.
import { alice, aliceJWT, aliceToken, secret, widgetId } from "./alice.js";

const times = { expiresInSeconds: 60, notBeforeSeconds: 1, issuedAt: 1_700_000_000 };
const signing = { ...times, claims: { plan: "gold" } };
const clock = { now: 1_700_000_000, clockToleranceSeconds: 5 };
const explaining = { ...clock, signatureType: "jwt" };

/** What people paste, hostile or not: a token, an endpoint's answer, the message to the widget's frame. */
const pasted = (like) =>
  like({ ...aliceToken, token: like(aliceToken), initToken: like(aliceToken), signatures: like({ userJWT: aliceJWT }) });

/** What each provider's SDK gives of Alice, as far as it is read. */
const organization = { id: "C256434", name: "Netflix" };
const sessions = {
  fromAuthJs: { token: { sub: "U234328", email: alice.userEmail, name: "Alice", picture: "https://example.com/a.png" } },
  fromBetterAuth: {
    session: { session: { activeOrganizationId: "C256434" }, user: { id: "U234328", email: alice.userEmail, emailVerified: true } },
    organization,
  },
  fromClerk: {
    auth: { userId: "U234328", orgId: "C256434" },
    user: { id: "U234328", primaryEmailAddress: { emailAddress: alice.userEmail, verification: { status: "verified" } } },
    organization,
  },
  fromPropelAuth: {
    user: { userId: "U234328", email: alice.userEmail, orgIdToOrgMemberInfo: { C256434: {} } },
    orgMemberInfo: { orgId: "C256434", orgName: "Netflix" },
    metadata: { userId: "U234328", emailConfirmed: true },
  },
  fromSupabase: { claims: { sub: "U234328", email: alice.userEmail, app_metadata: { customer_id: "C256434" }, user_metadata: {} } },
  fromSuperTokens: {
    session: { getUserId: () => "U234328", getTenantId: () => "C256434", getAccessTokenPayload: () => ({}) },
    user: { id: "U234328", emails: [alice.userEmail], loginMethods: [{ verified: true, email: alice.userEmail }] },
  },
  fromWorkOS: {
    session: { authenticated: true, user: { id: "U234328", email: alice.userEmail }, organizationId: "C256434" },
    organization,
  },
};

/** The functions that every build has. */
export const everywhere = (lib, { like, mostly }) => ({
  assembleToken: () => lib.assembleToken(like(aliceToken)),
  checkToken: () => lib.checkToken(like(aliceToken)),
  decodeUserJWT: () => lib.decodeUserJWT(mostly(aliceJWT)),
  explainToken: () => lib.explainToken(pasted(like), undefined, like(explaining)),
});

/** The functions that take the secret, each call with a signer of its own that may be freed within it. */
export const withSecret = (lib, { like, misbehave, mostly, pick, value }, signer) => ({
  "new Signer": () => new lib.Signer(mostly(secret), like({ allowShortSecret: true })).free(),
  "Signer.sign": () => signer().sign(like(alice), like({ ...signing, partial: true })),
  "Signer.token": () => signer().token(like(alice), like({ widgetId, versions: { app: "1" }, ...signing })),
  "Signer.verify": () => signer().verify(mostly(aliceJWT), like(clock)),
  "Signer.explain": () => signer().explain(pasted(like), like(explaining)),
  "Signer.free": () => {
    const freed = signer();
    freed.free(value());
    return pick([() => freed.sign(like(alice)), () => freed.verify(value()), () => freed.explain(like(aliceToken)), () => freed.free()])();
  },
  signUserJWT: () => lib.signUserJWT(like(alice), mostly(secret), like({ allowShortSecret: true, ...signing })),
  createToken: () => lib.createToken(like(alice), mostly(secret), like({ widgetId, ...signing })),
  verifyUserJWT: () => lib.verifyUserJWT(mostly(aliceJWT), pick([mostly(secret), [secret, mostly(secret)], value()]), like(clock)),
  "explainToken with a secret": () =>
    lib.explainToken(like(aliceToken), pick([mostly(secret), [secret, mostly(secret)]]), like(explaining)),
  secretFingerprint: () => lib.secretFingerprint(mostly(secret)),
  requestSignatures: () => {
    const honestly = () => Response.json({ signatures: { userJWT: aliceJWT } });
    const badly = [() => new Response(body({ pick, value })), () => ({ status: 200, body: value() })];
    const fetch = () => pick([misbehave, value, honestly, async () => honestly(), ...badly])();
    return lib.requestSignatures(like(alice), mostly(secret), like({ url: "http://localhost:1/", fetch, timeoutSeconds: 1 }));
  },
  createSignaturesHandler: () => {
    const identify = () => pick([() => like(alice), misbehave, value])();
    const handler = lib.createSignaturesHandler(like({ secret, widgetId, identify, onError: () => {}, origins: [], ...times }));
    return served(handler, request("/", { mostly, pick, value }));
  },
  toNodeHandler: () => void lib.toNodeHandler(value()),
});

export const standIn = ({ createStandIn }, { like, mostly, pick, value }) => ({
  createStandIn: () => {
    const path = pick(["/signatures", "/tokens", "/verify", "/none"]);
    return served(createStandIn(like({ secret })), request(path, { mostly, pick, value }, { authorization: `Bearer ${secret}` }));
  },
});

/** What makes identities of sessions; nothing of it is compiled Rust. */
export const providers = (lib, { like, pick }) =>
  Object.fromEntries(
    Object.entries(sessions).map(([name, session]) => [
      name,
      () => {
        const twisted = Object.fromEntries(Object.entries(session).map(([member, honest]) => [member, pick([honest, like(honest)])]));
        return lib[name](pick([twisted, like(session)]), like({ customerId: "C256434", customerName: "Netflix" }));
      },
    ]),
  );

/** Once it is made, a handler answers; it never throws. */
const served = (handler, request) =>
  handler(request).catch((cause) => {
    throw new Error("the handler threw", { cause });
  });

/** A request as a runtime gives it, whatever the client sent. */
function request(path, { mostly, pick, value }, headers) {
  const method = pick(["GET", "HEAD", "POST", "POST", "OPTIONS", "PUT"]);
  const hasBody = method !== "GET" && method !== "HEAD";
  const type = pick(["application/json", "text/plain", "application/json; charset=\u00ff"]);
  return new Request(new URL(path, "https://app.example.com"), {
    method,
    headers: { ...headers, "content-type": type, origin: pick(["null", "https://app.example.com", ""]) },
    body: hasBody ? body({ mostly, pick, value }) : undefined,
    duplex: "half",
  });
}

/** A body: text of all kinds, or a stream that gives or throws anything. */
function body({ pick, value }) {
  const right = [alice, aliceToken].map((object) => JSON.stringify(object));
  const texts = ["", "{}", ...right, '{"__proto__":{"userId":"U666"}}', "[".repeat(50_000), "\ud83d", "{".padEnd(70_000)];
  const streams = [
    (controller) => controller.error(value()),
    (controller) => controller.enqueue(value()),
    (controller) => (controller.enqueue(new Uint8Array([0x7b, 0xff])), controller.close()),
  ];
  return pick([() => pick(texts), () => new ReadableStream({ pull: pick(streams) })])();
}
