import { readFileSync } from "node:fs";
import { alice, widgetId } from "./fixture/alice.js";
import { inlined, signing } from "./wasm.js";

const vectors = JSON.parse(readFileSync(new URL("../vectors/user-jwt.json", import.meta.url), "utf8"));

/** The seed's Alice's, as other implementations sign it. */
export const seedsUserJWT = vectors.find(({ note }) => note.startsWith("the seed's Alice, every required field")).userJWT;

/** Checks what a page did, said and was sent. */
export function checkPage(check, { result, complaints, wasm }) {
  check("console errors, failed requests", complaints, []);
  check("the assembled token", result?.assembled, { widgetId, ...alice, userJWT: seedsUserJWT });
  check("the problem of a token without userId", Object.keys(result?.problems ?? {}), ["userId"]);
  check("the decoded claims", result?.claims, alice);
  check("the verdict without a secret", result?.verdict, "unknown");
  check("new Signer", [result?.signer.ours, result?.signer.code], [true, "secret_in_browser"]);
  check("the page was sent one wasm module, which can't sign", wasm.map(signing), [{ exports: false, sha256: false }]);
}

/** Checks what a server's bundle printed and what is in it. */
export function checkServer(check, printed, bundle) {
  check("the signed userJWT", printed.trim(), seedsUserJWT);
  check("the server's bundle has one wasm module, which can sign", inlined(bundle).map(signing), [{ exports: true, sha256: true }]);
}
