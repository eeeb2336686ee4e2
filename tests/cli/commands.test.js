import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import test from "node:test";

const CLI = fileURLToPath(new URL("../node_modules/fogbender-token/cli.js", import.meta.url));
const SECRET = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
const ALICE = {
  userId: "U234328",
  customerId: "C256434",
  customerName: "Netflix",
  userEmail: "alice@netflix.com",
  userName: "Alice Chesterton",
};

/** Runs the command line with the secret in the environment; `null` leaves the variable unset. */
function run(args, input = "", secret = SECRET) {
  const env = { PATH: process.env.PATH, ...(secret === null ? {} : { FOGBENDER_SECRET: secret }) };
  const text = typeof input === "string" ? input : JSON.stringify(input);
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { input: text, env, encoding: "utf8" });
  return { status, stdout, stderr, json: stdout.startsWith("{") ? JSON.parse(stdout) : undefined };
}

test("sign gives the seed's userJWT and verify gives its claims back", () => {
  const signed = run(["sign", "--issued-at", "1700000000", "--expires-in-seconds", "60"], ALICE);
  assert.equal(signed.status, 0);
  const verified = run(["verify", "--now", "1700000059"], signed.stdout);
  assert.deepEqual(verified.json, { ...ALICE, iat: 1700000000, exp: 1700000060 });
  const expired = run(["verify", "--now", "1700000060"], signed.stdout);
  assert.equal(expired.status, 1);
  assert.match(expired.stderr, /^jwt_expired exp: /);
  assert.equal(run(["verify", "--now", "1700000060", "--clock-tolerance-seconds", "5"], signed.stdout).status, 0);
});

test("decode and verify take a bare userJWT; decode needs no secret", () => {
  const { userJWT } = run(["sign", "--issued-at", "false"], ALICE).json;
  assert.deepEqual(run(["verify"], userJWT).json, ALICE);
  assert.deepEqual(run(["decode"], `${userJWT}\n`, null).json, { header: { alg: "HS256", typ: "JWT" }, claims: ALICE });
});

test("explain's exit status says accepted, refused or unknown", () => {
  const token = run(["token", "--widget-id", "dzAwNjg4NDY0NjI4NzgyNDY5MTIw"], ALICE).stdout;
  const accepted = run(["explain"], token);
  assert.deepEqual([accepted.status, accepted.json.verdict], [0, "accepted"]);
  const refused = run(["explain"], token.replace("U234328", "U999999"));
  assert.deepEqual([refused.status, refused.json.verdict], [1, "refused"]);
  const unknown = run(["explain"], token, null);
  assert.deepEqual([unknown.status, unknown.json.verdict], [3, "unknown"]);
});

test("verify's exit status is 0 for every userJWT that verifies, whatever a claim of it is called", () => {
  for (const verdict of ["refused", "constructor"]) {
    const { userJWT } = run(["sign"], { ...ALICE, verdict }).json;
    assert.equal(run(["verify"], userJWT).status, 0, verdict);
  }
});

test("secret makes 24 random bytes of base64, which sign", () => {
  const secrets = [run(["secret"]).stdout.trim(), run(["secret"]).stdout.trim()];
  assert.notEqual(secrets[0], secrets[1]);
  for (const secret of secrets) {
    assert.match(secret, /^[A-Za-z0-9+/]{32}$/);
    assert.equal(run(["sign"], ALICE, secret).status, 0);
  }
});

test("bad input is refused on standard error with every code, and nothing on standard output", () => {
  const cases = [
    [["sign"], { userId: 42, sub: "x" }, SECRET, ["field_not_string userId: ", "field_forbidden sub: "]],
    [["sign"], '{"userId":"a","userId":"b"}', SECRET, ["name_repeated userId: "]],
    [["sign"], "{", SECRET, ["not_an_object "]],
    [["sign"], "", SECRET, ["not_an_object "]],
    [["sign"], "[]", SECRET, ["not_an_object "]],
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
    const { status, stdout, stderr } = run(args, input, secret);
    assert.equal(status, 1, args.join(" "));
    assert.equal(stdout, "");
    const lines = stderr.trim().split("\n");
    assert.equal(lines.length, expected.length, stderr);
    expected.forEach((start, index) => assert.ok(lines[index].startsWith(start), stderr));
  }
});

test("a wrong command line is exit status 2, and an argument's value is not repeated", () => {
  const cases = [[], ["sing"], ["sign", SECRET], ["sign", `--secret=${SECRET}`], ["sign", "--secret", SECRET], ["sign", `--x=${SECRET}`],
    ["decode", "--now", "1"], ["sign", "--now"]];
  for (const args of cases) {
    const { status, stdout, stderr } = run(args, ALICE);
    assert.equal(status, 2, args.join(" "));
    assert.equal(stdout, "");
    assert.match(stderr, /^usage: .*--help\n$/);
    assert.ok(!stderr.includes(SECRET));
  }
});

test("--help teaches every command, --version is the package's", () => {
  const { status, stdout } = run(["--help"]);
  assert.equal(status, 0);
  for (const word of ["sign", "token", "verify", "decode", "explain", "secret", "FOGBENDER_SECRET", "Exit status"]) {
    assert.ok(stdout.includes(word), word);
  }
  assert.match(run(["--version"]).stdout, /^\d+\.\d+\.\d+\n$/);
});
