// What the parts of the suite share: Alice, and what is compared.
import { vectors } from "./vectors.js";

export const SECRET = vectors[0].secret;
export const OTHER_SECRET = vectors[2].secret;
export const LONE_SURROGATE = "\ud83d";
export const widgetId = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";
export const alice = JSON.parse(vectors[2].payload);
export const aliceToken = { widgetId, ...alice, userJWT: vectors[2].userJWT };
/** As the vectors sign: without fields that are not there. */
export const partial = { partial: true, issuedAt: false };
/** A token of which `userId` alone is signed, so that the rest may be anything. */
export const looseToken = { ...aliceToken, userJWT: vectors[0].userJWT };

/** Every export. */
export const API = [
  "FogbenderTokenError",
  "Signer",
  "assembleToken",
  "checkToken",
  "createSignaturesHandler",
  "createToken",
  "decodeUserJWT",
  "explainToken",
  "requestSignatures",
  "secretFingerprint",
  "signUserJWT",
  "toNodeHandler",
  "verifyUserJWT",
];

/** Equal as JSON text, where the order of names counts: the package promises it. */
export function check(actual, expected) {
  const [got, wanted] = [actual, expected].map((value) => JSON.stringify(value));
  if (got !== wanted) throw new Error(`got ${got}, expected ${wanted}`);
}

/** Every problem that `run` is refused for, as `code field`; an error that is not the package's own goes on its way. */
export function refusal(lib, run) {
  let result;
  try {
    result = run();
  } catch (error) {
    return problems(lib, error);
  }
  throw new Error(`not refused: ${JSON.stringify(result)}`);
}

export async function rejection(lib, promise) {
  let result;
  try {
    result = await promise;
  } catch (error) {
    return problems(lib, error);
  }
  throw new Error(`not refused: ${JSON.stringify(result)}`);
}

/** The help of the error for a text that is no userJWT. */
export function helpOf(lib) {
  try {
    lib.decodeUserJWT("a.b");
  } catch (error) {
    return error.help;
  }
  throw new Error("not refused");
}

export function problems(lib, error) {
  if (!(error instanceof lib.FogbenderTokenError)) throw error;
  check([error instanceof Error, error.name], [true, "FogbenderTokenError"]);
  check([error.code, error.field], [error.problems[0].code, error.problems[0].field]);
  check(
    error.problems.every(({ message }) => message.length > 0 && error.message.includes(message)),
    true,
  );
  return error.problems.map(({ code, field }) => (field === undefined ? code : `${code} ${field}`));
}

/** Without the times that a payload may hold, which are options and not claims when it is signed. */
export function partsOf(payload) {
  const { iat, exp, ...identity } = JSON.parse(payload);
  return { identity, options: { partial: true, issuedAt: iat ?? false, expiresInSeconds: exp && exp - iat } };
}
