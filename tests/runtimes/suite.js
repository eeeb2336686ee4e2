// What the package must do in every runtime. It imports nothing, so it runs wherever the package does: a runner imports
// the package in its runtime's own way, passes it in, and reports what comes back.

/** A few of tests/vectors/user-jwt.json, which independent implementations made; run.js checks that they still agree. */
export const vectors = [
  {
    note: "the minimum",
    secret: "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO",
    payload: '{"userId":"U234328"}',
    userJWT: "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VySWQiOiJVMjM0MzI4In0.FCG6_9-EMgeaKPCt20umzHSrNq4_8Gbu5Dr8HdrJKS4",
  },
  {
    note: "two claims",
    secret: "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO",
    payload: '{"customerId":"C256434","userId":"U234328"}',
    userJWT: "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJjdXN0b21lcklkIjoiQzI1NjQzNCIsInVzZXJJZCI6IlUyMzQzMjgifQ.I4Sh-ijEFMg5LcjkDOqkj2pUlyETBqrY3naCgKJfWto",
  },
  {
    note: "the seed's Alice, every required field",
    secret: "cP5szoYeM+aw6l9dmMmHXkHZb+YqraTQ",
    payload: '{"userId":"U234328","customerId":"C256434","customerName":"Netflix","userEmail":"alice@netflix.com","userName":"Alice Chesterton"}',
    userJWT: "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VySWQiOiJVMjM0MzI4IiwiY3VzdG9tZXJJZCI6IkMyNTY0MzQiLCJjdXN0b21lck5hbWUiOiJOZXRmbGl4IiwidXNlckVtYWlsIjoiYWxpY2VAbmV0ZmxpeC5jb20iLCJ1c2VyTmFtZSI6IkFsaWNlIENoZXN0ZXJ0b24ifQ.mZMkQkEdHw5LCZ896bW8Zw70DJ6JOxlGoAyA8kHXKiQ",
  },
  {
    note: "with an avatar",
    secret: "ROq5vNQIzGzeUkeO1zCQPsJd+pFr7nlX",
    payload: '{"userId":"U234328","customerId":"C256434","customerName":"Netflix","userEmail":"alice@netflix.com","userName":"Alice Chesterton","userAvatarUrl":"https://example.com/a.png?x=1&y=2"}',
    userJWT: "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VySWQiOiJVMjM0MzI4IiwiY3VzdG9tZXJJZCI6IkMyNTY0MzQiLCJjdXN0b21lck5hbWUiOiJOZXRmbGl4IiwidXNlckVtYWlsIjoiYWxpY2VAbmV0ZmxpeC5jb20iLCJ1c2VyTmFtZSI6IkFsaWNlIENoZXN0ZXJ0b24iLCJ1c2VyQXZhdGFyVXJsIjoiaHR0cHM6Ly9leGFtcGxlLmNvbS9hLnBuZz94PTEmeT0yIn0.aUSMjciYR1lcguzWHE6E-vQNZ11iuEw9Zijbrf0m0Xw",
  },
  {
    note: "UTF-8, quotes and backslashes",
    secret: "zk9dRvWkKDvbjydykyw8x3xu7G+yVNAc",
    payload: '{"userId":"U234328","customerId":"C256434","customerName":"Café \\"Ünïcode\\" \\\\ Söhne","userEmail":"alice@netflix.com","userName":"Zoë Ångström 陳大文 👩🏽‍🚀"}',
    userJWT: "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VySWQiOiJVMjM0MzI4IiwiY3VzdG9tZXJJZCI6IkMyNTY0MzQiLCJjdXN0b21lck5hbWUiOiJDYWbDqSBcIsOcbsOvY29kZVwiIFxcIFPDtmhuZSIsInVzZXJFbWFpbCI6ImFsaWNlQG5ldGZsaXguY29tIiwidXNlck5hbWUiOiJab8OrIMOFbmdzdHLDtm0g6Zmz5aSn5paHIPCfkanwn4-94oCN8J-agCJ9.EXyT8jPJ2-9g16XESCT118BcsBLB7Ql4Ysc7q_O8_f8",
  },
  {
    note: "with iat and exp (NumericDate, seconds)",
    secret: "dfegI9najQjwfah86Alq1XnPE8RHDg2Y",
    payload: '{"userId":"U234328","customerId":"C256434","customerName":"Netflix","userEmail":"alice@netflix.com","userName":"Alice Chesterton","iat":1700000000,"exp":1700003600}',
    userJWT: "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VySWQiOiJVMjM0MzI4IiwiY3VzdG9tZXJJZCI6IkMyNTY0MzQiLCJjdXN0b21lck5hbWUiOiJOZXRmbGl4IiwidXNlckVtYWlsIjoiYWxpY2VAbmV0ZmxpeC5jb20iLCJ1c2VyTmFtZSI6IkFsaWNlIENoZXN0ZXJ0b24iLCJpYXQiOjE3MDAwMDAwMDAsImV4cCI6MTcwMDAwMzYwMH0.QDNw9Nboop7tszNwFGh9O7iw2MeZMjUftVX5xE9Pdsc",
  },
  {
    note: "control characters",
    secret: "GhrUMB5mlwOli/H3awJj6bMC7MXGHbzr",
    payload: '{"userId":"U234328","customerId":"C256434","customerName":"Netflix","userEmail":"alice@netflix.com","userName":"tab\\there\\nnewline \\u0001 control \u2028 sep"}',
    userJWT: "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VySWQiOiJVMjM0MzI4IiwiY3VzdG9tZXJJZCI6IkMyNTY0MzQiLCJjdXN0b21lck5hbWUiOiJOZXRmbGl4IiwidXNlckVtYWlsIjoiYWxpY2VAbmV0ZmxpeC5jb20iLCJ1c2VyTmFtZSI6InRhYlx0aGVyZVxubmV3bGluZSBcdTAwMDEgY29udHJvbCDigKggc2VwIn0.z3Nd-1kS9NhpISzWW_RGGNLz7tPswZCMDXamXMh00nE",
  },
];

