import { alice, API, check, OTHER_SECRET, partial, refusal, SECRET } from "./common.js";
import { vectors } from "./vectors.js";

/** Two copies of the package in one process, as when one dependency imports it and another requires it. */
export const copiesTests = [
  [
    "each copy has every export",
    (lib, { other }) =>
      check(
        Object.keys(other)
          .filter((name) => name in lib)
          .sort(),
        API,
      ),
  ],
  ["nothing is started by importing", (lib, { memories }) => check(memories.size, 0)],
  [
    "each copy starts once, with a memory of its own",
    (lib, { other, memories }) => {
      for (const copy of [lib, other, lib, other]) check(copy.decodeUserJWT(vectors[0].userJWT).claims, { userId: "U234328" });
      check(memories.size, 2);
    },
  ],
  [
    "signers of both work in turns",
    (lib, { other }) => {
      const signers = [new lib.Signer(SECRET), new other.Signer(OTHER_SECRET)];
      for (let n = 0; n < 1_000; n++) {
        const identity = { userId: `U${n}`, userName: "x".repeat(1 + ((n * 37) % 30_000)) };
        const [one, two] = signers.map((signer) => signer.sign(identity, partial));
        check([signers[0].verify(one), signers[1].verify(two)], [identity, identity]);
        check(
          refusal(other, () => signers[1].verify(one)),
          ["signature_mismatch userJWT"],
        );
      }
      for (const signer of signers) signer.free();
    },
  ],
  [
    "freeing in one leaves the other alone",
    (lib, { other }) => {
      const signers = [new lib.Signer(OTHER_SECRET), new other.Signer(OTHER_SECRET)];
      signers[0].free();
      check(
        refusal(lib, () => signers[0].sign(alice)),
        ["signer_freed"],
      );
      check(signers[1].sign(alice, { issuedAt: false }), vectors[2].userJWT);
      signers[1].free();
    },
  ],
  [
    "a method of one refuses a signer of the other",
    (lib, { other }) => {
      const signer = new other.Signer(SECRET);
      let refused;
      try {
        lib.Signer.prototype.sign.call(signer, alice);
      } catch (error) {
        refused = error instanceof TypeError;
      }
      check(refused, true);
      signer.free();
    },
  ],
  [
    "the code and the name tell an error of either",
    (lib, { other }) => {
      const errors = [lib, other].map(({ Signer }) => {
        try {
          return new Signer("");
        } catch ({ name, code, problems }) {
          return { name, code, problems };
        }
      });
      check([errors[0].name, errors[0].code], ["FogbenderTokenError", "secret_empty"]);
      check(errors[0], errors[1]);
    },
  ],
];
