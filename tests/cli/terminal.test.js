// No text of a stranger's reaches a terminal as it stands.
import assert from "node:assert/strict";
import test from "node:test";
import { columns, json, problemLine, shown, wrap } from "../../js/cli/terminal.js";
import { ALICE, HOSTILE, jwtByHand as jwt, RAW, run, WIDGET_ID } from "./support.js";

test("every character that does not print as itself is escaped, and every other one is left", () => {
  for (let point = 0; point <= 0x10ffff; point += point < 0x3000 ? 1 : 97) {
    const character = String.fromCodePoint(point);
    const isPlain = !RAW.test(character) && character !== "\n" && (character === " " || !/\p{Zs}/u.test(character));
    assert.equal(shown(character), isPlain ? character : `\\u{${point.toString(16)}}`);
    assert.equal(JSON.parse(json(character)), character);
    assert.doesNotMatch(json(character), RAW);
  }
  assert.equal(shown("Zoë 😀 日本 a\u0308"), "Zoë 😀 日本 a\u0308");
  assert.equal(shown("\u001b[31m\u202e\n"), "\\u{1b}[31m\\u{202e}\\u{a}");
});

test("a problem is one line, whatever its message holds", () => {
  assert.equal(problemLine({ code: "field_invalid", field: "a\nb", message: "x\r\n\u001b[2Jy" }).split("\n").length, 1);
});

test("columns stay straight, and no line is longer than the terminal is wide", () => {
  const lines = columns([
    ["a", "b", "c ".repeat(90)],
    ["long ".repeat(20), HOSTILE, "x".repeat(300)],
  ]);
  for (const line of lines) assert.ok([...line].length <= 100, line);
  assert.doesNotMatch(lines.join("\n"), RAW);
  assert.deepEqual(wrap("one two three", 7), ["one two", "three"]);
});

const CLAIMS = { ...ALICE, userName: HOSTILE, [HOSTILE]: HOSTILE };
const TOKEN = { widgetId: WIDGET_ID, ...ALICE, userName: HOSTILE, [HOSTILE]: HOSTILE, versions: { [HOSTILE]: HOSTILE } };

/** What each command is given that a stranger wrote. */
const INPUTS = [
  [["verify"], jwt(CLAIMS)],
  [["decode"], jwt(CLAIMS, { alg: "HS256", typ: "JWT", [HOSTILE]: HOSTILE })],
  [["decode"], jwt(CLAIMS, { alg: HOSTILE })],
  [["verify"], jwt(CLAIMS, { alg: HOSTILE })],
  [["verify"], HOSTILE],
  [["verify"], { userJWT: HOSTILE }],
  [["explain"], { ...TOKEN, userJWT: jwt(CLAIMS) }],
  [["explain"], { ...TOKEN, userId: HOSTILE, userJWT: jwt(CLAIMS) }],
  [["explain"], { ...TOKEN, userJWT: HOSTILE }],
  [["explain"], `{"${HOSTILE}`],
  [["sign"], { ...ALICE, userId: 42, [HOSTILE]: HOSTILE }],
  [["sign"], { [HOSTILE]: null }],
  [["sign"], `{"userId":"a","${JSON.stringify(HOSTILE).slice(1, -1)}":1,"${JSON.stringify(HOSTILE).slice(1, -1)}":2}`],
  [["token", "--widget-id", HOSTILE], ALICE],
  [["token", "--widget-id", WIDGET_ID], { ...ALICE, userName: HOSTILE }],
  [["verify", `${HOSTILE}.json`], ""],
  [[HOSTILE], ""],
  [["sign", `--${HOSTILE}`], ""],
  [["explain", "--signature-type", HOSTILE], { ...TOKEN, userJWT: jwt(CLAIMS) }],
];

for (const terminal of [true, false]) {
  test(`hostile tokens, names and arguments are escaped ${terminal ? "on a terminal" : "in a pipe, which may end at one"}`, async () => {
    for (const [args, input] of INPUTS) {
      const { stdout, stderr } = await run(args, { input, terminal });
      assert.ok(stdout !== "" || stderr !== "", args.join(" "));
      assert.doesNotMatch(stdout + stderr, RAW, `${args[0]}: ${JSON.stringify(stdout + stderr)}`);
    }
  });
}

test("escaped JSON says the same as what was signed", async () => {
  const { json: claims } = await run(["verify"], { input: jwt(CLAIMS) });
  assert.deepEqual(claims, CLAIMS);
});
