// What the compiler must accept, and what it must refuse: an unused @ts-expect-error is an error itself.
import {
  assembleToken,
  type Claims,
  type Consequence,
  createToken,
  explainToken,
  FogbenderTokenError,
  type LoginStep,
  requestSignatures,
  secretFingerprint,
  type SignaturesAnswer,
  Signer,
  signUserJWT,
  type Token,
  type UserToken,
  verifyUserJWT,
} from "fogbender-token";
import { createStandIn } from "fogbender-token/stand-in";

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
  const userJWT: string = signer.sign(alice, { expiresInSeconds: 60, issuedAt: false, claims: { plan: "gold" } });
  const token: UserToken = signer.token(alice, { widgetId, versions: { app: "1.2.3" }, claims: { plan: "gold" } });
  new Signer(new Uint8Array(32));

  // @ts-expect-error claims of one's own are strings
  signer.sign(alice, { claims: { admin: true } });
  // @ts-expect-error and stand in the option claims
  signer.sign({ ...alice, plan: "gold" });
  // @ts-expect-error a token needs the widgetId
  signer.token(alice, {});
  // @ts-expect-error a token is never partial
  signer.token(alice, { widgetId, partial: true });
  // @ts-expect-error expiresIn is jsonwebtoken's name
  signer.sign(alice, { expiresIn: 60 });
  // @ts-expect-error seconds are numbers
  signer.sign(alice, { expiresInSeconds: "60" });
  // @ts-expect-error a Date is no number of seconds
  signer.sign(alice, { issuedAt: new Date() });
  // @ts-expect-error an unset variable is no secret
  new Signer(undefined);
  // @ts-expect-error what, secret, options: in this order
  createToken(alice, { widgetId, secret });
  return [
    userJWT,
    token,
    createToken(alice, secret, { widgetId, allowShortSecret: true }).userJWT,
    signUserJWT(alice, secret),
    signUserJWT({ userId: "U1" }, secret, { partial: true }),
    // @ts-expect-error fields are absent, and partial was not asked for
    signUserJWT({ userId: "U1" }, secret),
    secretFingerprint(secret).length,
  ];
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

export function tokens(token: Token, { signatures, token: whole }: SignaturesAnswer) {
  if ("userId" in token) {
    const email: string = token.userEmail;
    return [email, signatures.userJWT, whole?.userEmail];
  }
  if ("visitor" in token) {
    const key: string = token.visitorKey;
    return key;
  }
  const key: string = token.widgetKey;
  return key;
}

export function assembling() {
  const user = assembleToken({ ...alice, widgetId, userJWT: "…", userAvatarUrl: null, userToken: undefined });
  const visitor = assembleToken({ widgetId, visitor: true, visitorKey: "k" });
  const fallback = assembleToken({ widgetId, widgetKey: "k", anonymous: true });
  // @ts-expect-error no signature
  assembleToken({ ...alice, widgetId });
  // @ts-expect-error a number is no userId
  assembleToken({ ...alice, userId: 42, widgetId, userJWT: "…" });
  const userJWT: string = user.userJWT;
  return [userJWT, user.userEmail, visitor.visitorKey, fallback.widgetKey];
}

export async function errors() {
  try {
    await requestSignatures(alice, secret, { signal: AbortSignal.timeout(1000), claims: { team: "Support" } });
    await requestSignatures({ userId: "U1" }, secret, { partial: true });
    // @ts-expect-error a partial identity must be asked for
    await requestSignatures({ userId: "U1" }, secret);
  } catch (error) {
    if (error instanceof FogbenderTokenError && error.code === "signatures_unreachable") return error.problems[0]?.field;
    // @ts-expect-error no such code
    if (error instanceof FogbenderTokenError && error.code === "oops") return undefined;
  }
  return undefined;
}

/** Each switch is over all that there is: another case would be an error, and so would one too few. */
export function explaining(token: object, pasted: string) {
  const { input, verdict, steps, fields, consequences, hints, reasons } = explainToken(token, secret, { now: 1_700_000_000 });
  explainToken(pasted, undefined, { signatureType: "hmac" });
  // @ts-expect-error there are three kinds of signature
  explainToken(pasted, secret, { signatureType: "rsa" });
  // @ts-expect-error there are four verdicts
  if (verdict === "maybe") return undefined;
  // @ts-expect-error and four kinds of input
  if (input === "cookie") return undefined;
  const met: "signed" | "unsigned" | "mismatch" | undefined = fields.userId;
  return [met, steps.map(ended), consequences.map(danger), hints[0]?.message, reasons[0]?.code];
}

function ended({ step, outcome }: LoginStep): string {
  switch (outcome) {
    case "goes_on":
    case "unknown":
      return step;
    case "refused":
    case "crashes":
      return `${step} ends the login`;
  }
}

function danger({ code, field }: Consequence): string {
  switch (code) {
    case "widget_key_published":
    case "sub_signs_user_id_alone":
    case "user_hmac_signs_user_id_alone":
    case "unsigned_user_email":
    case "unsigned_customer_id":
      return "high";
    case "unsigned_customer_name":
    case "unsigned_user_name":
    case "unsigned_user_avatar_url":
      return `low: ${field ?? ""}`;
  }
}

export const standIn = (request: Request): Promise<Response> => createStandIn({ secret })(request);
