import { explainToken } from "../entries/api.js";

/** Any workspace's: what a signature covers does not depend on it. */
const widgetId = "dzAwMDAwMDAwMDAwMDAwMDAwMDAw";

/**
 * What a signature lets whoever holds it edit, field by field, in explain's words. A picture is optional, so it counts only where
 * the token has one.
 * @param {{ userJWT: string } | { userHMAC: string }} signature
 * @param {Record<string, unknown>} [token] the token that the signature came in
 */
export function unsignedFields(signature, token = {}) {
  const isHMAC = "userHMAC" in signature;
  const asked = isHMAC ? { widgetId, userId: "", ...signature } : signature;
  const { consequences } = explainToken(asked, undefined, { signatureType: isHMAC ? "hmac" : "jwt" });
  const hasPicture = typeof token.userAvatarUrl === "string" && token.userAvatarUrl !== "";
  return consequences.filter(({ code }) => code.startsWith("unsigned_") && (code !== "unsigned_user_avatar_url" || hasPicture));
}