const API = [
  "FogbenderTokenError",
  "Signer",
  "assembleToken",
  "checkToken",
  "createSignaturesHandler",
  "createToken",
  "decodeUserJWT",
  "explainToken",
  "requestSignatures",
  "secretFingerprint",
  "signUserJWT",
  "toNodeHandler",
  "verifyUserJWT",
];

const SECRET = vectors[0].secret;
const OTHER_SECRET = vectors[2].secret;
const LONE_SURROGATE = "\ud83d";
const widgetId = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";
const alice = JSON.parse(vectors[2].payload);
const aliceToken = { widgetId, ...alice, userJWT: vectors[2].userJWT };
/** As the vectors sign: without fields that are not there. */
const partial = { partial: true, issuedAt: false };
/** A token of which `userId` alone is signed, so that the rest may be anything. */
const looseToken = { ...aliceToken, userJWT: vectors[0].userJWT };

/** Equal as JSON text, where the order of names counts: the package promises it. */
function check(actual, expected) {
  const [got, wanted] = [actual, expected].map((value) => JSON.stringify(value));
  if (got !== wanted) throw new Error(`got ${got}, expected ${wanted}`);
}

/** Every problem that `run` is refused for, as `code field`; an error that is not the package's own goes on its way. */
function refusal(lib, run) {
  let result;
  try {
    result = run();
  } catch (error) {
    return problems(lib, error);
  }
  throw new Error(`not refused: ${JSON.stringify(result)}`);
}

async function rejection(lib, promise) {
  let result;
  try {
    result = await promise;
  } catch (error) {
    return problems(lib, error);
  }
  throw new Error(`not refused: ${JSON.stringify(result)}`);
}

