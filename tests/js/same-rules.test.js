// What Rust, JavaScript and the types each say must be the same: fields, limits, names and codes. These read the sources.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { Signer } from "fogbender-token";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");
const sorted = (names) => [...new Set(names)].sort();
const texts = (source) => Array.from(source.matchAll(/"([^"]+)"/g), ([, text]) => text);
const types = readdirSync(new URL("js/entries/", root))
  .filter((name) => name.endsWith(".d.ts"))
  .map((name) => read(`js/entries/${name}`))
  .join("");

/** The part of a source between two texts that stand in it. */
function between(source, from, to) {
  const at = source.indexOf(from);
  assert.ok(at >= 0, from);
  return source.slice(at + from.length, source.indexOf(to, at + from.length));
}

/** The texts of a literal union in the declarations: the members of a type, or of a property of an interface. */
const union = (from, property) =>
  texts(property === undefined ? between(types, from, ";") : between(between(types, from, "\n}"), property, ";"));

test("the identity's fields are the same in Rust, in JavaScript and in the types", () => {
  const inRust = texts(between(read("src/rules/mod.rs"), "pub(crate) const FIELDS: [&str; 6] = [", "]"));
  assert.equal(inRust.length, 6);
  assert.deepEqual(texts(between(read("js/server/identity.js"), "export const FIELDS = [", "]")), inRust);
  const members = Array.from(between(types, "export interface Identity {", "\n}").matchAll(/^ {2}(\w+)\??:/gm), ([, name]) => name);
  assert.deepEqual(members, inRust);
  assert.deepEqual(sorted(union("export type IdentityField =")), sorted(inRust));
});

test("the greatest length of an input is the same in Rust and in JavaScript", () => {
  const number = (source, pattern) => Number(source.match(pattern)[1].replaceAll("_", ""));
  const inRust = number(read("src/jws/mod.rs"), /const MAX_CHARACTERS: usize = ([\d_]+);/);
  assert.equal(inRust, 65_536);
  assert.equal(number(read("js/core/values.js"), /const MAX_LENGTH = ([\d_]+);/), inRust);
});

test("the options that Rust's messages name are those of the types, and JavaScript renames each of them", () => {
  const renamed = between(read("js/core/wasm.js"), "const OPTIONS = /\\b(", ")").split("|");
  const options = ["TimeOptions", "VerifyOptions"].flatMap((name) =>
    Array.from(between(types, `export interface ${name} {`, "\n}").matchAll(/^ {2}(\w+)\?:/gm), ([, option]) => option),
  );
  const inSnakeCase = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  // `now` is the same in both.
  assert.deepEqual(sorted(renamed), sorted(options.filter((name) => name !== "now").map(inSnakeCase)));
  const inRust = read("src/sign_options.rs") + read("src/verify_options.rs");
  for (const name of [...renamed, "now"]) assert.match(inRust, new RegExp(`pub fn ${name}\\(`));
});

test("no message speaks Rust to JavaScript", () => {
  const signer = new Signer("ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO");
  const alice = { userId: "U1", customerId: "C1", customerName: "N", userEmail: "a@b.c", userName: "A" };
  for (const run of [
    () => signer.sign(alice, { issuedAt: 0.5, expiresInSeconds: 0.5, notBeforeSeconds: 0.5 }),
    () => signer.sign(alice, { expiresInSeconds: 5, notBeforeSeconds: 5 }),
    () => signer.sign(alice, { expiresInSeconds: 2e9 }),
    () => signer.verify(signer.sign(alice), { now: -1, clockToleranceSeconds: -1 }),
  ]) {
    assert.throws(run, ({ message }) => !/[a-z]_[a-z]|to_string|usize|f64/.test(message));
  }
});

test("the numbers of the signature types are the same in Rust and in JavaScript", () => {
  const inRust = between(read("wasm/src/options.rs"), "const SIGNATURE_TYPES: [SignatureType; 3] = [", "]").match(/(?<=::)\w+/g);
  const inJs = texts(between(read("js/core/explain.js"), "const SIGNATURE_TYPES = [", "]"));
  assert.deepEqual(
    inJs,
    inRust.map((name) => name.toLowerCase()),
  );
  assert.deepEqual(union("export interface ExplainOptions extends VerifyOptions {", "signatureType?:"), inJs);
});

/** The texts that `named!` gives a type of src/login/step.rs. */
const named = (type) => texts(between(between(read("src/login/step.rs"), "named! {\n", "\n}\n"), `    ${type} {`, "}"));
/** The texts of an `as_str` in a Rust source. */
const inAsStr = (path) => Array.from(read(path).matchAll(/Self::\w+ => "(\w+)"/g), ([, text]) => text);

test("the literal unions of an explanation are Rust's: steps, outcomes, verdicts, inputs, coverage, consequences", () => {
  assert.deepEqual(sorted(union("export interface LoginStep {", "step:")), sorted(named("Stage")));
  assert.deepEqual(sorted(union("export interface LoginStep {", "outcome:")), sorted(named("Outcome")));
  assert.deepEqual(sorted(union("export interface Explanation {", "input:")), sorted(inAsStr("src/explain/input.rs")));
  const verdicts = union("export interface Explanation {", "verdict:");
  const coverage = union("export interface Explanation {", "fields:");
  assert.deepEqual(sorted([...verdicts, ...coverage]), sorted(inAsStr("src/explain/explanation.rs")));
  const inRust = between(read("src/explain/consequences.rs"), "const WIDGET_KEY", "/// What this token lets");
  const consequences = texts(inRust).filter((text) => /^[a-z]+(_[a-z]+)+$/.test(text));
  assert.equal(consequences.length, 8);
  assert.deepEqual(sorted(union("export interface Consequence {", "code:")), sorted(consequences));
});

/** Every JavaScript source of the package. */
function sources(folder = "js/") {
  return readdirSync(new URL(folder, root), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}${entry.name}`;
    if (entry.isDirectory()) return sources(`${path}/`);
    return path.endsWith(".js") && !path.startsWith("js/core/help") ? [read(path)] : [];
  });
}

const ofRust = Array.from(read("src/error.rs").matchAll(/^ {4}\w+ "(\w+)" "/gm), ([, code]) => code);
const ofErrorCode = union("export type ErrorCode =");

/** In JavaScript there always is a clock. */
const ONLY_IN_RUST = ["clock_missing"];

test("ErrorCode has every code of src/error.rs, but the one that JavaScript cannot meet", () => {
  assert.ok(ofRust.length > 35);
  assert.deepEqual(
    ofRust.filter((code) => !ofErrorCode.includes(code)),
    ONLY_IN_RUST,
  );
});

test("ErrorCode has every code that the JavaScript sources give, and none that nobody gives", () => {
  const all = sources().join("\n");
  const given = [
    ...all.matchAll(/\b(?:failure|add|refuse)\(\s*(?:\d+,\s*)?"([a-z]+(?:_[a-z]+)+)"/g),
    ...all.matchAll(/\bcode: "([a-z]+(?:_[a-z]+)*)"/g),
    ...all.matchAll(/\brefusal\(\d+, "([a-z]+(?:_[a-z]+)*)"/g),
  ].map(([, code]) => code);
  assert.ok(new Set(given).size > 25);
  assert.deepEqual(
    given.filter((code) => !ofErrorCode.includes(code)),
    [],
  );
  assert.deepEqual(
    ofErrorCode.filter((code) => !ofRust.includes(code) && !all.includes(`"${code}"`)),
    [],
  );
});

test("ErrorCode is in the order of the alphabet, and no code is there twice", () => {
  assert.deepEqual(ofErrorCode, sorted(ofErrorCode));
});
