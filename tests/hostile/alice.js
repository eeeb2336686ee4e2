import { createHmac } from "node:crypto";

export const secret = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
export const widgetId = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";
export const alice = {
  userId: "U234328",
  customerId: "C256434",
  customerName: "Netflix",
  userEmail: "alice@netflix.com",
  userName: "Alice Chesterton",
};

/** A userJWT without times, as Node's own crypto signs it: the known answer. */
export function jwtOf(claims, key = secret) {
  const [header, payload] = [{ alg: "HS256", typ: "JWT" }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
  return `${header}.${payload}.${createHmac("sha256", key).update(`${header}.${payload}`).digest("base64url")}`;
}

export const aliceJWT = jwtOf(alice);
export const aliceToken = { widgetId, ...alice, userJWT: aliceJWT };