function problems(lib, error) {
  if (!(error instanceof lib.FogbenderTokenError)) throw error;
  check([error instanceof Error, error.name], [true, "FogbenderTokenError"]);
  check([error.code, error.field], [error.problems[0].code, error.problems[0].field]);
  check(error.problems.every(({ message }) => message.length > 0 && error.message.includes(message)), true);
  return error.problems.map(({ code, field }) => (field === undefined ? code : `${code} ${field}`));
}

/** Without the times that a payload may hold, which are options and not claims when it is signed. */
function partsOf(payload) {
  const { iat, exp, ...identity } = JSON.parse(payload);
  return { identity, options: { partial: true, issuedAt: iat ?? false, expiresInSeconds: exp && exp - iat } };
}

const exportsAll = ["has every export and no other", (lib) => check(Object.keys(lib).filter((name) => name !== "default").sort(), API)];

/** What needs no secret: the same in every build. */
const withoutSecret = [
  exportsAll,

  ...vectors.map(({ note, payload, userJWT }) => [
    `decodes: ${note}`,
    (lib) => check(lib.decodeUserJWT(userJWT), { header: { alg: "HS256", typ: "JWT" }, claims: JSON.parse(payload) }),
  ]),

  ["refuses to decode what is no userJWT", (lib) => {
    check(refusal(lib, () => lib.decodeUserJWT("a.b")), ["jwt_malformed userJWT"]);
    check(refusal(lib, () => lib.decodeUserJWT(42)), ["jwt_not_string userJWT"]);
    check(refusal(lib, () => lib.decodeUserJWT("x".repeat(70_000))), ["too_large userJWT"]);
  }],

  ["assembles each kind of token, without what is null", (lib) => {
    check(lib.assembleToken({ ...aliceToken, userAvatarUrl: null, versions: { app: "1" } }), { ...aliceToken, versions: { app: "1" } });
    const visitor = { widgetId, visitor: true, visitorKey: "k" };
    check(lib.assembleToken(visitor), visitor);
    const fallback = { widgetId, widgetKey: "fb846f138d571ea616a", anonymous: true };
    check(lib.assembleToken(fallback), fallback);
  }],

  ["names every problem of a token at once", (lib) => {
    const { userJWT, ...unsigned } = aliceToken;
    check(refusal(lib, () => lib.assembleToken({ ...unsigned, userId: 42, customerId: "", userid: "U1" })).sort(), [
      "field_empty customerId",
      "field_not_string userId",
      "field_unknown userid",
      "signature_missing userJWT",
    ]);
  }],

  ["checks a token by field", (lib) => {
    check(lib.checkToken(aliceToken), undefined);
    check(lib.checkToken(undefined), undefined);
    const { userEmail, ...rest } = aliceToken;
    check(Object.keys(lib.checkToken({ ...rest, userId: 42 })).sort(), ["userEmail", "userId"]);
  }],

  ["refuses a lone surrogate in a token", (lib) =>
    check(refusal(lib, () => lib.assembleToken({ ...looseToken, userName: LONE_SURROGATE })), ["field_not_well_formed userName"])],

  ["assembles text of every plane, of any length", (lib) => {
    for (const userName of ["é", "陳大文", "👩🏽‍🚀", "👩🏽‍🚀".repeat(3_000), "Zoë 𝒜 \u2028 \u0000"]) {
      check(lib.assembleToken({ ...looseToken, userName }).userName, userName);
    }
  }],

  ["explains a token without the secret", (lib) => {
    const signed = { userId: "signed", customerId: "signed", customerName: "signed", userEmail: "signed", userName: "signed" };
    const codes = (list) => list.map(({ code }) => code);
    const { input, verdict, steps, reasons, fields, consequences, hints } = lib.explainToken(aliceToken);
    check([input, verdict, reasons, fields], ["token", "unknown", [], signed]);
    check(steps.map(({ step, outcome }) => `${step} ${outcome}`), [
      "workspace goes_on",
      "signature_kind goes_on",
      "user_jwt unknown",
      "claims goes_on",
      "account goes_on",
    ]);
    check([codes(consequences), codes(hints)], [["unsigned_user_avatar_url"], ["signature_not_checked"]]);
    const edited = lib.explainToken({ ...aliceToken, userId: "U999999" });
    check([edited.verdict, edited.reasons[0].code, edited.reasons[0].field], ["refused", "field_mismatch", "userId"]);
    check(edited.fields, { ...signed, userId: "mismatch" });
    const loose = lib.explainToken(looseToken);
    check([loose.fields.userId, loose.fields.customerId, loose.consequences[0].code], ["signed", "unsigned", "unsigned_user_email"]);
  }],

  ["explains what people paste", (lib) => {
    const pasted = [aliceToken, { token: aliceToken }, { initToken: aliceToken }, JSON.stringify(aliceToken), `"Bearer ${aliceToken.userJWT}"\n`];
    check(pasted.map((input) => lib.explainToken(input).input), ["token", "answer", "init_token", "token", "user_jwt"]);
    check(refusal(lib, () => lib.explainToken("text")), ["not_an_object input"]);
    check(refusal(lib, () => lib.assembleToken({ token: aliceToken })), ["token_wrapped token"]);
  }],

  ["keeps nothing of one call for the next", (lib) => {
    for (let n = 0; n < 1_000; n++) {
      check(refusal(lib, () => lib.decodeUserJWT("")), ["jwt_malformed userJWT"]);
      check(lib.decodeUserJWT(vectors[0].userJWT).claims, { userId: "U234328" });
    }
  }],
];

