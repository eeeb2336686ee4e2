// What every contender signs: the same five claims, with the same secret.

export const secret = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
export const widgetId = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";
export const identity = {
  userId: "U234328",
  customerId: "C256434",
  customerName: "Netflix",
  userEmail: "alice@netflix.com",
  userName: "Alice Chesterton",
};

/** The identity's userJWT without times, made with Python's json, base64 and hmac. */
export const USER_JWT = [
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
  "eyJ1c2VySWQiOiJVMjM0MzI4IiwiY3VzdG9tZXJJZCI6IkMyNTY0MzQiLCJjdXN0b21lck5hbWUiOiJOZXRmbGl4IiwidXNlckVtYWlsIjoi" +
    "YWxpY2VAbmV0ZmxpeC5jb20iLCJ1c2VyTmFtZSI6IkFsaWNlIENoZXN0ZXJ0b24ifQ",
  "h1b9aMZ23ygDejYOywAFnb2mDv5b7L1hhtxa9qJG8u8",
].join(".");

/** How long a userJWT with times is valid. */
export const LIFETIME_SECONDS = 3600;

/** Claims whose JSON takes so many bytes: as many strings of 200 characters as it needs, and the last for the rest. */
export function claimsOf(bytes) {
  const claims = { userId: identity.userId };
  for (let at = 0, left; (left = bytes - JSON.stringify(claims).length - `,"claim${at}":""`.length) > 0; at += 1) {
    claims[`claim${at}`] = "Alice Chesterton of Netflix, Los Gatos, ".repeat(6).slice(0, left > 220 ? 200 : left);
  }
  return claims;
}
