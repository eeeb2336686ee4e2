// How commands read what they are given: files, standard input, JSON.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import test from "node:test";
import { readObject } from "../../js/cli/json-text.js";
import { ALICE, CLI, folderOf, run, SECRET } from "./support.js";

const file = (name, content) => join(folderOf({ [name]: content }), name);

test("a command reads a file that is named, and one that cannot be read is exit status 2", async () => {
  const { json } = await run(["sign", file("alice.json", JSON.stringify(ALICE))]);
  assert.equal((await run(["verify", file("jwt.txt", `${json.userJWT}\n`)])).json.userId, ALICE.userId);
  const missing = await run(["verify", "no.json"]);
  assert.deepEqual([missing.status, missing.stdout], [2, ""]);
  assert.match(missing.stderr, /^usage: no\.json cannot be read \(ENOENT\)\. /);
  const pasted = await run(["verify", json.userJWT]);
  assert.equal(pasted.status, 2);
  assert.ok(!pasted.stderr.includes(json.userJWT.slice(0, 12)), pasted.stderr);
});

test("a file of PowerShell's, which is UTF-16 with a byte order mark, is read as well", async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(JSON.stringify(ALICE), "utf16le")]);
  assert.equal((await run(["sign", file("utf16.json", utf16)])).status, 0);
  const bom = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(JSON.stringify(ALICE))]);
  assert.equal((await run(["sign"], { input: bom })).status, 0);
});

test("standard input that does not end is refused as soon as it is too long", { timeout: 20_000 }, async () => {
  for (const command of ["sign", "verify", "decode", "explain"]) {
    const child = spawn(process.execPath, [CLI, command], { env: { PATH: process.env.PATH, FOGBENDER_SECRET: SECRET } });
    let sent = 0;
    let stderr = "";
    child.stderr.on("data", (text) => (stderr += text));
    child.stdin.on("error", () => {});
    const write = () => {
      while (child.exitCode === null && child.stdin.writable && child.stdin.write("x".repeat(65_536))) sent += 65_536;
    };
    child.stdin.on("drain", write);
    write();
    const status = await new Promise((resolve) => child.on("close", resolve));
    assert.deepEqual([status, stderr.split(":")[0]], [1, "too_large input"], command);
    assert.ok(sent < 4_000_000, `${command} took ${sent} bytes`);
  }
});

test("JSON that is broken is refused with line and column, and nothing of it is repeated", async () => {
  const cases = [
    ["{", /ends at line 1, column 2, where a name in double quotes must stand\. It was probably cut off/],
    ['{"userId":"U1",\n  "customerId": C1}', /stops being JSON at line 2, column 17\. Write a value there/],
    ['{"userId":"U1",}', /stops being JSON at line 1, column 16\. Remove the comma before "}"\./],
    ['{"userId":["U1",\n]}', /line 2, column 1\. Remove the comma before "]"\./],
    ['{"userId":"U1",,}', /line 1, column 16\. Write a name in double quotes there/],
    ["{'userId':'U1'}", /line 1, column 2\. Write a name in double quotes there/],
    ['{"userId":"U1"\n"customerId":"C1"}', /line 2, column 1\. Write "," or "}" there/],
    ['{"userId":"U1', /text at line 1, column 11 has no closing quote/],
    ['{"userId":"U1"} x', /goes on behind its JSON at line 1, column 17/],
    ['{"userId":01}', /line 1, column 12/],
    [`{"a":${"[".repeat(5000)}`, /deeper than 32 levels at line 1, column \d+/],
    ["", /The input is empty/],
    ["[]", /not an object/],
    ['"ecQSH8YIV9"', /not an object/],
  ];
  for (const [input, message] of cases) {
    const { status, stdout, stderr } = await run(["sign"], { input });
    assert.deepEqual([status, stdout], [1, ""], input.slice(0, 40));
    assert.match(stderr, /^not_an_object: [^\n]*\n$/);
    assert.match(stderr, message);
  }
  const { stderr } = await run(["sign"], { input: '{"a": 1,\n "userId":"a","userId":"b"}' });
  assert.match(stderr, /^name_repeated userId: userId stands twice in one object, the second time at line 2, column 15/);
});

test("the JSON reader takes and refuses what JSON.parse does", async () => {
  const pieces = [
    '{"a":',
    "}",
    "[",
    "]",
    ",",
    '"b"',
    ":",
    "1",
    "-",
    "0",
    ".5",
    "e9",
    "true",
    "null",
    " ",
    "\n",
    "\\",
    '"',
    "\u0001",
    "\\u00e",
    "é",
    "{}",
  ];
  let seed = 1;
  const next = (below) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  let valid = 0;
  for (let turn = 0; turn < 20_000; turn += 1) {
    const text = `{"a":${Array.from({ length: 1 + next(5) }, () => pieces[next(pieces.length)]).join("")}}`;
    let expected;
    try {
      expected = JSON.parse(text);
      valid += 1;
    } catch {
      assert.throws(() => readObject(text), { code: /^(not_an_object|name_repeated)$/ }, text);
      continue;
    }
    try {
      assert.deepEqual(readObject(text), expected);
    } catch (error) {
      assert.equal(error.code, "name_repeated", text);
    }
  }
  assert.ok(valid > 500, `${valid} valid texts`);
});
