// What the compiler must accept, and what it must refuse: an unused @ts-expect-error is an error itself.
import {
  assembleToken,
  type Claims,
  createToken,
  explainToken,
  FogbenderTokenError,
  requestSignatures,
  Signer,
  signUserJWT,
  type Token,
  type UserToken,
  verifyUserJWT,
} from "fogbender-token";

const secret = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
const widgetId = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";
const alice = {
  userId: "U234328",
  customerId: "C256434",
  customerName: "Netflix",
  userEmail: "alice@netflix.com",
  userName: "Alice Chesterton",
};

export function signing() {
  using signer = new Signer(secret);
  const userJWT: string = signer.sign({ userId: "U1", plan: "pro" }, { expiresInSeconds: 60, issuedAt: false });
  const token: UserToken = signer.token({ ...alice, plan: "pro" }, { widgetId, versions: { app: "1.2.3" } });
  new Signer(new Uint8Array(32));

  // @ts-expect-error a userId is a string: String(42)
  signer.sign({ userId: 42 });
  // @ts-expect-error userId is required
  signer.sign({ customerId: "C1" });
  // @ts-expect-error claims of one's own are strings
  signer.sign({ userId: "U1", admin: true });
  // @ts-expect-error a token needs every identity field
  signer.token({ userId: "U1" }, { widgetId });
  // @ts-expect-error a token needs the widgetId
  signer.token(alice, {});
  // @ts-expect-error expiresIn is jsonwebtoken's name
  signer.sign(alice, { expiresIn: 60 });
  // @ts-expect-error seconds are numbers
  signer.sign(alice, { expiresInSeconds: "60" });
  // @ts-expect-error an unset variable is no secret
  new Signer(undefined);
  // @ts-expect-error createToken needs the secret
  createToken(alice, { widgetId });
  return [userJWT, token, createToken(alice, { secret, widgetId }).userJWT, signUserJWT(alice, secret)];
}

export function verifying(userJWT: string) {
  const claims: Claims = verifyUserJWT(userJWT, [secret, new Uint8Array(32)], { clockToleranceSeconds: 5 });
  const userId: string = claims.userId;
  const email: string | undefined = claims.userEmail;
  const exp: number | undefined = claims.exp;
  // @ts-expect-error a claim of one's own has to be looked at before it is a string
  const plan: string = claims.plan;
  return [userId, email, exp, plan];
}

export function tokens(token: Token) {
  if ("userId" in token) {
    const email: string = token.userEmail;
    return email;
  }
  if ("visitor" in token) {
    const key: string = token.visitorKey;
    return key;
  }
  const key: string = token.widgetKey;
  return key;
}

export function assembling() {
  const user = assembleToken({ ...alice, widgetId, userJWT: "…", userAvatarUrl: null });
  const visitor = assembleToken({ widgetId, visitor: true, visitorKey: "k" });
  const fallback = assembleToken({ widgetId, widgetKey: "k", anonymous: true });
  // @ts-expect-error no signature
  assembleToken({ ...alice, widgetId });
  // @ts-expect-error a number is no userId
  assembleToken({ ...alice, userId: 42, widgetId, userJWT: "…" });
  const userJWT: string = user.userJWT;
  return [userJWT, user.userEmail, visitor.visitorKey, fallback.widgetKey];
}

export async function errors(token: object) {
  try {
    await requestSignatures(alice, { secret, signal: AbortSignal.timeout(1000) });
  } catch (error) {
    if (error instanceof FogbenderTokenError && error.code === "signatures_unreachable") return error.problems[0]?.field;
    // @ts-expect-error no such code
    if (error instanceof FogbenderTokenError && error.code === "oops") return undefined;
  }
  const { verdict, fields } = explainToken(token, secret, { now: 1_700_000_000 });
  // @ts-expect-error there are three verdicts
  if (verdict === "maybe") return undefined;
  return fields.userId;
}
