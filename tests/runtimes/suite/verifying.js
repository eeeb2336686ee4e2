import { alice, aliceToken, check, helpOf, OTHER_SECRET, refusal, rejection, SECRET, widgetId } from "./common.js";
import { vectors } from "./vectors.js";

/** Verifying, explaining, and a signer's life. */
export const verifyingTests = [
  [
    "verifies with whichever secret of a list",
    (lib) => {
      check(lib.verifyUserJWT(vectors[2].userJWT, [SECRET, OTHER_SECRET]), alice);
      check(
        refusal(lib, () => lib.verifyUserJWT(vectors[2].userJWT, [SECRET])),
        ["signature_mismatch userJWT"],
      );
      check(
        refusal(lib, () => lib.verifyUserJWT(vectors[2].userJWT, [])),
        ["secret_missing secret"],
      );
    },
  ],

  [
    "verifies no edited userJWT",
    (lib) => {
      const signer = new lib.Signer(OTHER_SECRET);
      const [header, payload, signature] = vectors[2].userJWT.split(".");
      const bob = vectors[3].userJWT.split(".")[1];
      check(
        refusal(lib, () => signer.verify(`${header}.${bob}.${signature}`)),
        ["signature_mismatch userJWT"],
      );
      check(
        refusal(lib, () => signer.verify(`${header}.${payload}.${signature}=`)),
        ["jwt_not_base64url userJWT"],
      );
      check(
        refusal(lib, () => signer.verify(`eyJhbGciOiJub25lIn0.${payload}.`)),
        ["jwt_alg_not_allowed userJWT"],
      );
      signer.free();
    },
  ],

  [
    "verifies by its own clock, or by the caller's",
    (lib) => {
      const signer = new lib.Signer(SECRET);
      check(signer.verify(signer.sign(alice, { expiresInSeconds: 60 })).userId, "U234328");
      const past = signer.sign(alice, { issuedAt: 1_000, notBeforeSeconds: 5, expiresInSeconds: 10 });
      check(
        refusal(lib, () => signer.verify(past)),
        ["jwt_expired exp"],
      );
      check(
        refusal(lib, () => signer.verify(past, { now: 1_002 })),
        ["jwt_not_yet_valid nbf"],
      );
      check(signer.verify(past, { now: 1_012, clockToleranceSeconds: 5 }).exp, 1_010);
      check(
        refusal(lib, () => signer.sign(alice, { issuedAt: 1_700_000_000_000 })),
        ["time_in_milliseconds issuedAt"],
      );
      signer.free();
    },
  ],

  [
    "cannot be used after it was freed",
    (lib) => {
      const signer = new lib.Signer(OTHER_SECRET);
      const other = new lib.Signer(OTHER_SECRET);
      signer.free();
      signer.free();
      const uses = [
        () => signer.sign(alice),
        () => signer.verify(vectors[2].userJWT),
        () => signer.token(alice, { widgetId }),
        () => signer.explain(aliceToken),
      ];
      for (const use of uses) check(refusal(lib, use), ["signer_freed"]);
      check(other.verify(vectors[2].userJWT), alice);
      other[Symbol.dispose ?? Symbol.for("Symbol.dispose")]();
      check(
        refusal(lib, () => other.sign(alice)),
        ["signer_freed"],
      );
    },
  ],

  [
    "shows nothing of itself",
    (lib) => {
      const signer = new lib.Signer(SECRET);
      check([JSON.stringify(signer), Object.keys(signer)], ["{}", []]);
      signer.free();
    },
  ],

  [
    "explains each verdict",
    (lib) => {
      const verdict = (token, ...rest) => lib.explainToken(token, ...rest).verdict;
      check(verdict(aliceToken, OTHER_SECRET), "accepted");
      check(verdict(aliceToken), "unknown");
      check(verdict({ ...aliceToken, customerId: "C1" }, OTHER_SECRET), "refused");
      const { reasons, hints } = lib.explainToken(aliceToken, [SECRET, OTHER_SECRET]);
      check([reasons[0].code, hints[0].code], ["signature_mismatch", "previous_secret"]);
      const signer = new lib.Signer(OTHER_SECRET);
      check(signer.explain(aliceToken), lib.explainToken(aliceToken, OTHER_SECRET));
      signer.free();
    },
  ],

  [
    "explains a secret that was decoded",
    (lib) => {
      const decoded = Uint8Array.from(atob(SECRET), (character) => character.charCodeAt(0));
      const token = lib.createToken(alice, decoded, { allowShortSecret: true, widgetId });
      check(
        lib.explainToken(token, SECRET).hints.map(({ code }) => code),
        ["secret_decoded"],
      );
    },
  ],

  [
    "lets Fogbender sign, and checks what it answers",
    async (lib) => {
      const answering = (userJWT) => async () => new Response(JSON.stringify({ signatures: { userJWT } }));
      // Some runtimes wait for a timeout that is still to come before they end.
      const options = { url: "https://fogbender.test/signatures", timeoutSeconds: 1 };
      const request = (fetch) => lib.requestSignatures(alice, OTHER_SECRET, { ...options, fetch });
      check(await request(answering(vectors[2].userJWT)), { userJWT: vectors[2].userJWT });
      check(await rejection(lib, request(answering(vectors[0].userJWT))), ["signatures_bad_response userJWT"]);
      const forbidden = async () => new Response("{}", { status: 403 });
      check(await rejection(lib, request(forbidden)), ["signatures_unauthorized"]);
    },
  ],

  [
    "says of an error its cause, its fix and its page",
    (lib) => {
      const { cause, fix, page } = helpOf(lib);
      check([/\.$/.test(cause), /\.$/.test(fix), page], [true, true, "docs/errors.md#jwt_malformed"]);
    },
  ],
];