/** Every build that runs on a backend. Each test is a name and a function, which may be asynchronous. */
export const tests = [
  ...withoutSecret,

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

  ["puts the times last, from its own clock", (lib) => {
    const before = Math.floor(Date.now() / 1000);
    const { iat, nbf, exp, ...claims } = lib.decodeUserJWT(lib.signUserJWT(alice, SECRET, { expiresInSeconds: 60, notBeforeSeconds: 5 })).claims;
    check(claims, alice);
    check([iat >= before, iat <= before + 60, nbf - iat, exp - iat], [true, true, 5, 60]);
  }],

  ["takes the secret as bytes too", (lib) => {
    const signer = new lib.Signer(new TextEncoder().encode(SECRET));
    check(signer.sign({ userId: "U234328" }, partial), vectors[0].userJWT);
    signer.free();
  }],

  ["signs and assembles in one call, fields in the widget's order", (lib) => {
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
  }],

  ["names every problem of an identity and of the options at once", (lib) => {
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
  }],

  ["reads six fields by name from any object, and signs nothing else of it", (lib) => {
    class User {
      #email = alice.userEmail;
      passwordHash = "$2b$10$";
      get userId() { return alice.userId; }
      get userEmail() { return this.#email; }
      get customerId() { return alice.customerId; }
      get customerName() { return alice.customerName; }
      get userName() { return alice.userName; }
      get userAvatarUrl() { return null; }
    }
    check(lib.signUserJWT(new User(), OTHER_SECRET, { issuedAt: false }), vectors[2].userJWT);
    check(lib.decodeUserJWT(lib.signUserJWT(alice, SECRET, { issuedAt: false, claims: { plan: "gold" } })).claims, { ...alice, plan: "gold" });
    check(refusal(lib, () => lib.signUserJWT(Promise.resolve(alice), SECRET)), ["not_an_object identity"]);
  }],

  ["names a secret by its fingerprint", (lib) => {
    check(lib.secretFingerprint(SECRET), "d096743c");
    check(lib.secretFingerprint(new TextEncoder().encode(SECRET)), "d096743c");
    check(refusal(lib, () => lib.secretFingerprint("")), ["secret_empty secret"]);
  }],

  ["refuses what cannot be a secret", (lib) => {
    const refused = (secret) => refusal(lib, () => new lib.Signer(secret))[0];
    check([undefined, "", "short", `${SECRET}\n`, LONE_SURROGATE.repeat(32), 42].map(refused), [
      "secret_missing secret",
      "secret_empty secret",
      "secret_too_short secret",
      "secret_padded secret",
      "secret_not_well_formed secret",
      "secret_not_text secret",
    ]);
  }],

  ["shows no secret in an error", (lib) => {
    try {
      lib.createToken(alice, SECRET, { widgetId: SECRET });
    } catch (error) {
      const texts = [error.message, JSON.stringify(error), String(error.stack)];
      check(texts.filter((text) => text.includes(SECRET)), []);
      return;
    }
    throw new Error("not refused");
  }],

  ["refuses lone surrogates, which would make two users one", (lib) => {
    const signer = new lib.Signer(SECRET);
    for (const userId of ["\ud800", "\udc00", `U${LONE_SURROGATE}1`, "\ude80\ud83d"]) {
      check(refusal(lib, () => signer.sign({ ...alice, userId })), ["field_not_well_formed userId"]);
    }
    check(refusal(lib, () => signer.token({ ...alice, userName: LONE_SURROGATE }, { widgetId })), ["field_not_well_formed userName"]);
    signer.free();
  }],

  ["names what could not be read, with its cause", (lib) => {
    const cause = new TypeError("mine");
    const identity = { get userId() { throw cause; } };
    try {
      lib.signUserJWT(identity, SECRET);
    } catch (error) {
      check(problems(lib, error), ["not_readable identity"]);
      check(error.cause === cause, true);
      return;
    }
    throw new Error("not refused");
  }],

  ["signs 40 kB, refuses 70 kB", (lib) => {
    const signer = new lib.Signer(SECRET);
    const userName = "x".repeat(40_000);
    check(signer.verify(signer.sign({ ...alice, userName })).userName, userName);
    check(signer.token({ ...alice, userName }, { widgetId }).userName, userName);
    check(refusal(lib, () => signer.sign({ ...alice, userName: "x".repeat(70_000) })), ["too_large identity"]);
    check(refusal(lib, () => signer.verify("x".repeat(70_000))), ["too_large userJWT"]);
    check(signer.sign({ userId: "U234328" }, partial), vectors[0].userJWT);
    signer.free();
  }],

  ["signs text of every plane, of any length", (lib) => {
    const signer = new lib.Signer(SECRET);
    for (let length = 1; length <= 8_192; length *= 2) {
      for (const text of ["x", "é", "陳", "🚀"]) {
        const userName = text.repeat(length / 2) + "z" + text.repeat(length / 4);
        const claims = { userId: "👩🏽‍🚀", userName };
        check(signer.verify(signer.sign(claims, partial)), claims);
      }
    }
    signer.free();
  }],

  ["makes 10,000 tokens in a row, each its own", (lib) => {
    const signer = new lib.Signer(SECRET);
    const seen = new Set();
    for (let n = 0; n < 10_000; n++) {
      const { userId, userJWT } = signer.token({ ...alice, userId: `U${n}` }, { widgetId });
      check(signer.verify(userJWT).userId, userId);
      seen.add(userJWT);
    }
    check(seen.size, 10_000);
    signer.free();
  }],

  ["makes 10,000 signers in a row", (lib) => {
    for (let n = 0; n < 10_000; n++) lib.signUserJWT({ userId: "U234328" }, SECRET, partial);
    check(lib.signUserJWT({ userId: "U234328" }, SECRET, partial), vectors[0].userJWT);
  }],

  ["verifies with whichever secret of a list", (lib) => {
    check(lib.verifyUserJWT(vectors[2].userJWT, [SECRET, OTHER_SECRET]), alice);
    check(refusal(lib, () => lib.verifyUserJWT(vectors[2].userJWT, [SECRET])), ["signature_mismatch userJWT"]);
    check(refusal(lib, () => lib.verifyUserJWT(vectors[2].userJWT, [])), ["secret_missing secret"]);
  }],

  ["verifies no edited userJWT", (lib) => {
    const signer = new lib.Signer(OTHER_SECRET);
    const [header, payload, signature] = vectors[2].userJWT.split(".");
    const bob = vectors[3].userJWT.split(".")[1];
    check(refusal(lib, () => signer.verify(`${header}.${bob}.${signature}`)), ["signature_mismatch userJWT"]);
    check(refusal(lib, () => signer.verify(`${header}.${payload}.${signature}=`)), ["jwt_not_base64url userJWT"]);
    check(refusal(lib, () => signer.verify(`eyJhbGciOiJub25lIn0.${payload}.`)), ["jwt_alg_not_allowed userJWT"]);
    signer.free();
  }],

  ["verifies by its own clock, or by the caller's", (lib) => {
    const signer = new lib.Signer(SECRET);
    check(signer.verify(signer.sign(alice, { expiresInSeconds: 60 })).userId, "U234328");
    const past = signer.sign(alice, { issuedAt: 1_000, notBeforeSeconds: 5, expiresInSeconds: 10 });
    check(refusal(lib, () => signer.verify(past)), ["jwt_expired exp"]);
    check(refusal(lib, () => signer.verify(past, { now: 1_002 })), ["jwt_not_yet_valid nbf"]);
    check(signer.verify(past, { now: 1_012, clockToleranceSeconds: 5 }).exp, 1_010);
    check(refusal(lib, () => signer.sign(alice, { issuedAt: 1_700_000_000_000 })), ["time_in_milliseconds issuedAt"]);
    signer.free();
  }],

  ["cannot be used after it was freed", (lib) => {
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
    check(refusal(lib, () => other.sign(alice)), ["signer_freed"]);
  }],

  ["shows nothing of itself", (lib) => {
    const signer = new lib.Signer(SECRET);
    check([JSON.stringify(signer), Object.keys(signer)], ["{}", []]);
    signer.free();
  }],

  ["explains each verdict", (lib) => {
    const verdict = (token, ...rest) => lib.explainToken(token, ...rest).verdict;
    check(verdict(aliceToken, OTHER_SECRET), "accepted");
    check(verdict(aliceToken), "unknown");
    check(verdict({ ...aliceToken, customerId: "C1" }, OTHER_SECRET), "refused");
    const { reasons, hints } = lib.explainToken(aliceToken, [SECRET, OTHER_SECRET]);
    check([reasons[0].code, hints[0].code], ["signature_mismatch", "previous_secret"]);
    const signer = new lib.Signer(OTHER_SECRET);
    check(signer.explain(aliceToken), lib.explainToken(aliceToken, OTHER_SECRET));
    signer.free();
  }],

  ["explains a secret that was decoded", (lib) => {
    const decoded = Uint8Array.from(atob(SECRET), (character) => character.charCodeAt(0));
    const token = lib.createToken(alice, decoded, { allowShortSecret: true, widgetId });
    check(lib.explainToken(token, SECRET).hints.map(({ code }) => code), ["secret_decoded"]);
  }],

  ["lets Fogbender sign, and checks what it answers", async (lib) => {
    const answering = (userJWT) => async () => new Response(JSON.stringify({ signatures: { userJWT } }));
    // Some runtimes wait for a timeout that is still to come before they end.
    const options = { url: "https://fogbender.test/signatures", timeoutSeconds: 1 };
    const request = (fetch) => lib.requestSignatures(alice, OTHER_SECRET, { ...options, fetch });
    check(await request(answering(vectors[2].userJWT)), { userJWT: vectors[2].userJWT });
    check(await rejection(lib, request(answering(vectors[0].userJWT))), ["signatures_bad_response userJWT"]);
    const forbidden = async () => new Response("{}", { status: 403 });
    check(await rejection(lib, request(forbidden)), ["signatures_unauthorized"]);
  }],
];

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
    (lib) => check(refusal(lib, () => use(lib)), ["secret_in_browser secret"]),
  ]),
  ["requestSignatures rejects the secret", async (lib) => {
    let asked = false;
    const fetch = async () => { asked = true; };
    check(await rejection(lib, lib.requestSignatures(alice, SECRET, { fetch })), ["secret_in_browser secret"]);
    check(asked, false);
  }],
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
      for (let n = 0; n < 3; n++) check(refusal(lib, () => use(lib)), [code]);
    },
  ]),
  ...Object.entries(signing).map(([name, use]) => [
    `${name} says ${signingCode}, every time`,
    (lib) => {
      for (let n = 0; n < 3; n++) check(refusal(lib, () => use(lib)), [signingCode]);
    },
  ]),
  [`requestSignatures rejects with ${signingCode}`, async (lib) =>
    check(await rejection(lib, lib.requestSignatures(alice, SECRET, { fetch() {} })), [signingCode])],
];

