import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";
import { explanation } from "../../js/cli/report.js";
import { ALICE, CLI, OTHER_SECRET, run, SECRET, WIDGET_ID } from "./support.js";

test("sign gives the seed's userJWT and verify gives its claims back", async () => {
  const signed = await run(["sign", "--issued-at", "1700000000", "--expires-in-seconds", "60"], { input: ALICE });
  assert.equal(signed.status, 0);
  const verified = await run(["verify", "--now", "1700000059"], { input: signed.stdout });
  assert.deepEqual(verified.json, { ...ALICE, iat: 1700000000, exp: 1700000060 });
  const expired = await run(["verify", "--now", "1700000060"], { input: signed.stdout });
  assert.equal(expired.status, 1);
  assert.match(expired.stderr, /^jwt_expired exp: /);
  const tolerant = await run(["verify", "--now", "1700000060", "--clock-tolerance-seconds", "5"], { input: signed.stdout });
  assert.equal(tolerant.status, 0);
});

test("sign --partial signs an identity that lacks fields, and without it one that lacks fields is refused", async () => {
  const refused = await run(["sign"], { input: { userId: "U1" } });
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /^field_missing customerId: /m);
  const { status, json } = await run(["sign", "--partial", "--issued-at", "false"], { input: { userId: "U1" } });
  assert.equal(status, 0);
  assert.deepEqual((await run(["verify"], { input: json })).json, { userId: "U1" });
});

test("decode and verify take a bare userJWT; decode needs no secret", async () => {
  const { userJWT } = (await run(["sign", "--issued-at", "false"], { input: ALICE })).json;
  assert.deepEqual((await run(["verify"], { input: userJWT })).json, ALICE);
  const decoded = await run(["decode"], { input: `${userJWT}\n`, secret: null });
  assert.deepEqual(decoded.json, { header: { alg: "HS256", typ: "JWT" }, claims: ALICE });
});

test("verify and explain take what the previous secret signed, when it is in FOGBENDER_SECRET_PREVIOUS", async () => {
  const token = (await run(["token", "--widget-id", WIDGET_ID], { input: ALICE, secret: OTHER_SECRET })).stdout;
  for (const [command, field] of [
    ["verify", "userId"],
    ["explain", "verdict"],
  ]) {
    const alone = await run([command], { input: token });
    assert.equal(alone.status, 1, command);
    const both = await run([command], { input: token, previous: OTHER_SECRET });
    assert.ok(both.json[field], command);
  }
  assert.equal((await run(["verify"], { input: token, previous: OTHER_SECRET })).status, 0);
  const { hints } = (await run(["explain"], { input: token, previous: OTHER_SECRET })).json;
  assert.ok(
    hints.some(({ code }) => code === "previous_secret"),
    JSON.stringify(hints),
  );
});

test("explain's exit status says accepted, refused or unknown", async () => {
  const token = (await run(["token", "--widget-id", WIDGET_ID], { input: ALICE })).stdout;
  const accepted = await run(["explain"], { input: token });
  assert.deepEqual([accepted.status, accepted.json.verdict], [0, "accepted"]);
  const refused = await run(["explain"], { input: token.replace("U234328", "U999999") });
  assert.deepEqual([refused.status, refused.json.verdict], [1, "refused"]);
  const unknown = await run(["explain"], { input: token, secret: null });
  assert.deepEqual([unknown.status, unknown.json.verdict], [3, "unknown"]);
});

test("on a terminal explain is text with the verdict first; with --json it is JSON there too", async () => {
  const token = (await run(["token", "--widget-id", WIDGET_ID], { input: ALICE })).stdout.replace("U234328", "U999999");
  const { stdout } = await run(["explain"], { input: token, terminal: true });
  assert.match(stdout, /^Verdict +refused\n/);
  assert.match(stdout, /\nReasons\n +field_mismatch userId\n/);
  assert.match(stdout, /\nFields\n[\s\S]* userId +mismatch\n/);
  const json = await run(["explain", "--json"], { input: token, terminal: true });
  assert.equal(JSON.parse(json.stdout).verdict, "refused");
});

test("whatever explainToken says is printed: what it was taken for, reasons, steps, fields, consequences, hints", () => {
  const lines = explanation({
    verdict: "crashes",
    input: "answer",
    steps: [
      { step: "workspace", outcome: "goes_on", message: "It is known." },
      { step: "account", outcome: "crashes", message: "There is no @." },
    ],
    reasons: [{ code: "field_invalid", field: "userEmail", message: "userEmail has no @." }],
    fields: { userEmail: "unsigned" },
    consequences: [{ code: "unsigned_user_email", field: "userEmail", message: "It is the account." }],
    hints: [{ code: "cut_off", message: "The userJWT is cut off." }],
  });
  assert.deepEqual(
    lines.join("\n"),
    `Verdict  crashes
Read as  an endpoint's answer, with the token in it

Reasons
  field_invalid userEmail
      userEmail has no @.

Steps
  workspace  goes on  It is known.
  account    crashes  There is no @.

Fields
  userEmail  unsigned

Consequences
  unsigned_user_email userEmail
      It is the account.

Hints
  cut_off
      The userJWT is cut off.`,
  );
});

