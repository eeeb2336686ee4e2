// Neither the secret nor a JWT shows: not in an error, not in an explanation, not in a signer that is logged.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  assembleToken,
  createToken,
  explainToken,
  requestSignatures,
  secretFingerprint,
  Signer,
  signUserJWT,
  verifyUserJWT,
} from "fogbender-token";
import { alice, aliceJWT, assertHidden, checked, refusal, SECRET, signer, widgetId } from "./refusal.js";

const other = SECRET.replace("e", "f");
const token = signer.token(alice, { widgetId });

test("a signer shows nothing of its secret to a console, a serializer or a clone", () => {
  const loud = new Signer(SECRET);
  const { userJWT } = loud.token(alice, { widgetId });
  assertHidden(loud, SECRET);
  assertHidden(loud, userJWT);
  assertHidden({ nested: [loud] }, SECRET);
  assert.deepEqual(Reflect.ownKeys(loud), []);
  assert.equal(JSON.stringify(loud), "{}");
});

test("errors of every kind of call show neither the secret nor the token", () => {
  for (const run of [
    () => signUserJWT(SECRET, alice),
    () => signUserJWT({ ...alice, userId: [SECRET] }, SECRET),
    () => signUserJWT({ ...alice, userEmail: SECRET }, SECRET),
    () => verifyUserJWT(SECRET, aliceJWT),
    () => verifyUserJWT(aliceJWT, other),
    () => verifyUserJWT(aliceJWT, [other, `${SECRET}\n`]),
    () => verifyUserJWT([aliceJWT], SECRET),
    () => createToken(alice, SECRET, { widgetId: SECRET }),
    () => createToken(alice, SECRET, { widgetId, issuedAt: SECRET, claims: { sub: SECRET, own: [SECRET] } }),
    () => createToken(alice, SECRET, { widgetId, [SECRET]: 1, versions: { [SECRET]: 1 } }),
    () => createToken(alice, { SECRET }, { widgetId }),
    () => createToken(alice, { secret: SECRET, widgetId }),
    () => assembleToken({ ...token, userId: "U2", secret: SECRET, userHMAC: SECRET, widgetKey: SECRET, versions: { SECRET: 1 } }),
    () => assembleToken({ ...token, userId: SECRET, [SECRET]: 1 }),
    () => assembleToken({ token }),
    () => assembleToken(token.userJWT),
    () => explainToken(SECRET, SECRET),
    () => secretFingerprint({ SECRET }),
    () => new Signer(SECRET, SECRET),
    () => new Signer(SECRET, { [SECRET]: true }),
    () => signer.verify(aliceJWT, SECRET),
    () => signer.verify(`${aliceJWT}.${SECRET}`),
  ]) {
    const error = refusal(run);
    for (const hidden of [SECRET, other, aliceJWT, token.userJWT]) assertHidden(error, hidden);
  }
});

test("explanations show neither the secret nor the token, even where a field holds one", () => {
  for (const [input, secret] of [
    [{ ...token, userId: "U2" }, other],
    [{ ...token, widgetId: SECRET }, SECRET],
    [{ ...token, userId: SECRET, userName: token.userJWT, widgetKey: SECRET, userHMAC: SECRET }, SECRET],
    [`Bearer ${token.userJWT}`, `${SECRET}\n`],
    [{ ...token, userJWT: SECRET }, SECRET],
    [{ ...token, [SECRET]: SECRET }, SECRET],
  ]) {
    const explanation = explainToken(input, secret);
    for (const hidden of [SECRET, other, token.userJWT]) assertHidden(explanation, hidden);
  }
});

test("a secret that no HTTP header can carry does not show in the cause either, with the runtime's own fetch", async () => {
  const secret = `${SECRET.slice(0, 16)}\n${SECRET.slice(16)}`;
  const error = await requestSignatures(alice, secret, { url: "http://127.0.0.1:1/" }).then(() => assert.fail("not refused"), checked);
  for (const half of [SECRET.slice(0, 16), SECRET.slice(16)]) assertHidden(error, half);
});
