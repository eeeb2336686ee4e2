// Builds and environments in which nothing can be signed.
import { alice, aliceToken, check, helpOf, refusal, rejection, SECRET, widgetId } from "./common.js";
import { exportsAll, withoutSecret } from "./without-secret.js";
import { vectors } from "./vectors.js";

/** The functions that need the secret, each called as it should be. */
const signing = {
  Signer: (lib) => new lib.Signer(SECRET),
  createSignaturesHandler: (lib) => lib.createSignaturesHandler({ secret: SECRET, identify: () => alice }),
  createToken: (lib) => lib.createToken(alice, SECRET, { widgetId }),
  secretFingerprint: (lib) => lib.secretFingerprint(SECRET),
  signUserJWT: (lib) => lib.signUserJWT(alice, SECRET),
  verifyUserJWT: (lib) => lib.verifyUserJWT(vectors[0].userJWT, SECRET),
  explainToken: (lib) => lib.explainToken(aliceToken, SECRET),
};

/** The browser's build, which holds no code that could use a secret. */
export const browserTests = [
  ...withoutSecret,
  ...Object.entries(signing).map(([name, use]) => [
    `${name} refuses the secret`,
    (lib) =>
      check(
        refusal(lib, () => use(lib)),
        ["secret_in_browser secret"],
      ),
  ]),
  [
    "requestSignatures rejects the secret",
    async (lib) => {
      let asked = false;
      const fetch = async () => {
        asked = true;
      };
      check(await rejection(lib, lib.requestSignatures(alice, SECRET, { fetch })), ["secret_in_browser secret"]);
      check(asked, false);
    },
  ],
  ["an error has no help, which would make pages larger", (lib) => check(helpOf(lib), undefined)],
];

/** Where WebAssembly cannot start, `code` says why; `signingCode` is what the functions for the secret say. */
export const unstartableTests = (code, signingCode) => [
  exportsAll,
  ...Object.entries({
    assembleToken: (lib) => lib.assembleToken(aliceToken),
    checkToken: (lib) => lib.checkToken(aliceToken),
    decodeUserJWT: (lib) => lib.decodeUserJWT(vectors[0].userJWT),
    "explainToken without a secret": (lib) => lib.explainToken(aliceToken),
  }).map(([name, use]) => [
    `${name} says ${code}, every time`,
    (lib) => {
      for (let n = 0; n < 3; n++)
        check(
          refusal(lib, () => use(lib)),
          [code],
        );
    },
  ]),
  ...Object.entries(signing).map(([name, use]) => [
    `${name} says ${signingCode}, every time`,
    (lib) => {
      for (let n = 0; n < 3; n++)
        check(
          refusal(lib, () => use(lib)),
          [signingCode],
        );
    },
  ]),
  [
    `requestSignatures rejects with ${signingCode}`,
    async (lib) => check(await rejection(lib, lib.requestSignatures(alice, SECRET, { fetch() {} })), [signingCode]),
  ],
];