test("explain takes what people have: sign's output, a bare userJWT as it stands in a header or a log, an endpoint's answer", async () => {
  const { json } = await run(["sign"], { input: ALICE });
  const token = (await run(["token", "--widget-id", WIDGET_ID], { input: ALICE })).json;
  const cases = [
    [json, "a userJWT alone"],
    [json.userJWT, "a userJWT alone"],
    [`Bearer ${json.userJWT}\n`, "a userJWT alone"],
    [`"${json.userJWT.replace(/(.{76})/g, "$1\n")}"`, "a userJWT alone"],
    [token, "a token"],
    [{ signatures: json, token }, "an endpoint's answer"],
    [{ initToken: token }, "the message to the widget's frame"],
  ];
  for (const [input, words] of cases) {
    const { status, stdout, stderr } = await run(["explain"], { input, terminal: true });
    assert.equal(status, 0, stdout + stderr);
    assert.ok(stdout.startsWith("Verdict  accepted\n"), stdout);
    assert.ok(stdout.includes(`Read as  ${words}`), stdout);
  }
  const hmac = await run(["explain", "--signature-type", "hmac"], { input: token });
  assert.deepEqual([hmac.status, hmac.json.verdict], [1, "refused"]);
});

test("verify's exit status is 0 for every userJWT that verifies, whatever a claim of it is called", async () => {
  for (const verdict of ["refused", "constructor"]) {
    const { userJWT } = (await run(["sign"], { input: { ...ALICE, verdict } })).json;
    assert.equal((await run(["verify"], { input: userJWT })).status, 0, verdict);
  }
});

test("secret makes 24 random bytes of base64, which sign", async () => {
  const secrets = [(await run(["secret"])).stdout.trim(), (await run(["secret"])).stdout.trim()];
  assert.notEqual(secrets[0], secrets[1]);
  for (const secret of secrets) {
    assert.match(secret, /^[A-Za-z0-9+/]{32}$/);
    assert.equal((await run(["sign"], { input: ALICE, secret })).status, 0);
  }
});

test("fingerprint is 8 hex digits of the secret's own, and a wrong secret has none", async () => {
  const prints = await Promise.all([SECRET, SECRET, OTHER_SECRET].map(async (secret) => (await run(["fingerprint"], { secret })).stdout));
  assert.match(prints[0], /^[0-9a-f]{8}\n$/);
  assert.equal(prints[0], prints[1]);
  assert.notEqual(prints[0], prints[2]);
  const unset = await run(["fingerprint"], { secret: null });
  assert.deepEqual([unset.status, unset.stdout], [1, ""]);
  assert.match(unset.stderr, /^secret_missing secret: /);
});

test("bad input is refused on standard error with every code, and nothing on standard output", async () => {
  const cases = [
    [["sign"], { ...ALICE, userId: 42, userName: "" }, SECRET, ["field_not_string userId: ", "field_empty userName: "]],
    [["sign"], ALICE, null, ["secret_missing secret: "]],
    [["sign"], ALICE, "", ["secret_empty secret: "]],
    [["sign"], ALICE, `${SECRET}\n`, ["secret_padded secret: "]],
    [["sign", "--expires-in-seconds", "1h"], ALICE, SECRET, ["option_invalid expiresInSeconds: "]],
    [["sign", "--expires-in-seconds", ""], ALICE, SECRET, ["option_invalid expiresInSeconds: "]],
    [["token"], ALICE, SECRET, ["field_missing widgetId: "]],
    [["verify"], {}, SECRET, ["jwt_not_string userJWT: "]],
    [["verify"], "a.b.c", SECRET, ["jwt_not_base64url userJWT: "]],
  ];
  for (const [args, input, secret, expected] of cases) {
    const { status, stdout, stderr } = await run(args, { input, secret });
    assert.equal(status, 1, args.join(" "));
    assert.equal(stdout, "");
    const lines = stderr.trim().split("\n");
    assert.equal(lines.length, expected.length, stderr);
    for (const start of expected)
      assert.ok(
        lines.some((line) => line.startsWith(start)),
        stderr,
      );
  }
});

test("a wrong command line is exit status 2, and an argument's value is not repeated", async () => {
  const cases = [
    [],
    ["sing"],
    [SECRET],
    ["sign", SECRET],
    ["sign", `--secret=${SECRET}`],
    ["sign", "--secret", SECRET],
    ["sign", `--x=${SECRET}`],
    ["sign", `--${SECRET}`],
    ["sign", "a", "b"],
    ["decode", "--now", "1"],
    ["verify", "--now"],
    ["secret", "x"],
    ["audit"],
    ["doctor"],
    ["doctor", "a", "b"],
  ];
  for (const args of cases) {
    const { status, stdout, stderr } = await run(args, { input: ALICE });
    assert.equal(status, 2, args.join(" "));
    assert.equal(stdout, "");
    assert.match(stderr, /^usage: \S[^\n]*\. See fogbender-token --help\.\n$/);
    assert.ok(!stderr.includes(SECRET));
  }
});

test("--help teaches every command, and each command's own its options; --version is the package's", async () => {
  const { status, stdout } = await run(["--help"]);
  assert.equal(status, 0);
  for (const word of [
    "sign",
    "token",
    "verify",
    "decode",
    "explain",
    "secret",
    "fingerprint",
    "doctor",
    "audit",
    "FOGBENDER_SECRET_PREVIOUS",
    "Exit status",
  ]) {
    assert.ok(stdout.includes(word), word);
  }
  for (const [command, option] of [
    ["sign", "--partial"],
    ["token", "--widget-id ID"],
    ["verify", "--now N"],
    ["explain", "--signature-type TYPE"],
    ["doctor", "--cookie"],
    ["audit", "PATH…"],
  ]) {
    const own = await run([command, "--help"]);
    assert.equal(own.status, 0);
    assert.ok(own.stdout.includes(option), own.stdout);
  }
  assert.match((await run(["--version"])).stdout, /^\d+\.\d+\.\d+\n$/);
});

test("a reader that stops early, such as head, ends the command without a stack trace", async () => {
  const { stderr } = spawnSync("sh", ["-c", `"${process.execPath}" "${CLI}" --help | true`], { encoding: "utf8" });
  assert.equal(stderr, "");
});
