// docs/errors.md and error.help: each code is in, what a message says is what the sources say, and nothing is out of date.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { FogbenderTokenError, Signer } from "fogbender-token";
import { fetchToken } from "fogbender-token/page";
import * as providers from "fogbender-token/providers";
import { HELP } from "../../js/core/help.js";
import { GROUPS } from "../../scripts/docs/errors.mjs";
import { HINTS } from "../../scripts/docs/hints.mjs";
import { MESSAGES } from "../../scripts/docs/messages.mjs";
import { PAGE } from "../../scripts/docs/page.mjs";
import { pages } from "../../scripts/docs.mjs";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");

for (const [page, text] of Object.entries(pages())) {
  test(`${page} is what node scripts/docs.mjs writes`, () => assert.equal(read(page), text));
}

const ALL = { ...HELP, ...PAGE };
const codes = Object.keys(ALL).sort();

test("every code of ErrorCode has help; beside them there is only Rust's clock_missing", () => {
  const [, union] = read("js/entries/errors.d.ts").match(/export type ErrorCode =([^;]+);/);
  const inTypes = Array.from(union.matchAll(/"(\w+)"/g), ([, code]) => code);
  assert.deepEqual(codes, [...inTypes, "clock_missing"].sort());
});

test("every code of src/error.rs has help", () => {
  const inRust = Array.from(read("src/error.rs").matchAll(/^ {4}\w+ "(\w+)" "/gm), ([, code]) => code);
  assert.ok(inRust.length > 35);
  assert.deepEqual(
    inRust.filter((code) => !codes.includes(code)),
    [],
  );
});

test("the codes of each group stand in the order of the alphabet, and none is in two groups", () => {
  const groups = Object.values(GROUPS).map(Object.keys);
  for (const group of groups) assert.deepEqual(group, group.toSorted());
  assert.deepEqual(groups.flat().sort(), codes);
  assert.deepEqual(Object.keys(MESSAGES).sort(), codes);
});

/** The texts of a folder's sources, with texts that were broken over lines joined. */
function sources(folder) {
  return readdirSync(new URL(folder, root), { recursive: true })
    .filter((name) => /\.(js|rs)$/.test(name) && !name.startsWith("core/help"))
    .map((name) =>
      read(`${folder}/${name}`)
        .replace(/\\\n\s*/g, "")
        .replace(/" \+\n\s*"/g, "")
        .replaceAll('\\"', '"'),
    );
}

test("what a message says on the page is in the sources", () => {
  const all = [...sources("js"), ...sources("src")].join("\n");
  for (const [code, says] of Object.entries(MESSAGES)) {
    const pieces = [says]
      .flat()
      .join("…")
      .split("…")
      .map((piece) => piece.trim())
      .filter((piece) => piece.length > 1);
    assert.ok(pieces.length > 0, code);
    for (const piece of pieces) assert.ok(all.includes(piece), `${code}: ${piece}`);
  }
});

test("cause and fix are sentences, and the page has them under the code's own heading", () => {
  const page = read("docs/errors.md");
  for (const [code, { cause, fix }] of Object.entries(ALL)) {
    assert.ok(page.includes(`\n### ${code}\n`), code);
    for (const text of [cause, fix]) assert.match(text, /^\S.{8,}[.)]$/, code);
  }
});

test("every hint of src/explain is on the page, and no other", () => {
  const inRust = sources("src/explain")
    .flatMap((text) => [...text.split("#[cfg(test)]")[0].matchAll(/"([a-z]+(?:_[a-z]+)+)"/g)])
    .map(([, code]) => code);
  const consequences = [...read("src/explain/consequences.rs").matchAll(/"([a-z]+(?:_[a-z]+)+)",/g)].map(([, code]) => code);
  const inputs = [...read("src/explain/input.rs").matchAll(/=> "(\w+)"/g)].map(([, name]) => name);
  const hints = [...new Set(inRust)].filter((code) => !consequences.includes(code) && !inputs.includes(code));
  assert.deepEqual(hints.sort(), Object.keys(HINTS));
  const page = read("docs/errors.md");
  assert.ok(consequences.length >= 8);
  for (const code of consequences) assert.ok(page.includes(`| \`${code}\` | `), code);
});

test("the providers' errors have help too", () => {
  const { cause, fix } = HELP.field_missing;
  for (const { fromClerk } of [providers, createRequire(import.meta.url)("fogbender-token/providers")]) {
    assert.deepEqual(refusal(() => fromClerk({})).help, { cause, fix, page: "docs/errors.md#field_missing" });
  }
});

test("error.help is cause and fix in Node's builds, and is not logged with the error", () => {
  for (const Build of [Signer, createRequire(import.meta.url)("fogbender-token").Signer]) {
    const error = refusal(() => new Build("short"));
    const { cause, fix } = HELP.secret_too_short;
    assert.deepEqual(error.help, { cause, fix, page: "docs/errors.md#secret_too_short" });
    assert.ok(!Object.keys(error).includes("help"));
    assert.ok(error.stack.startsWith("FogbenderTokenError: "));
  }
});

test("the page's build does without the texts", async () => {
  const error = await fetchToken("http://localhost/", { fetch: async () => Response.json({}) }).catch((thrown) => thrown);
  assert.ok(error instanceof FogbenderTokenError);
  assert.equal(error.code, "token_missing");
  assert.equal(error.help, undefined);
});

function refusal(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  return assert.fail("not refused");
}
