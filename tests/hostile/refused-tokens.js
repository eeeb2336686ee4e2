// userJWTs that are refused, each for another reason, with the code.
import { alice, aliceJWT, jwtOf, secret } from "./alice.js";

const [header, payload, signature] = aliceJWT.split(".");
const base64url = (text) => Buffer.from(text).toString("base64url");

export const refusedTokens = [
  ["signature_mismatch", jwtOf(alice, "another secret of thirty-two bytes")],
  ["signature_mismatch", `${header}.${base64url(JSON.stringify({ ...alice, userId: "U1" }))}.${signature}`],
  ["jwt_malformed", `${header}.${payload}`],
  ["jwt_not_base64url", `${aliceJWT}=`],
  ["jwt_alg_not_allowed", `${base64url('{"alg":"none"}')}.${payload}.`],
  ["jwt_crit_unknown", `${base64url('{"alg":"HS256","crit":["b64"]}')}.${payload}.${signature}`],
  ["jwt_expired", jwtOf({ ...alice, exp: 1 })],
  ["jwt_time_invalid", jwtOf({ ...alice, exp: "tomorrow" })],
  ["field_forbidden", jwtOf({ ...alice, sub: "U234328" }, secret)],
  ["field_not_string", jwtOf({ ...alice, userId: 234328 })],
];