/** Two copies of the package in one process, as when one dependency imports it and another requires it. */
export const copiesTests = [
  ["each copy has every export", (lib, { other }) => check(Object.keys(other).filter((name) => name in lib).sort(), API)],
  ["nothing is started by importing", (lib, { memories }) => check(memories.size, 0)],
  ["each copy starts once, with a memory of its own", (lib, { other, memories }) => {
    for (const copy of [lib, other, lib, other]) check(copy.decodeUserJWT(vectors[0].userJWT).claims, { userId: "U234328" });
    check(memories.size, 2);
  }],
  ["signers of both work in turns", (lib, { other }) => {
    const signers = [new lib.Signer(SECRET), new other.Signer(OTHER_SECRET)];
    for (let n = 0; n < 1_000; n++) {
      const identity = { userId: `U${n}`, userName: "x".repeat(1 + ((n * 37) % 30_000)) };
      const [one, two] = signers.map((signer) => signer.sign(identity, partial));
      check([signers[0].verify(one), signers[1].verify(two)], [identity, identity]);
      check(refusal(other, () => signers[1].verify(one)), ["signature_mismatch userJWT"]);
    }
    for (const signer of signers) signer.free();
  }],
  ["freeing in one leaves the other alone", (lib, { other }) => {
    const signers = [new lib.Signer(OTHER_SECRET), new other.Signer(OTHER_SECRET)];
    signers[0].free();
    check(refusal(lib, () => signers[0].sign(alice)), ["signer_freed"]);
    check(signers[1].sign(alice, { issuedAt: false }), vectors[2].userJWT);
    signers[1].free();
  }],
  ["a method of one refuses a signer of the other", (lib, { other }) => {
    const signer = new other.Signer(SECRET);
    let refused;
    try {
      lib.Signer.prototype.sign.call(signer, alice);
    } catch (error) {
      refused = error instanceof TypeError;
    }
    check(refused, true);
    signer.free();
  }],
  ["the code and the name tell an error of either", (lib, { other }) => {
    const errors = [lib, other].map(({ Signer }) => {
      try {
        return new Signer("");
      } catch ({ name, code, problems }) {
        return { name, code, problems };
      }
    });
    check([errors[0].name, errors[0].code], ["FogbenderTokenError", "secret_empty"]);
    check(errors[0], errors[1]);
  }],
];

async function runAll(list, lib, beside) {
  const failures = [];
  for (const [name, body] of list) {
    try {
      await body(lib, beside);
    } catch (error) {
      failures.push({ name, message: String(error?.stack ?? error) });
    }
  }
  return { passed: list.length - failures.length, failures };
}

export const run = (lib) => runAll(tests, lib);
export const runInBrowser = (lib) => runAll(browserTests, lib);
export const runUnstartable = (lib, code, signingCode = code) => runAll(unstartableTests(code, signingCode), lib);
export const runCopies = (lib, other, memories) => runAll(copiesTests, lib, { other, memories });
