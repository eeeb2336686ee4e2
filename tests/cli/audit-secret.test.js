// audit finds the secret in each form in which it leaks.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { join } from "node:path";
import test from "node:test";
import { folderOf, OTHER_SECRET, run, SECRET } from "./support.js";

const base64 = (text) => Buffer.from(text).toString("base64");
const hex = (text, encoding) => Buffer.from(text, encoding).toString("hex");

/** With + and / in the middle, at both ends, and in more places than one secret in a thousand has. */
const SECRETS = [SECRET, "/cQSH8YIV9aaa+HS5mcyF8ZCsRsi833+", "a+B4cDef/Gh7iJkL+mNoPqR/sT9uVwXy"];

/** How a secret leaks, and how a finding calls it. @type {[string, (secret: string) => string | Buffer, RegExp][]} */
const FORMS = [
  ["as it stands", (secret) => `const s="${secret}"`, /^secret as it stands$/],
  ["in base64", (secret) => base64(secret), /^secret in base64$/],
  ["in base64url", (secret) => Buffer.from(secret).toString("base64url"), /^secret in base64$/],
  [
    "in base64 of a longer text, at each of three places",
    (secret) => [0, 1, 2].map((n) => base64(`${"x".repeat(n)}${secret} and more`)).join("\n\n"),
    /^secret in base64$/,
  ],
  ["in hex", (secret) => hex(secret), /^secret in hex$/],
  ["in upper-case hex", (secret) => hex(secret).toUpperCase(), /^secret in hex$/],
  ["URL-encoded", (secret) => `?k=${encodeURIComponent(secret)}`, /^secret (escaped or in parts|as it stands)$/],
  ["in JSON with \\/", (secret) => JSON.stringify(secret).replaceAll("/", "\\/"), /^secret (escaped or in parts|as it stands)$/],
  [
    "in JSON with \\u002f and \\u002b",
    (secret) => JSON.stringify(secret).replaceAll("/", "\\u002f").replaceAll("+", "\\u002B"),
    /^secret (escaped or in parts|as it stands)$/,
  ],
  ["in HTML", (secret) => secret.replaceAll("+", "&#43;").replaceAll("/", "&#x2F;"), /^secret (escaped or in parts|as it stands)$/],
  [
    "decoded",
    (secret) => Buffer.concat([Buffer.from([0, 255]), Buffer.from(secret, "base64"), Buffer.from([7])]),
    /^secret base64-decoded$/,
  ],
  ["decoded, in hex", (secret) => hex(secret, "base64"), /^secret base64-decoded, in hex$/],
  ["in UTF-16LE", (secret) => Buffer.from(`\ufeffkey=${secret}`, "utf16le"), /^secret in UTF-16$/],
  ["in UTF-16BE", (secret) => Buffer.from(`key=${secret}`, "utf16le").swap16(), /^secret in UTF-16$/],
  ["as a Buffer in JSON", (secret) => JSON.stringify(Buffer.from(secret)), /^secret as a list of bytes$/],
  ["as an array of bytes, spaced", (secret) => `new Uint8Array([${[...Buffer.from(secret)].join(", ")}])`, /^secret as a list of bytes$/],
  ["in a source map", (secret) => JSON.stringify({ sourcesContent: [`const s = ${JSON.stringify(secret)};\n`] }), /^secret as it stands$/],
  ["its widgetKey", (secret) => createHmac("sha256", secret).update("").digest("hex").slice(0, 19), /^widgetKey of the secret$/],
  [
    "its widgetKey in base64",
    (secret) => base64(`{"k":"${createHmac("sha256", secret).update("").digest("hex").slice(0, 19)}"}`),
    /^widgetKey of the secret in base64$/,
  ],
];

for (const [name, written, kind] of FORMS) {
  test(`the secret is found ${name}`, async () => {
    for (const secret of SECRETS) {
      const leak = written(secret);
      const folder = folderOf({
        "clean.js": "export {};",
        "deep/er/leak.bin": Buffer.concat([Buffer.from("one\ntwo\n  "), Buffer.from(leak)]),
      });
      const { status, json, stdout, stderr } = await run(["audit", folder], { secret });
      assert.equal(status, 1, `${secret}: ${stdout}`);
      assert.ok(json.findings.length > 0);
      for (const finding of json.findings) {
        assert.equal(finding.file, join(folder, "deep/er/leak.bin"));
        assert.match(finding.kind, kind);
        assert.ok(finding.line >= 3 && finding.column >= 1);
      }
      if (name.endsWith("three places")) assert.equal(json.findings.length, 3);
      assert.ok(!stdout.includes(secret) && !stderr.includes(secret) && !stdout.includes(base64(secret).slice(4, 20)));
    }
  });
}

test("the secret is found when it is broken anywhere: by a line break, two strings, a template, a dot, quoted-printable", async () => {
  const breaks = ["\n", "\r\n    ", '" + "', "'+\n  '", '" . "', '",\n"', "=\r\n", "\\n", "\\\n", "` + `"];
  for (const between of breaks) {
    const files = {};
    for (let at = 1; at < SECRET.length; at += 1) files[`${at}.js`] = `s = "${SECRET.slice(0, at)}${between}${SECRET.slice(at)}"`;
    files["thrice.js"] = [SECRET.slice(0, 8), SECRET.slice(8, 17), SECRET.slice(17, 25), SECRET.slice(25)].join(between);
    const { json } = await run(["audit", folderOf(files)]);
    const found = new Set(json.findings.map(({ file }) => file.split("/").at(-1)));
    assert.deepEqual(
      Object.keys(files).filter((name) => !found.has(name)),
      [],
      JSON.stringify(between),
    );
  }
});

test("the previous secret is searched for as well", async () => {
  const folder = folderOf({ "a.js": `"${OTHER_SECRET}"` });
  assert.equal((await run(["audit", folder])).status, 0);
  const { json } = await run(["audit", folder], { previous: OTHER_SECRET });
  assert.deepEqual(
    json.findings.map(({ kind }) => kind),
    ["previous secret as it stands"],
  );
});
