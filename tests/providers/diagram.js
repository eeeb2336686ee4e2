// The sequence diagram of Fogbender's documentation, for every runtime: it imports the package and nothing of a runtime.
import { assembleToken, createSignaturesHandler as signHere, decodeUserJWT, requestSignatures } from "fogbender-token";

export const WAYS = ["signed by the backend", "signed by Fogbender"];

/** What an example for a provider imports as `createSignaturesHandler`: its identify, behind an endpoint for each way. */
export function createSignaturesHandler({ secret, widgetId, identify }) {
  const byFogbender = async (request) => {
    const identity = await identify(request);
    if (identity === undefined) return new Response(null, { status: 401 });
    return Response.json({ signatures: await requestSignatures(identity, secret, { url: process.env.SIGNATURES_URL }) });
  };
  return { [WAYS[0]]: signHere({ secret, widgetId, identify }), [WAYS[1]]: byFogbender };
}

/** Equal as JSON text. */
function check(what, actual, expected) {
  const [got, wanted] = [actual, expected].map((value) => JSON.stringify(value));
  if (got !== wanted) throw new Error(`${what}: got ${got}, expected ${wanted}`);
}

/**
 * The page's part: it asks the backend in Alice's session, assembles the token, and sends it off to be verified; then it
 * is edited into another's, and asks without a session and with one that she edited.
 * @param {{ headers: object, stolen: object, identity: object, widgetId: string }} alice
 * @param {(headers: object) => Promise<Response>} ask the app's backend
 * @param {(token: object) => Promise<Response>} verify at Fogbender's
 */
export async function walk({ headers, stolen, identity, widgetId }, ask, verify) {
  const answer = await ask(headers);
  check("the answer's status", answer.status, 200);
  const { signatures, token: assembled } = await answer.json();
  const { iat, ...claims } = decodeUserJWT(signatures.userJWT).claims;
  check("who is signed in", claims, identity);
  const token = assembleToken({ ...claims, widgetId, userJWT: signatures.userJWT });
  if (assembled !== undefined) check("the backend's own token", sorted(assembled), sorted(token));

  const explained = async (shown) => (await verify(shown)).json();
  const { verdict, fields } = await explained(token);
  const signed = Object.keys(identity).map((field) => [field, "signed"]);
  check("Fogbender's verdict", [verdict, sorted(fields)], ["accepted", sorted(Object.fromEntries(signed))]);
  for (const field of Object.keys(identity)) {
    const { verdict, reasons } = await explained({ ...token, [field]: "bob" });
    check(`an edited ${field}`, [verdict, reasons.map(({ code }) => code), reasons[0]?.field], ["refused", ["field_mismatch"], field]);
  }
  check("without a session", (await ask({})).status, 401);
  check("with an edited session", (await ask(stolen)).status, 401);
}

const sorted = (object) => Object.entries(object).sort();
