import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { Signer, decodeUserJWT, explainToken, verifyUserJWT } from "fogbender-token";

export const SECRET = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
export const HEADER = '{"alg":"HS256","typ":"JWT"}';
export const CLAIMS = '{"userId":"U234328"}';

export const base64url = (bytes) => Buffer.from(bytes).toString("base64url");

/** A signing input with its HMAC, whatever it says. */
export const signed = (signingInput, key = SECRET, hash = "sha256") =>
  `${signingInput}.${createHmac(hash, key).update(signingInput).digest("base64url")}`;

/** A compact serialization over any bytes, with a right signature. */
export const jws = (payload, header = HEADER, key = SECRET, hash = "sha256") =>
  signed(`${base64url(header)}.${base64url(payload)}`, key, hash);

/** The codes of all problems that a call is refused for. */
export function codes(run) {
  try {
    return assert.fail(`not refused: ${JSON.stringify(run())}`);
  } catch (error) {
    if (error.name !== "FogbenderTokenError") throw error;
    return error.problems.map(({ code }) => code);
  }
}

const signer = new Signer(SECRET);

/** Every way of reading a userJWT with the secret refuses this one, for these reasons. */
export function assertRefused(userJWT, expected, note = userJWT.slice(0, 200)) {
  for (const verify of [(jwt) => signer.verify(jwt), (jwt) => verifyUserJWT(jwt, SECRET), (jwt) => verifyUserJWT(jwt, [SECRET, SECRET])]) {
    assert.deepEqual(
      codes(() => verify(userJWT)),
      expected,
      note,
    );
  }
  const explained = explainToken({ ...ALICE, userJWT }, SECRET);
  assert.equal(explained.verdict, "refused", note);
  assert.ok(!Object.values(explained.fields).includes("signed"), note);
}

/** And it cannot be taken apart either. */
export function assertUnreadable(userJWT, expected, note) {
  assertRefused(userJWT, expected, note);
  assert.deepEqual(
    codes(() => decodeUserJWT(userJWT)),
    expected,
    note,
  );
}

/** The fields of a token around the userJWT. */
export const ALICE = {
  widgetId: "dzAwNjg4NDY0NjI4NzgyNDY5MTIw",
  customerId: "C256434",
  customerName: "Netflix",
  userId: "U234328",
  userEmail: "alice@netflix.com",
  userName: "Alice Chesterton",
};
