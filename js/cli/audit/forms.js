// The secret, and what is derived from it, in every form that it takes where it leaks.
import { createHmac } from "node:crypto";

/**
 * @import { Form } from "./types.d.ts"
 * @typedef {Omit<Form, "fix">} Found
 */

/** As many bytes as every piece has. */
export const PIECE_BYTES = 6;

/** What stands between two parts of a text that was broken in two: quotes, +, line breaks, indents, comment signs. */
const GAP = "(?:\\\\[nrt]|[^A-Za-z0-9]){0,120}";

/** How JSON, URLs, HTML and JavaScript write the characters of base64 that are no letters or digits. @type {Record<string, string>} */
const WRITTEN = {
  "+": "(?:[+-]|%2[bB]|\\\\u002[bB]|\\\\x2[bB]|&#(?:43|x2[bB]);)",
  "/": "(?:\\\\?[/_]|%2[fF]|\\\\u002[fF]|\\\\x2[fF]|&#(?:47|x2[fF]);)",
  "=": "(?:=|%3[dD]|\\\\u003[dD]|\\\\x3[dD]|&#(?:61|x3[dD]);)?",
};

const FIX = "Whoever reads it can sign for everybody. Reset the secret in Fogbender's settings, and take it out of what you ship.";
const KEY_FIX = "Whoever reads it can be any user. Reset the secret, and publish no widgetKey.";

/**
 * The forms of a secret.
 * @param {string} secret
 * @param {string} whose how the secret is called in a finding
 * @returns {Form[]}
 */
export function formsOf(secret, whose) {
  return [
    ...secretForms(secret, whose).map((form) => ({ ...form, fix: FIX })),
    ...keyForms(secret, whose).map((form) => ({ ...form, fix: KEY_FIX })),
  ];
}

/**
 * The first 19 hex digits of the HMAC of nothing: Fogbender's rule.
 * @param {string} secret
 */
const widgetKeyOf = (secret) => createHmac("sha256", secret).update("").digest("hex").slice(0, 19);

/**
 * @param {string} secret
 * @param {string} whose
 */
function keyForms(secret, whose) {
  const key = widgetKeyOf(secret);
  return [textForm(`widgetKey of the ${whose}`, key), ...base64Forms(`widgetKey of the ${whose} in base64`, Buffer.from(key))];
}

/**
 * @param {string} secret
 * @param {string} whose
 */
function secretForms(secret, whose) {
  const bytes = Buffer.from(secret);
  const forms = [
    exact(`${whose} as it stands`, bytes),
    textForm(`${whose} escaped or in parts`, secret),
    ...base64Forms(`${whose} in base64`, bytes),
    ...hexForms(`${whose} in hex`, bytes),
    ...[",", ", "].map((comma) => textForm(`${whose} as a list of bytes`, [...bytes].join(comma))),
    exact(`${whose} in UTF-16`, Buffer.from(secret, "utf16le")),
    exact(`${whose} in UTF-16`, Buffer.from(secret, "utf16le").swap16()),
  ];
  const decoded = Buffer.from(secret, "base64");
  if (decoded.toString("base64") !== secret) return forms;
  return [...forms, exact(`${whose} base64-decoded`, decoded), ...hexForms(`${whose} base64-decoded, in hex`, decoded)];
}

/**
 * @param {string} kind
 * @param {Buffer} bytes
 * @returns {Found}
 */
function exact(kind, bytes) {
  const pattern = [...bytes].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
  return { kind, pieces: [bytes.subarray(0, PIECE_BYTES)], pattern: new RegExp(pattern, "g") };
}

/**
 * A text that may be broken anywhere: as long as one piece is whole, it is found.
 * @param {string} kind
 * @param {string} text
 * @returns {Found}
 */
function textForm(kind, text) {
  const characters = [...text].map((character) => WRITTEN[character] ?? character.replace(/[^A-Za-z0-9]/, (other) => `\\x${hexOf(other)}`));
  return { kind, pieces: piecesOf(text), pattern: new RegExp(characters.join(GAP), "g") };
}

/** @param {string} character */
const hexOf = (character) => character.charCodeAt(0).toString(16).padStart(2, "0");

/**
 * Letters and digits alone are written the same everywhere.
 * @param {string} text
 */
function piecesOf(text) {
  const pieces = [];
  for (const run of text.match(/[A-Za-z0-9]+/g) ?? []) {
    for (let at = 0; at + PIECE_BYTES <= run.length; at += PIECE_BYTES) pieces.push(Buffer.from(run.slice(at, at + PIECE_BYTES)));
  }
  // Few letters and digits in a row, as in a list of bytes: then the piece as it stands.
  return pieces.length > 0 ? pieces : [Buffer.from(text.slice(0, PIECE_BYTES))];
}

/**
 * @param {string} kind
 * @param {Buffer} bytes
 */
function hexForms(kind, bytes) {
  const hex = bytes.toString("hex");
  return [textForm(kind, hex), textForm(kind, hex.toUpperCase())];
}

/**
 * Within a longer text in base64, bytes begin at one of three places of a group; characters that they share are left out.
 * @param {string} kind
 * @param {Buffer} bytes
 */
function base64Forms(kind, bytes) {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    const start = Math.ceil((before * 8) / 6);
    const end = Math.floor(((before + bytes.length) * 8) / 6);
    return textForm(kind, text.slice(start, end));
  });
}
