/**
 * Fogbender's login from step 5 on, written once more and independently of src/login: given
 * what erlang-jose says of the userJWT, where does a token's login end?
 */
import { ALICE } from "./by-hand.js";

const FIELDS = ["customerId", "customerName", "userId", "userName", "userEmail", "userAvatarUrl"];
const FATAL = ["customerId", "customerName", "userName", "userEmail"];
const isText = (value) => typeof value === "string";

/** A token around a userJWT: what the claims say, where it is text, or else Alice's. Some tokens are then edited. */
export function tokenFor(userJWT, claims, { chance, pick }) {
  const token = { ...ALICE, userAvatarUrl: null };
  for (const field of FIELDS) if (isText(claims?.[field])) token[field] = claims[field];
  if (isText(claims?.sub) && chance(0.8)) token.userId = claims.sub;
  if (chance(0.4)) {
    const field = pick(FIELDS);
    token[field] = pick([`${token[field]}!`, "bob", "", null, token[field]]);
  }
  return { ...token, userJWT };
}

/** Where the login ends, and how. `claims` are those that erlang-jose gave; `undefined` is its refusal. */
export function login(token, claims) {
  if (claims === undefined) return { verdict: "refused", ends: "user_jwt" };
  const refused = { verdict: "refused", ends: "claims" };
  if (Object.hasOwn(claims, "sub")) {
    if (claims.sub !== token.userId) return refused;
  } else {
    if ((claims.userId ?? null) === null) return refused;
    const isSigned = (field) => Object.hasOwn(claims, field) && claims[field] !== null;
    if (FIELDS.some((field) => isSigned(field) && claims[field] !== token[field])) return refused;
  }
  const crashes = FATAL.some((field) => !isText(token[field])) || !token.userEmail.includes("@");
  return { verdict: crashes ? "crashes" : "accepted", ends: "account" };
}
