import { alice, check, LONE_SURROGATE, OTHER_SECRET, partial, partsOf, problems, refusal, SECRET, widgetId } from "./common.js";
import { vectors } from "./vectors.js";

/** Signing. Each test is a name and a function, which may be asynchronous. */
export const signingTests = [
  ...vectors.map(({ note, secret, payload, userJWT }) => [
    `signs and verifies: ${note}`,
    (lib) => {
      const { identity, options } = partsOf(payload);
      const signer = new lib.Signer(secret);
      // Our order begins with userId; others' may not.
      if (payload.startsWith('{"userId"')) {
        check(signer.sign(identity, options), userJWT);
        check(lib.signUserJWT(identity, secret, options), userJWT);
      }
      check(signer.verify(userJWT, { now: 1_700_000_000 }), JSON.parse(payload));
      check(lib.verifyUserJWT(userJWT, secret, { now: 1_700_000_000 }), JSON.parse(payload));
      signer.free();
    },
  ]),

  [
    "puts the times last, from its own clock",
    (lib) => {
      const before = Math.floor(Date.now() / 1000);
      const { iat, nbf, exp, ...claims } = lib.decodeUserJWT(
        lib.signUserJWT(alice, SECRET, { expiresInSeconds: 60, notBeforeSeconds: 5 }),
      ).claims;
      check(claims, alice);
      check([iat >= before, iat <= before + 60, nbf - iat, exp - iat], [true, true, 5, 60]);
    },
  ],

  [
    "takes the secret as bytes too",
    (lib) => {
      const signer = new lib.Signer(new TextEncoder().encode(SECRET));
      check(signer.sign({ userId: "U234328" }, partial), vectors[0].userJWT);
      signer.free();
    },
  ],

  [
    "signs and assembles in one call, fields in the widget's order",
    (lib) => {
      const signer = new lib.Signer(OTHER_SECRET);
      const token = signer.token(alice, { widgetId, issuedAt: false });
      check(token, {
        widgetId,
        customerId: "C256434",
        customerName: "Netflix",
        userId: "U234328",
        userEmail: "alice@netflix.com",
        userName: "Alice Chesterton",
        userJWT: vectors[2].userJWT,
      });
      check(lib.createToken(alice, OTHER_SECRET, { widgetId, issuedAt: false }), token);
      check(lib.checkToken(token), undefined);
      signer.free();
    },
  ],

  [
    "names every problem of an identity and of the options at once",
    (lib) => {
      const identity = { userId: 42, customerId: "", userEmail: "alice" };
      const options = { widgetId: SECRET, expiresIn: 60, issuedAt: new Date(), claims: { sub: "U1", plan: 7 } };
      check(refusal(lib, () => lib.createToken(identity, SECRET, options)).sort(), [
        "field_empty customerId",
        "field_forbidden sub",
        "field_invalid userEmail",
        "field_missing customerName",
        "field_missing userName",
        "field_not_string plan",
        "field_not_string userId",
        "option_invalid issuedAt",
        "option_unknown expiresIn",
        "widget_id_is_secret widgetId",
      ]);
    },
  ],

  [
    "reads six fields by name from any object, and signs nothing else of it",
    (lib) => {
      class User {
        #email = alice.userEmail;
        passwordHash = "$2b$10$";
        get userId() {
          return alice.userId;
        }
        get userEmail() {
          return this.#email;
        }
        get customerId() {
          return alice.customerId;
        }
        get customerName() {
          return alice.customerName;
        }
        get userName() {
          return alice.userName;
        }
        get userAvatarUrl() {
          return null;
        }
      }
      check(lib.signUserJWT(new User(), OTHER_SECRET, { issuedAt: false }), vectors[2].userJWT);
      check(lib.decodeUserJWT(lib.signUserJWT(alice, SECRET, { issuedAt: false, claims: { plan: "gold" } })).claims, {
        ...alice,
        plan: "gold",
      });
      check(
        refusal(lib, () => lib.signUserJWT(Promise.resolve(alice), SECRET)),
        ["not_an_object identity"],
      );
    },
  ],

  [
    "names a secret by its fingerprint",
    (lib) => {
      check(lib.secretFingerprint(SECRET), "d096743c");
      check(lib.secretFingerprint(new TextEncoder().encode(SECRET)), "d096743c");
      check(
        refusal(lib, () => lib.secretFingerprint("")),
        ["secret_empty secret"],
      );
    },
  ],

  [
    "refuses what cannot be a secret",
    (lib) => {
      const refused = (secret) => refusal(lib, () => new lib.Signer(secret))[0];
      check([undefined, "", "short", `${SECRET}\n`, LONE_SURROGATE.repeat(32), 42].map(refused), [
        "secret_missing secret",
        "secret_empty secret",
        "secret_too_short secret",
        "secret_padded secret",
        "secret_not_well_formed secret",
        "secret_not_text secret",
      ]);
    },
  ],

  [
    "shows no secret in an error",
    (lib) => {
      try {
        lib.createToken(alice, SECRET, { widgetId: SECRET });
      } catch (error) {
        const texts = [error.message, JSON.stringify(error), String(error.stack)];
        check(
          texts.filter((text) => text.includes(SECRET)),
          [],
        );
        return;
      }
      throw new Error("not refused");
    },
  ],

  [
    "refuses lone surrogates, which would make two users one",
    (lib) => {
      const signer = new lib.Signer(SECRET);
      for (const userId of ["\ud800", "\udc00", `U${LONE_SURROGATE}1`, "\ude80\ud83d"]) {
        check(
          refusal(lib, () => signer.sign({ ...alice, userId })),
          ["field_not_well_formed userId"],
        );
      }
      check(
        refusal(lib, () => signer.token({ ...alice, userName: LONE_SURROGATE }, { widgetId })),
        ["field_not_well_formed userName"],
      );
      signer.free();
    },
  ],

  [
    "names what could not be read, with its cause",
    (lib) => {
      const cause = new TypeError("mine");
      const identity = {
        get userId() {
          throw cause;
        },
      };
      try {
        lib.signUserJWT(identity, SECRET);
      } catch (error) {
        check(problems(lib, error), ["not_readable identity"]);
        check(error.cause === cause, true);
        return;
      }
      throw new Error("not refused");
    },
  ],

  [
    "signs 40 kB, refuses 70 kB",
    (lib) => {
      const signer = new lib.Signer(SECRET);
      const userName = "x".repeat(40_000);
      check(signer.verify(signer.sign({ ...alice, userName })).userName, userName);
      check(signer.token({ ...alice, userName }, { widgetId }).userName, userName);
      check(
        refusal(lib, () => signer.sign({ ...alice, userName: "x".repeat(70_000) })),
        ["too_large identity"],
      );
      check(
        refusal(lib, () => signer.verify("x".repeat(70_000))),
        ["too_large userJWT"],
      );
      check(signer.sign({ userId: "U234328" }, partial), vectors[0].userJWT);
      signer.free();
    },
  ],

  [
    "signs text of every plane, of any length",
    (lib) => {
      const signer = new lib.Signer(SECRET);
      for (let length = 1; length <= 8_192; length *= 2) {
        for (const text of ["x", "é", "陳", "🚀"]) {
          const userName = `${text.repeat(length / 2)}z${text.repeat(length / 4)}`;
          const claims = { userId: "👩🏽‍🚀", userName };
          check(signer.verify(signer.sign(claims, partial)), claims);
        }
      }
      signer.free();
    },
  ],

  [
    "makes 10,000 tokens in a row, each its own",
    (lib) => {
      const signer = new lib.Signer(SECRET);
      const seen = new Set();
      for (let n = 0; n < 10_000; n++) {
        const { userId, userJWT } = signer.token({ ...alice, userId: `U${n}` }, { widgetId });
        check(signer.verify(userJWT).userId, userId);
        seen.add(userJWT);
      }
      check(seen.size, 10_000);
      signer.free();
    },
  ],

  [
    "makes 10,000 signers in a row",
    (lib) => {
      for (let n = 0; n < 10_000; n++) lib.signUserJWT({ userId: "U234328" }, SECRET, partial);
      check(lib.signUserJWT({ userId: "U234328" }, SECRET, partial), vectors[0].userJWT);
    },
  ],
];
