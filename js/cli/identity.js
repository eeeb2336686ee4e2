// The fields that make a person at Fogbender, and what becomes of one that is not signed.

const CONSEQUENCES = {
  userId: "whoever is signed in can name another user.",
  customerId: "a user can write another company's id into the token and read that company's rooms.",
  customerName: "a user can show the support staff another company's name.",
  userEmail: "Fogbender finds the account by the email: a user can write a colleague's email into the token and is that colleague.",
  userName: "a user can write to the support staff under another name.",
};

export const FIELDS = [...Object.keys(CONSEQUENCES), "userAvatarUrl"];

/**
 * The fields that a userJWT does not sign, with what follows. A picture is optional: it counts where the token has one.
 * @param {Record<string, unknown>} claims
 * @param {Record<string, unknown>} [token] the token that the userJWT came in
 */
export function unsignedFields(claims, token = {}) {
  // With `sub`, Fogbender compares nothing else.
  const isSigned = (field) => !("sub" in claims) && claims[field] !== undefined && claims[field] !== null;
  const missing = Object.keys(CONSEQUENCES).filter((field) => !isSigned(field));
  const found = missing.map((field) => ({ field, consequence: CONSEQUENCES[field] }));
  if (typeof token.userAvatarUrl === "string" && token.userAvatarUrl !== "" && !isSigned("userAvatarUrl")) {
    found.push({ field: "userAvatarUrl", consequence: "a user can show the support staff any picture." });
  }
  return found;
}
