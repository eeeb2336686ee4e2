import { aliceToken, API, check, looseToken, LONE_SURROGATE, refusal, widgetId } from "./common.js";
import { vectors } from "./vectors.js";

export const exportsAll = [
  "has every export and no other",
  (lib) =>
    check(
      Object.keys(lib)
        .filter((name) => name !== "default")
        .sort(),
      API,
    ),
];

/** What needs no secret: the same in every build. */
export const withoutSecret = [
  exportsAll,

  ...vectors.map(({ note, payload, userJWT }) => [
    `decodes: ${note}`,
    (lib) => check(lib.decodeUserJWT(userJWT), { header: { alg: "HS256", typ: "JWT" }, claims: JSON.parse(payload) }),
  ]),

  [
    "refuses to decode what is no userJWT",
    (lib) => {
      check(
        refusal(lib, () => lib.decodeUserJWT("a.b")),
        ["jwt_malformed userJWT"],
      );
      check(
        refusal(lib, () => lib.decodeUserJWT(42)),
        ["jwt_not_string userJWT"],
      );
      check(
        refusal(lib, () => lib.decodeUserJWT("x".repeat(70_000))),
        ["too_large userJWT"],
      );
    },
  ],

  [
    "assembles each kind of token, without what is null",
    (lib) => {
      check(lib.assembleToken({ ...aliceToken, userAvatarUrl: null, versions: { app: "1" } }), { ...aliceToken, versions: { app: "1" } });
      const visitor = { widgetId, visitor: true, visitorKey: "k" };
      check(lib.assembleToken(visitor), visitor);
      const fallback = { widgetId, widgetKey: "fb846f138d571ea616a", anonymous: true };
      check(lib.assembleToken(fallback), fallback);
    },
  ],

  [
    "names every problem of a token at once",
    (lib) => {
      const { userJWT, ...unsigned } = aliceToken;
      check(refusal(lib, () => lib.assembleToken({ ...unsigned, userId: 42, customerId: "", userid: "U1" })).sort(), [
        "field_empty customerId",
        "field_not_string userId",
        "field_unknown userid",
        "signature_missing userJWT",
      ]);
    },
  ],

  [
    "checks a token by field",
    (lib) => {
      check(lib.checkToken(aliceToken), undefined);
      check(lib.checkToken(undefined), undefined);
      const { userEmail, ...rest } = aliceToken;
      check(Object.keys(lib.checkToken({ ...rest, userId: 42 })).sort(), ["userEmail", "userId"]);
    },
  ],

  [
    "refuses a lone surrogate in a token",
    (lib) =>
      check(
        refusal(lib, () => lib.assembleToken({ ...looseToken, userName: LONE_SURROGATE })),
        ["field_not_well_formed userName"],
      ),
  ],

  [
    "assembles text of every plane, of any length",
    (lib) => {
      for (const userName of ["é", "陳大文", "👩🏽‍🚀", "👩🏽‍🚀".repeat(3_000), "Zoë 𝒜 \u2028 \u0000"]) {
        check(lib.assembleToken({ ...looseToken, userName }).userName, userName);
      }
    },
  ],

  [
    "explains a token without the secret",
    (lib) => {
      const signed = { userId: "signed", customerId: "signed", customerName: "signed", userEmail: "signed", userName: "signed" };
      const codes = (list) => list.map(({ code }) => code);
      const { input, verdict, steps, reasons, fields, consequences, hints } = lib.explainToken(aliceToken);
      check([input, verdict, reasons, fields], ["token", "unknown", [], signed]);
      check(
        steps.map(({ step, outcome }) => `${step} ${outcome}`),
        ["workspace goes_on", "signature_kind goes_on", "user_jwt unknown", "claims goes_on", "account goes_on"],
      );
      check([codes(consequences), codes(hints)], [["unsigned_user_avatar_url"], ["signature_not_checked"]]);
      const edited = lib.explainToken({ ...aliceToken, userId: "U999999" });
      check([edited.verdict, edited.reasons[0].code, edited.reasons[0].field], ["refused", "field_mismatch", "userId"]);
      check(edited.fields, { ...signed, userId: "mismatch" });
      const loose = lib.explainToken(looseToken);
      check([loose.fields.userId, loose.fields.customerId, loose.consequences[0].code], ["signed", "unsigned", "unsigned_user_email"]);
    },
  ],

  [
    "explains what people paste",
    (lib) => {
      const pasted = [
        aliceToken,
        { token: aliceToken },
        { initToken: aliceToken },
        JSON.stringify(aliceToken),
        `"Bearer ${aliceToken.userJWT}"\n`,
      ];
      check(
        pasted.map((input) => lib.explainToken(input).input),
        ["token", "answer", "init_token", "token", "user_jwt"],
      );
      check(
        refusal(lib, () => lib.explainToken("text")),
        ["not_an_object input"],
      );
      check(
        refusal(lib, () => lib.assembleToken({ token: aliceToken })),
        ["token_wrapped token"],
      );
    },
  ],

  [
    "keeps nothing of one call for the next",
    (lib) => {
      for (let n = 0; n < 1_000; n++) {
        check(
          refusal(lib, () => lib.decodeUserJWT("")),
          ["jwt_malformed userJWT"],
        );
        check(lib.decodeUserJWT(vectors[0].userJWT).claims, { userId: "U234328" });
      }
    },
  ],
];
