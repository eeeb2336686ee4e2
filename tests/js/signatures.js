// What the tests of requestSignatures share: Alice's, a server to ask, and what is demanded of every refusal.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { inspect } from "node:util";
import { FogbenderTokenError, Signer, toNodeHandler } from "fogbender-token";
import { secret } from "./endpoint.js";

export { alice, secret } from "./endpoint.js";
export const otherSecret = "cP5szoYeM+aw6l9dmMmHXkHZb+YqraTQ";
export const signer = new Signer(secret);
export const answer = (userJWT) => Response.json({ signatures: { userJWT } });

/** A JWS that our signer would not make. */
export function jws(payload, header = '{"alg":"HS256","typ":"JWT"}') {
  const input = [header, payload].map((text) => Buffer.from(text).toString("base64url")).join(".");
  return `${input}.${createHmac("sha256", secret).update(input).digest("base64url")}`;
}

/** A server on loopback for the length of a test; gives its address. */
export async function listen(t, server) {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.closeAllConnections?.();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}/signatures`;
}

/** The same, of what answers a Request. */
export const serve = (t, handler) => listen(t, createServer(toNodeHandler(handler)));

/** The refusal is the package's own, of this code, and the secret is nowhere in what anyone would log of it. */
export async function assertRefused(asked, code, field) {
  const error = await asked.then(
    (given) => assert.fail(`not refused: ${inspect(given)}`),
    (thrown) => thrown,
  );
  assert.ok(error instanceof FogbenderTokenError, inspect(error));
  assert.deepEqual([error.code, error.field], [code, field], error.message);
  const shown = [inspect(error, { depth: Infinity, showHidden: true, getters: true }), JSON.stringify(error), error.message];
  for (let each = error; each instanceof Error; each = each.cause)
    shown.push(each.message, each.stack, inspect(each, { showHidden: true }));
  const secrets = [secret, Buffer.from(secret).toString("base64"), Buffer.from(secret).toString("hex")];
  for (const text of shown) for (const each of secrets) assert.ok(!text.includes(each), text);
  return error;
}
