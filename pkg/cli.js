#!/usr/bin/env node
import {
  toNodeHandler
} from "./chunk-ZMDAHM6F.js";
import "./chunk-KIYXQF5C.js";
import {
  createStandIn,
  wrongOrigin
} from "./chunk-72ELWHXR.js";
import {
  Signer,
  checkToken,
  createToken,
  decodeUserJWT,
  explainToken,
  secretFingerprint,
  signUserJWT,
  verifyUserJWT
} from "./chunk-VYPCFTDV.js";
import {
  FogbenderTokenError,
  failure,
  shownName
} from "./chunk-YABZV6SV.js";

// js/cli/cli.js
import { readFileSync } from "node:fs";

// js/cli/arguments.js
import { parseArgs } from "node:util";
var UsageError = class extends Error {
};
function readArguments(command, name2, args) {
  const config = { json: { type: "boolean" }, help: { type: "boolean", short: "h" } };
  for (const [option, { takes, multiple }] of Object.entries(command.options)) {
    config[option] = { type: takes === void 0 ? "boolean" : "string", multiple: multiple === true };
  }
  const { values, positionals } = parse(args, config, name2);
  const { json: json2 = false, help: help2 = false, ...given } = values;
  if (!help2) checkOperands(command, name2, positionals);
  const options = Object.entries(given).map(([option, value]) => [camelCase(option), (command.options[option].read ?? asItIs)(value)]);
  return { operands: positionals, options: Object.fromEntries(options), json: json2, help: help2 };
}
function parse(args, options, name2) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(wrongOption(error, args, options, name2));
  }
}
function wrongOption(error, args, options, name2) {
  const names = args.filter((arg) => /^-./.test(arg)).map((arg) => arg.split("=")[0]);
  const unknown = names.find((arg) => !Object.hasOwn(options, arg.replace(/^--?/, "")) && arg !== "-h");
  if (error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" && unknown !== void 0) return `${name2} has no option ${shownName(unknown)}`;
  const known = /--[a-z-]+/.exec(error.message)?.[0];
  return known === void 0 ? "an option is wrong" : `${known} needs a value, or takes none; a value that begins with - goes behind =`;
}
function checkOperands({ operands = "[FILE]" }, name2, given) {
  if (operands === "" && given.length > 0) throw new UsageError(`${name2} takes no argument`);
  if (operands === "[FILE]" && given.length > 1) throw new UsageError(`${name2} takes one file, or standard input`);
  if (operands === "URL" && given.length !== 1) throw new UsageError(`${name2} takes one URL`);
  if (operands === "PATH\u2026" && given.length === 0) throw new UsageError(`${name2} takes one path or more`);
}
var camelCase = (name2) => name2.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
var asItIs = (value) => value;
var readNumber = (value) => value.trim() === "" ? NaN : Number(value);

// js/cli/commands/audit.js
import { closeSync, openSync } from "node:fs";

// js/cli/audit/contents.js
import { createReadStream, readSync } from "node:fs";
import { createBrotliDecompress, createGunzip, createInflate, inflateSync } from "node:zlib";
var CHUNK_BYTES = 4 * 1024 * 1024;
var MAX_UNPACKED_BYTES = 2 ** 30;
var MAX_TEXT_BYTES = 2 ** 26;
var UNPACKING = { chunkSize: 1 << 20 };
var CLOSED = [
  ["504b0304", "a zip archive"],
  ["28b52ffd", "Zstandard"],
  ["fd377a585a", "xz"],
  ["425a68", "bzip2"],
  ["377abcaf271c", "a 7z archive"],
  ["526172211a07", "a RAR archive"],
  ["5041434b0000", "a Git pack"]
];
var PNG = "89504e470d0a1a0a";
function* chunks(file, buffer) {
  for (let at2 = 0, count2; (count2 = readSync(file, buffer, 0, buffer.length, at2)) > 0; at2 += count2) yield buffer.subarray(0, count2);
}
function magicOf(file) {
  const buffer = Buffer.alloc(8);
  return buffer.toString("hex", 0, readSync(file, buffer, 0, 8, 0));
}
function unpacked(path, magic, file) {
  if (magic.startsWith("1f8b")) return [{ name: "unpacked", chunks: () => inflated(path, createGunzip(UNPACKING)) }];
  if (/\.br$/i.test(path)) return [{ name: "unpacked", chunks: () => inflated(path, createBrotliDecompress(UNPACKING)) }];
  if (magic === PNG) return [...pngTexts(file)];
  if (/^78(01|5e|9c|da)/.test(magic) && /(^|[\\/])objects[\\/]/.test(path)) {
    return [{ name: "unpacked", chunks: () => inflated(path, createInflate(UNPACKING)) }];
  }
  return [];
}
var closedFormat = (magic) => CLOSED.find(([start]) => magic.startsWith(start))?.[1];
async function* inflated(path, unpack) {
  const packed = createReadStream(path).on("error", (error) => unpack.destroy(error));
  let total = 0;
  for await (const chunk of packed.pipe(unpack)) {
    total += chunk.length;
    if (total > MAX_UNPACKED_BYTES) throw Object.assign(new Error("too much"), { code: "unpacks to more than 1 GiB" });
    yield chunk;
  }
}
function* pngTexts(file) {
  const head = Buffer.alloc(8);
  for (let at2 = 8; readSync(file, head, 0, 8, at2) === 8; at2 += 12 + head.readUInt32BE(0)) {
    const type = head.latin1Slice(4, 8);
    if (type !== "zTXt" && type !== "iTXt") continue;
    const data = Buffer.alloc(Math.min(head.readUInt32BE(0), CHUNK_BYTES));
    readSync(file, data, 0, data.length, at2 + 8);
    const start = compressedStart(type, data);
    if (start !== void 0) {
      yield { name: "text in the image", chunks: () => [inflateSync(data.subarray(start), { maxOutputLength: MAX_TEXT_BYTES })] };
    }
  }
}
function compressedStart(type, data) {
  const flag = data.indexOf(0) + 1;
  if (type === "zTXt") return flag + 1;
  if (data[flag] !== 1) return void 0;
  return data.indexOf(0, data.indexOf(0, flag + 2) + 1) + 1;
}

// js/cli/audit/forms.js
import { createHmac } from "node:crypto";
var PIECE_BYTES = 6;
var GAP = "(?:\\\\[nrt]|[^A-Za-z0-9]){0,120}";
var WRITTEN = {
  "+": "(?:[+-]|%2[bB]|\\\\u002[bB]|\\\\x2[bB]|&#(?:43|x2[bB]);)",
  "/": "(?:\\\\?[/_]|%2[fF]|\\\\u002[fF]|\\\\x2[fF]|&#(?:47|x2[fF]);)",
  "=": "(?:=|%3[dD]|\\\\u003[dD]|\\\\x3[dD]|&#(?:61|x3[dD]);)?"
};
var FIX = "Whoever reads it can sign for everybody: reset the secret in Fogbender's settings, and take it out of what you ship.";
var KEY_FIX = "Whoever reads it can be any user, until the secret is reset: reset it, and publish no widgetKey.";
function formsOf(secret3, whose) {
  const forms = [...secretForms(secret3, whose), ...keyForms(secret3, whose)];
  return forms.map((form) => ({ ...form, fix: form.kind.startsWith("widgetKey") ? KEY_FIX : FIX }));
}
var widgetKeyOf = (secret3) => createHmac("sha256", secret3).update("").digest("hex").slice(0, 19);
function keyForms(secret3, whose) {
  const key = widgetKeyOf(secret3);
  return [textForm(`widgetKey of the ${whose}`, key), ...base64Forms(`widgetKey of the ${whose} in base64`, Buffer.from(key))];
}
function secretForms(secret3, whose) {
  const bytes = Buffer.from(secret3);
  const forms = [
    exact(`${whose} as it stands`, bytes),
    textForm(`${whose} escaped or in parts`, secret3),
    ...base64Forms(`${whose} in base64`, bytes),
    ...hexForms(`${whose} in hex`, bytes),
    ...[",", ", "].map((comma) => textForm(`${whose} as a list of bytes`, [...bytes].join(comma))),
    exact(`${whose} in UTF-16`, Buffer.from(secret3, "utf16le")),
    exact(`${whose} in UTF-16`, Buffer.from(secret3, "utf16le").swap16())
  ];
  const decoded2 = Buffer.from(secret3, "base64");
  if (decoded2.toString("base64") !== secret3) return forms;
  return [...forms, exact(`${whose} base64-decoded`, decoded2), ...hexForms(`${whose} base64-decoded, in hex`, decoded2)];
}
function exact(kind, bytes) {
  const pattern = [...bytes].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
  return { kind, pieces: [bytes.subarray(0, PIECE_BYTES)], pattern: new RegExp(pattern, "g") };
}
function textForm(kind, text) {
  const characters = [...text].map((character) => WRITTEN[character] ?? character.replace(/[^A-Za-z0-9]/, (other) => `\\x${hexOf(other)}`));
  return { kind, pieces: piecesOf(text), pattern: new RegExp(characters.join(GAP), "g") };
}
var hexOf = (character) => character.charCodeAt(0).toString(16).padStart(2, "0");
function piecesOf(text) {
  const pieces2 = [];
  for (const run of text.match(/[A-Za-z0-9]+/g) ?? []) {
    for (let at2 = 0; at2 + PIECE_BYTES <= run.length; at2 += PIECE_BYTES) pieces2.push(Buffer.from(run.slice(at2, at2 + PIECE_BYTES)));
  }
  return pieces2.length > 0 ? pieces2 : [Buffer.from(text.slice(0, PIECE_BYTES))];
}
function hexForms(kind, bytes) {
  const hex = bytes.toString("hex");
  return [textForm(kind, hex), textForm(kind, hex.toUpperCase())];
}
function base64Forms(kind, bytes) {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64").replace(/=+$/, "");
    const start = Math.ceil(before * 8 / 6);
    const end = Math.floor((before + bytes.length) * 8 / 6);
    return textForm(kind, text.slice(start, end));
  });
}

// js/cli/identity.js
var CONSEQUENCES = {
  userId: "whoever is signed in can name another user.",
  customerId: "a user can write another company's id into the token and read that company's rooms.",
  customerName: "a user can show the support staff another company's name.",
  userEmail: "Fogbender finds the account by the email: a user can write a colleague's email into the token and is that colleague.",
  userName: "a user can write to the support staff under another name."
};
var FIELDS = [...Object.keys(CONSEQUENCES), "userAvatarUrl"];
function unsignedFields(claims, token2 = {}) {
  const isSigned = (field) => !("sub" in claims) && claims[field] !== void 0 && claims[field] !== null;
  const missing = Object.keys(CONSEQUENCES).filter((field) => !isSigned(field));
  const found = missing.map((field) => ({ field, consequence: CONSEQUENCES[field] }));
  if (typeof token2.userAvatarUrl === "string" && token2.userAvatarUrl !== "" && !isSigned("userAvatarUrl")) {
    found.push({ field: "userAvatarUrl", consequence: "a user can show the support staff any picture." });
  }
  return found;
}

// js/cli/audit/patterns.js
var PUBLIC_NAME = new RegExp(
  "\\b(?:(?:NEXT_PUBLIC|NUXT_PUBLIC|EXPO_PUBLIC|PLASMO_PUBLIC|VITE|REACT_APP|VUE_APP|NG_APP|GATSBY|STORYBOOK|RAZZLE)_|PUBLIC_(?=[A-Z0-9_]*FOGBENDER))(?:[A-Z0-9_]*_)?SECRET[A-Z0-9_]*",
  "g"
);
var HARD_CODED_SECRET = /FOGBENDER_[A-Z_]*SECRET[A-Z_]*\\?["'`]?\s*(?:[:=]|\?\?|\|\|)\s*\\?["'`]?[A-Za-z0-9+/]{32}(?![A-Za-z0-9+/])/g;
var HARD_CODED_KEY = /widgetKey\\?["'`]?\s*[:=]\s*\\?["'`][0-9a-f]{19}\\?["'`]/g;
var JWT = /eyJ[A-Za-z0-9_-]+\.eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+/g;
var SIGNING_WASM = /__wbg_key_free/g;
var pieces = (...texts) => texts.map((text) => Buffer.from(text));
var PATTERNS = [
  {
    kind: "a public name for a secret",
    fix: "Builds put the value of such a variable into the page: name it FOGBENDER_SECRET, and read it on the server alone.",
    pieces: pieces("SECRET"),
    pattern: PUBLIC_NAME
  },
  {
    kind: "a hard-coded secret",
    fix: "Reset the secret in Fogbender's settings, and read it from the server's environment.",
    pieces: pieces("FOGBENDER_"),
    pattern: HARD_CODED_SECRET
  },
  {
    kind: "a hard-coded widgetKey",
    fix: "Whoever reads it can be any user: leave it out where users sign in.",
    pieces: pieces("widgetKey"),
    pattern: HARD_CODED_KEY
  },
  {
    fix: "The browser gets the code that signs: import fogbender-token in server code alone, or build with the condition browser.",
    pieces: pieces("__wbg_key_free"),
    pattern: SIGNING_WASM,
    kindOf: serverBuildKind,
    once: true
  },
  {
    fix: "Whoever reads it is this user at Fogbender: fetch it when the page is shown, for the user of the session.",
    // How the headers {"alg":…, {"typ":… and {"kid":… begin in base64url.
    pieces: pieces("eyJhbGciO", "eyJ0eXAiO", "eyJraWQiO"),
    pattern: JWT,
    isLong: true,
    kindOf: userJWTKind
  }
];
function userJWTKind(jwt) {
  let claims;
  try {
    claims = decodeUserJWT(jwt).claims;
  } catch (error) {
    if (error instanceof FogbenderTokenError) return void 0;
    throw error;
  }
  if (typeof claims.userId !== "string") return void 0;
  const unsigned2 = unsignedFields(claims).map(({ field }) => field);
  return unsigned2.length === 0 ? "a userJWT" : `a userJWT that leaves ${unsigned2.join(", ")} unsigned`;
}
function serverBuildKind(_, bytes) {
  return bytes.includes("fogbender_token_bg") ? "this package's server build" : void 0;
}

// js/cli/audit/search.js
var BLOCK = 2;
var FURTHEST = PIECE_BYTES - BLOCK + 1;
var NEAR = 2048;
var CONTEXT = 131072;
function searcher(forms) {
  const steps = new Uint8Array(65536).fill(FURTHEST);
  const ends = /* @__PURE__ */ new Map();
  for (const form of forms) {
    for (const whole of form.pieces) {
      const piece = whole.subarray(0, PIECE_BYTES);
      for (let end = BLOCK; end <= PIECE_BYTES; end += 1) {
        const block = piece[end - 2] << 8 | piece[end - 1];
        steps[block] = Math.min(steps[block], PIECE_BYTES - end);
        if (end === PIECE_BYTES) ends.set(block, [...ends.get(block) ?? [], { piece, form }]);
      }
    }
  }
  return function search(bytes, from, to) {
    const found = [];
    const last = Math.min(to + PIECE_BYTES - 1, bytes.length);
    let end = from + PIECE_BYTES;
    while (end <= last) {
      const block = bytes[end - 2] << 8 | bytes[end - 1];
      const step = steps[block];
      if (step > 0) {
        end += step;
        continue;
      }
      const at2 = end - PIECE_BYTES;
      for (const { piece, form } of ends.get(block)) if (isAt(bytes, at2, piece)) found.push(...matches(bytes, at2, form));
      end += 1;
    }
    return found;
  };
}
function isAt(bytes, at2, piece) {
  for (let index = 0; index < PIECE_BYTES; index += 1) if (bytes[at2 + index] !== piece[index]) return false;
  return true;
}
function matches(bytes, at2, { pattern, kind, fix, kindOf, isLong, once: once2 }) {
  for (const reach of isLong ? [NEAR, CONTEXT] : [NEAR]) {
    const start = Math.max(0, at2 - NEAR);
    const text = bytes.latin1Slice(start, Math.min(bytes.length, at2 + reach));
    const match = matchAt(text, at2 - start, pattern);
    if (match === void 0 || isLong && reach < CONTEXT && match.index + match[0].length === text.length) continue;
    const name2 = kindOf ? kindOf(match[0], bytes) : kind;
    return name2 === void 0 ? [] : [{ start: start + match.index, kind: name2, fix, once: once2 }];
  }
  return [];
}
function matchAt(text, at2, pattern) {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null && match.index <= at2; match = pattern.exec(text)) {
    if (match.index + match[0].length > at2) return match;
  }
  return void 0;
}

// js/cli/audit/scan.js
var LINE_FEED = 10;
async function scan(chunks2, search) {
  const places = /* @__PURE__ */ new Map();
  const kinds = /* @__PURE__ */ new Set();
  for await (const { start, once: once2, ...found } of hits(chunks2(), search)) {
    if (places.has(start) || once2 && kinds.has(found.kind)) continue;
    places.set(start, found);
    kinds.add(found.kind);
  }
  if (places.size === 0) return [];
  const starts = [...places.keys()].sort((one2, other) => one2 - other);
  const positions = await linesOf(chunks2(), starts);
  return starts.map((start, index) => ({ ...positions[index], ...places.get(start) }));
}
async function* hits(chunks2, search) {
  let bytes = Buffer.alloc(0);
  let offset = 0;
  let done = 0;
  for await (const chunk of chunks2) {
    bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk]);
    const to = bytes.length - CONTEXT;
    if (to > done) {
      yield* moved(search(bytes, done, to), offset);
      done = to;
    }
    const gone = Math.max(0, done - CONTEXT);
    bytes = Buffer.from(bytes.subarray(gone));
    offset += gone;
    done -= gone;
  }
  yield* moved(search(bytes, done, bytes.length), offset);
}
var moved = (found, offset) => found.map((one2) => ({ ...one2, start: one2.start + offset }));
async function linesOf(chunks2, starts) {
  const positions = [];
  let offset = 0;
  let line3 = 1;
  let lineStart = 0;
  for await (const chunk of chunks2) {
    const end = offset + chunk.length;
    for (let next = chunk.indexOf(LINE_FEED); ; next = chunk.indexOf(LINE_FEED, next + 1)) {
      const lineEnd = next === -1 ? end : offset + next + 1;
      while (positions.length < starts.length && starts[positions.length] < lineEnd) {
        positions.push({ line: line3, column: starts[positions.length] - lineStart + 1 });
      }
      if (next === -1) break;
      line3 += 1;
      lineStart = lineEnd;
    }
    if (positions.length === starts.length) break;
    offset = end;
  }
  return positions;
}

// js/cli/audit/walk.js
import { lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
function* walk(paths) {
  const seen = /* @__PURE__ */ new Set();
  for (const path of paths) yield* entry(path, seen, []);
}
function* entry(path, seen, around) {
  let stats;
  let real;
  try {
    stats = statSync(path, { bigint: true });
    real = realpathSync(path);
  } catch (error) {
    yield unreadable(path, error);
    return;
  }
  if (stats.isDirectory()) {
    const holdsIt = around.some((folder2) => folder2 === real || folder2.startsWith(real.endsWith(sep) ? real : real + sep));
    if (holdsIt) yield { path, note: "a link in a circle: not followed again" };
    else yield* folder(path, real, seen, around);
    return;
  }
  if (!stats.isFile()) yield { path, note: "no file but a socket, a pipe or a device: not opened" };
  else if (isNew(seen, `${stats.dev}:${stats.ino}`)) yield { path, size: Number(stats.size) };
}
function* folder(path, real, seen, around) {
  if (!isNew(seen, real)) return;
  let names;
  try {
    names = readdirSync(path).sort();
  } catch (error) {
    yield unreadable(path, error);
    return;
  }
  for (const name2 of names) yield* entry(join(path, name2), seen, [...around, real]);
}
function isNew(seen, key) {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}
function unreadable(path, { code }) {
  if (code === "ELOOP") return { path, note: "links in a circle: they lead to no file" };
  if (code === "ENOENT" && isLink(path)) return { path, note: "a link to nothing" };
  return { path, note: `cannot be read (${code})`, unread: true };
}
function isLink(path) {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

// js/cli/environment.js
var secret = () => process.env.FOGBENDER_SECRET;
var previousSecret = () => process.env.FOGBENDER_SECRET_PREVIOUS || void 0;
var secrets = () => secret() === void 0 || previousSecret() === void 0 ? secret() : [secret(), previousSecret()];

// js/cli/terminal.js
var UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu;
var shown = (text) => String(text).replace(UNPRINTABLE, (character) => `\\u{${character.codePointAt(0).toString(16)}}`);
var json = (value, indent) => JSON.stringify(value, null, indent).replace(UNPRINTABLE, (character) => character === "\n" ? character : jsonEscape(character));
var jsonEscape = (character) => character.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
var problemLine = ({ code, field, message }) => shown(`${code}${field ? ` ${field}` : ""}: ${message}`);
var lineWidth = () => Math.max(60, Math.min(process.stdout.columns || 100, 120));
function wrap(text, width) {
  const lines = [""];
  for (const word of shown(text).split(" ")) {
    for (const piece of word.match(new RegExp(`.{1,${width}}`, "gu")) ?? [""]) {
      const line3 = lines.at(-1);
      if (line3 === "") lines[lines.length - 1] = piece;
      else if (line3.length + 1 + piece.length <= width) lines[lines.length - 1] = `${line3} ${piece}`;
      else lines.push(piece);
    }
  }
  return lines;
}
var paragraph = (text, indent) => wrap(text, lineWidth() - indent).map((line3) => " ".repeat(indent) + line3);
var columns = (rows, options) => table(rows, options).flat();
function table(rows, { indent = 0, widest = 30 } = {}) {
  const count2 = Math.max(1, ...rows.map((row2) => row2.length));
  const widths = [];
  for (let column = 0; column < count2 - 1; column += 1) {
    widths.push(Math.min(widest, Math.max(1, ...rows.map((row2) => shown(row2[column] ?? "").length))));
  }
  const used = indent + widths.reduce((sum, width) => sum + width + 2, 0);
  widths.push(Math.max(20, lineWidth() - used));
  return rows.map((row2) => {
    const cells = row2.map((cell, column) => wrap(cell, widths[column]));
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from(
      { length: height },
      (_, line3) => (" ".repeat(indent) + cells.map((lines, column) => (lines[line3] ?? "").padEnd(widths[column])).join("  ")).trimEnd()
    );
  });
}

// js/cli/commands/audit.js
var audit = {
  summary: "searches files and folders that you ship for the secret, in any encoding, and what else gives users away",
  operands: "PATH\u2026",
  options: {},
  async run({ operands }) {
    const forms = [...secretForms2(secret(), "secret"), ...secretForms2(previousSecret(), "previous secret"), ...PATTERNS];
    const report = await audited(operands, searcher(forms));
    const value = { ...report, secretSearched: secret() !== void 0 };
    const status = report.findings.length > 0 ? 1 : report.unread > 0 ? 3 : 0;
    return { value, lines: linesOf2(value), status };
  }
};
function secretForms2(text, whose) {
  if (text === void 0) return [];
  new Signer(text).free();
  return formsOf(text, whose);
}
async function audited(paths, search) {
  const report = { findings: [], notes: [], files: 0, bytes: 0, unread: 0 };
  const buffer = Buffer.alloc(CHUNK_BYTES);
  for (const { path, size, note: note2, unread } of walk(paths)) {
    if (note2 !== void 0) addNote(report, path, note2, unread);
    else await auditFile(report, path, size, search, buffer);
  }
  return report;
}
async function auditFile(report, path, size, search, buffer) {
  let file;
  try {
    file = openSync(path, "r");
    report.findings.push(...(await scan(() => chunks(file, buffer), search)).map((found) => ({ file: path, ...found })));
    report.files += 1;
    report.bytes += size;
    const magic = magicOf(file);
    for (const part2 of unpacked(path, magic, file)) {
      report.findings.push(...(await scan(part2.chunks, search)).map((found) => ({ file: path, within: part2.name, ...found })));
    }
    const closed = closedFormat(magic);
    if (closed !== void 0) addNote(report, path, `${closed}: what is packed in it is not read; unpack it and search that`, true);
  } catch (error) {
    if (error.code === void 0) throw error;
    addNote(report, path, `cannot be read to its end (${error.code})`, true);
  } finally {
    if (file !== void 0) closeSync(file);
  }
}
function addNote(report, file, note2, unread) {
  report.notes.push({ file, note: note2 });
  if (unread) report.unread += 1;
}
function linesOf2({ findings, notes, files, bytes, unread, secretSearched }) {
  const lines = findings.length === 0 ? [] : [...findings.map(line), "", ...fixes(findings)];
  if (notes.length > 0) lines.push("Notes", ...notes.map(({ file, note: note2 }) => shown(`  ${file}: ${note2}`)), "");
  if (!secretSearched) lines.push("FOGBENDER_SECRET is not set, so the secret itself was not searched for.");
  if (unread > 0) lines.push(`Not read: ${unread}, named above.`);
  const found = findings.length === 0 ? "nothing" : count(findings.length, "place");
  lines.push(`Searched ${count(files, "file")} with ${count(bytes, "byte")}: ${found} found.`);
  return lines;
}
var line = ({ file, line: line3, column, within, kind }) => shown(`${file}:${line3}:${column}: ${kind}${within === void 0 ? "" : ` (${within})`}`);
var fixes = (findings) => {
  const rows = [...new Set(findings.map(({ fix }) => fix))].map((fix) => ["-", fix]);
  return ["What to do", ...columns(rows, { indent: 2 }), ""];
};
var count = (number, what) => `${number.toLocaleString("en-US")} ${what}${number === 1 ? "" : "s"}`;

// js/cli/input.js
import { createReadStream as createReadStream2 } from "node:fs";

// js/cli/json-text.js
var MAX_DEPTH = 32;
var SPACE = /[ \t\n\r]*/y;
var STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
var OTHER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y;
function readObject(text) {
  if (text === "") throw failure("not_an_object", void 0, "The input is empty: give a JSON object on standard input or in a file.");
  new Walk(text).whole();
  const value = JSON.parse(text);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw failure("not_an_object", void 0, 'The input is JSON, but no object. Give an object such as {"userId": "U1", \u2026}.');
}
var Walk = class {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }
  whole() {
    this.value(0);
    if (this.at < this.text.length) this.wrong("the end of the text");
  }
  value(depth) {
    if (depth > MAX_DEPTH) {
      throw failure("not_an_object", void 0, `The input is nested deeper than ${MAX_DEPTH} levels at ${this.place()}.`);
    }
    this.take(SPACE);
    const open = this.text[this.at];
    if (open === "{") this.members(depth, "}", /* @__PURE__ */ new Set());
    else if (open === "[") this.members(depth, "]", void 0);
    else if (!this.take(STRING) && !this.take(OTHER)) {
      this.wrong(open === '"' ? "a text on one line, with its closing quote and JSON's escapes," : "a value");
    }
    this.take(SPACE);
  }
  members(depth, close, names) {
    this.at += 1;
    this.take(SPACE);
    if (this.skip(close)) return;
    do {
      if (names !== void 0) this.name(names);
      this.value(depth + 1);
    } while (this.skip(","));
    if (!this.skip(close)) this.wrong(`"," or "${close}"`);
  }
  name(names) {
    this.take(SPACE);
    const place2 = this.place();
    const start = this.at;
    if (!this.take(STRING)) this.wrong("a name in double quotes");
    const name2 = JSON.parse(this.text.slice(start, this.at));
    if (names.has(name2)) {
      throw failure("name_repeated", shownName(name2), `${shownName(name2)} stands twice in one object, at ${place2}: leave one.`);
    }
    names.add(name2);
    this.take(SPACE);
    if (!this.skip(":")) this.wrong('":"');
  }
  take(pattern) {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }
  skip(character) {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }
  place() {
    const before = this.text.slice(0, this.at).split("\n");
    return `line ${before.length}, column ${before.at(-1).length + 1}`;
  }
  wrong(expected) {
    const end = this.at >= this.text.length ? " The text ends there: was it cut off?" : " Correct it there.";
    throw failure("not_an_object", void 0, `The input is not JSON: ${expected} must stand at ${this.place()}.${end}`);
  }
};

// js/cli/input.js
var MAX_CHARACTERS = 65536;
var MAX_BYTES = 3 * MAX_CHARACTERS;
async function readInput([file = "-"]) {
  const text = textOf(await bytesOf(file)).trim();
  if (text.length > MAX_CHARACTERS) throw tooLong();
  return text;
}
async function bytesOf(file) {
  if (file === "-" && process.stdin.isTTY) {
    console.error("Paste the input, then press Ctrl+D on a line of its own (Windows: Ctrl+Z, Enter).");
  }
  const chunks2 = [];
  let length = 0;
  try {
    for await (const chunk of file === "-" ? process.stdin : createReadStream2(file)) {
      length += chunk.length;
      if (length > MAX_BYTES) break;
      chunks2.push(chunk);
    }
  } catch (error) {
    throw new UsageError(file === "-" ? `standard input cannot be read (${error.code})` : wrongFile(file, error));
  }
  if (length > MAX_BYTES) throw tooLong();
  return Buffer.concat(chunks2);
}
var tooLong = () => failure("too_large", "input", "The input is longer than 65,536 characters, and no token is: give the token or the identity alone.");
function wrongFile(file, { code }) {
  const name2 = file.length > 24 ? "the file" : shownName(file);
  return `${name2} cannot be read (${code}): a token or an identity goes into standard input or a file, not into an argument`;
}
function textOf(bytes) {
  const encoding = bytes[0] === 255 && bytes[1] === 254 ? "utf-16le" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw failure("not_an_object", "input", "The input is not text in UTF-8: save it as UTF-8 and try again.", cause);
  }
}
var userJWTIn = (text) => text.startsWith("{") ? readObject(text).userJWT : text;

// js/cli/report.js
var members = (object, indent) => {
  const rows = Object.entries(object).map(([name2, value]) => [name2, typeof value === "string" ? value : json(value)]);
  return columns(rows, { indent });
};
var INPUTS = {
  token: "a token",
  answer: "an endpoint's answer; the token in it",
  init_token: "the message to the widget's frame; the token in it",
  user_jwt: "a userJWT alone"
};
function explanation({ verdict, input, steps, reasons, fields, consequences, hints }) {
  return [
    ...columns([
      ["Verdict", verdict],
      ["Read as", INPUTS[input]]
    ]),
    ...part("Reasons", reasons.flatMap(problem)),
    ...part(
      "Steps",
      columns(
        steps.map(({ step, outcome, message }) => [step, outcome, message].map(spoken)),
        { indent: 2 }
      )
    ),
    ...part("Fields", members(fields, 2)),
    ...part("Consequences", consequences.flatMap(problem)),
    ...part("Hints", hints.flatMap(problem))
  ];
}
var spoken = (name2) => /^[a-z]+(_[a-z]+)+$/.test(name2) ? name2.replaceAll("_", " ") : name2;
var part = (title, lines) => lines.length === 0 ? [] : ["", title, ...lines];
var problem = ({ code, field, message }) => [...paragraph(field === void 0 ? code : `${code} ${field}`, 2), ...paragraph(message, 6)];

// js/cli/commands/decode.js
var decode = {
  summary: "a userJWT in, its header and claims out, NOT verified",
  options: {},
  async run({ operands }) {
    const decoded2 = decodeUserJWT(userJWTIn(await readInput(operands)));
    const lines = [
      "NOT verified: whoever made this userJWT could write anything.",
      "Header",
      ...members(decoded2.header, 2),
      "Claims",
      ...members(decoded2.claims, 2)
    ];
    return { value: decoded2, lines };
  }
};

// js/cli/doctor/ask.js
import * as http from "node:http";
import * as https from "node:https";
import { brotliDecompressSync, gunzipSync, inflateSync as inflateSync2 } from "node:zlib";
var MAX_BYTES2 = 2 ** 20;
var MAX_REQUESTS = 40;
var FAILURES = {
  ECONNREFUSED: "nothing listens there: is the server running, and is the port right?",
  ECONNRESET: "the server closed the connection before it answered.",
  ENOTFOUND: "there is no host of that name.",
  EAI_AGAIN: "the host's name could not be looked up: is there a network?",
  EHOSTUNREACH: "there is no way to that host.",
  ENETUNREACH: "there is no way to that network.",
  ETIMEDOUT: "the host did not answer in time.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its TLS certificate is self-signed: for a test server, set NODE_EXTRA_CA_CERTS to its certificate.",
  SELF_SIGNED_CERT_IN_CHAIN: "its TLS certificate comes from an authority that Node does not know: set NODE_EXTRA_CA_CERTS to that authority's.",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its TLS certificate cannot be verified: the server does not send the certificates between its own and the authority's.",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its TLS certificate cannot be verified: the server does not send the certificates between its own and the authority's.",
  CERT_HAS_EXPIRED: "its TLS certificate has expired.",
  CERT_NOT_YET_VALID: "its TLS certificate is not valid yet.",
  ERR_TLS_CERT_ALTNAME_INVALID: "its TLS certificate is for another host.",
  EPROTO: "the TLS handshake failed: does this port speak plain http?",
  ERR_SSL_WRONG_VERSION_NUMBER: "the TLS handshake failed: this port speaks plain http.",
  ERR_SSL_PACKET_LENGTH_TOO_LONG: "the TLS handshake failed: this port speaks plain http.",
  HPE_HEADER_OVERFLOW: "the answer's headers are longer than 16 KB.",
  HPE_INVALID_CONSTANT: "what came back is not HTTP: does this port speak https, or another protocol?"
};
function asker(url, always, timeoutSeconds) {
  const answers = [];
  async function ask(sent, { method = "GET", path = url.pathname + url.search, headers = {}, body } = {}) {
    if (answers.length === MAX_REQUESTS) throw new Error(`more than ${MAX_REQUESTS} requests`);
    const isEmptyPost = method === "POST" && body === void 0;
    if (isEmptyPost) body = "{}";
    const type = isEmptyPost ? { "content-type": "application/json" } : {};
    const options = {
      method,
      path,
      headers: { accept: "application/json", "user-agent": "fogbender-token doctor", ...type, ...always, ...headers },
      agent: false
    };
    if (body !== void 0) options.headers["content-length"] = String(Buffer.byteLength(body));
    const place2 = answers.push(void 0) - 1;
    const answer = { sent, ...await send(url, options, body, timeoutSeconds) };
    answers[place2] = answer;
    return answer;
  }
  return { ask, answers };
}
var nothing = (failure2) => ({ status: 0, headers: {}, text: "", failure: failure2 });
function send(url, options, body, timeoutSeconds) {
  return new Promise((resolve) => {
    const request = (url.protocol === "https:" ? https : http).request(url, options);
    let began = nothing("");
    const late = () => end({ ...began, failure: `no whole answer came in ${timeoutSeconds} seconds.` });
    const timer = setTimeout(late, timeoutSeconds * 1e3);
    function end(answer) {
      clearTimeout(timer);
      resolve(answer);
      request.destroy();
    }
    request.on("error", (error) => end({ ...began, failure: FAILURES[error.code] ?? `the request failed (${error.code ?? "unknown"}).` }));
    request.on("response", (response) => {
      began = { status: response.statusCode, headers: response.headers, text: "" };
      const chunks2 = [];
      let length = 0;
      response.on("data", (chunk) => {
        chunks2.push(chunk);
        length += chunk.length;
        if (length > MAX_BYTES2) {
          end({ ...began, text: read(chunks2, {}).text, failure: "the body is longer than 1 MiB, and was not read to its end." });
        }
      });
      response.on("end", () => end({ ...began, ...read(chunks2, response.headers) }));
      response.on("error", () => end({ ...began, failure: "the connection broke within the body." }));
    });
    request.end(body);
  });
}
var UNPACK = { gzip: gunzipSync, "x-gzip": gunzipSync, br: brotliDecompressSync, deflate: inflateSync2 };
function read(chunks2, headers) {
  const bytes = Buffer.concat(chunks2);
  const unpack = UNPACK[headers["content-encoding"]];
  try {
    return { text: (bytes.length > 0 && unpack ? unpack(bytes, { maxOutputLength: MAX_BYTES2 }) : bytes).toString("utf8") };
  } catch {
    return { text: bytes.toString("latin1"), failure: "the body is not what its Content-Encoding says, or unpacks to more than 1 MiB." };
  }
}

// js/cli/doctor/answer.js
var SIGNATURES = ["userJWT", "userHMAC", "userPaseto", "userToken"];
var JWT2 = /eyJ[A-Za-z0-9_-]+\.eyJ[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*/;
function jsonOf({ text }) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function signedPart(answer) {
  const parts = objects(jsonOf(answer), 4).map(withUserJWT).filter((part2) => SIGNATURES.some((name2) => typeof part2[name2] === "string"));
  return parts.find((part2) => "userId" in part2) ?? parts[0];
}
function withUserJWT(part2) {
  if (typeof part2.userJWT === "string") return part2;
  const userJWT = Object.values(part2).find(
    (value) => typeof value === "string" && JWT2.test(value) && typeof decoded(value).claims?.userId === "string"
  );
  return userJWT === void 0 ? part2 : { ...part2, userJWT };
}
function objects(value, depth) {
  if (typeof value !== "object" || value === null || depth === 0) return [];
  return [value, ...Object.values(value).flatMap((member) => objects(member, depth - 1))];
}
var hasSignature = (answer) => JWT2.test(answer.text) || signedPart(answer) !== void 0;
function decoded(userJWT) {
  try {
    return decodeUserJWT(userJWT);
  } catch (error) {
    if (error instanceof FogbenderTokenError) return { error };
    throw error;
  }
}
function identityOf(answer) {
  const part2 = signedPart(answer);
  if (part2 === void 0) return void 0;
  const { claims = {} } = typeof part2.userJWT === "string" ? decoded(part2.userJWT) : {};
  const identity = {};
  for (const field of FIELDS) identity[field] = { signed: claims[field], beside: part2[field] };
  return { ...identity, userHMAC: part2.userHMAC };
}
var differences = (one2, other) => Object.keys(one2).filter((field) => JSON.stringify(one2[field]) !== JSON.stringify(other[field]));
var headersWithToken = ({ headers }) => Object.entries(headers).filter(([name2, value]) => {
  const [jwt] = JWT2.exec(String(value)) ?? [];
  return jwt !== void 0 && (name2 === "location" || typeof decoded(jwt).claims?.userId === "string");
}).map(([name2]) => name2);
var TRACES = [
  /\bat [^\n]{0,200}\([^\n()]{1,300}:\d+:\d+\)/,
  /node_modules[\\/]/,
  /\bat [\w.$]+\([\w$]+\.(?:java|kt|scala):\d+\)/,
  /Traceback \(most recent call last\)/,
  /File "[^"\n]{1,300}", line \d+/,
  /\.rb:\d+:in [`']/,
  /goroutine \d+ \[/,
  /\.(?:php|phtml)(?: on line |\()\d+/,
  /thread '[^'\n]{1,100}' [^\n]{0,40}panicked at/,
  / in [A-Za-z]:\\[^\n]{1,300}:line \d+/
];
var hasStackTrace = (text) => TRACES.some((trace) => trace.test(text));

// js/cli/doctor/sessions.js
import { validateHeaderName, validateHeaderValue } from "node:http";
function sessionsOf(cookies, headers) {
  const values = /* @__PURE__ */ new Map();
  const cookieHeaders = cookies.map((cookie) => valid("cookie", cookie.replace(/^cookie:\s*/i, "")));
  if (cookies.length > 0) values.set("cookie", cookieHeaders);
  for (const header of headers) {
    const [, name2, value] = /^\s*([^:\s]+)\s*:\s*(.*)$/s.exec(header) ?? refuse('--header takes "Name: value"');
    const key = name2.toLowerCase();
    values.set(key, [...values.get(key) ?? [], valid(key, value.trim())]);
  }
  const always = {};
  for (const [name2, list] of values) {
    if (list.length > 2) refuse("a cookie or a header is given twice at most: once for each of two users");
    if (cookies.length === 0 || list.length > 1 || name2 === "cookie" || name2 === "authorization") continue;
    always[name2] = list[0];
    values.delete(name2);
  }
  const count2 = Math.max(0, ...[...values.values()].map((list) => list.length));
  const ofUser = (user) => Object.fromEntries([...values].map(([name2, list]) => [name2, list[user] ?? list[0]]));
  return { sessions: Array.from({ length: count2 }, (_, user) => ofUser(user)), always };
}
function valid(name2, value) {
  try {
    validateHeaderName(name2);
    validateHeaderValue(name2, value);
  } catch {
    refuse("a cookie or a header has a character that no header can carry: copy it anew, on one line");
  }
  return value;
}
function refuse(message) {
  throw new UsageError(message);
}
var credentialsOf = (sessions) => sessions.flatMap(
  (session) => Object.entries(session).flatMap(
    ([name2, value]) => name2 === "cookie" ? cookiesOf(value).map(([, each]) => each) : [value.split(/\s+/).at(-1)]
  )
);
var cookiesOf = (header) => header.split(";").map((cookie) => {
  const at2 = cookie.indexOf("=");
  return at2 === -1 ? [cookie.trim(), ""] : [cookie.slice(0, at2).trim(), cookie.slice(at2 + 1).trim()];
});
function forged(session, identity, other) {
  const forge = (value) => {
    const field = Object.keys(other).find(
      (name2) => value !== "" && decodeURIComponentSafely(value) === (identity?.[name2]?.signed ?? identity?.[name2]?.beside)
    );
    return field === void 0 ? "fogbender-token-doctor" : encodeURIComponent(other[field]);
  };
  return Object.fromEntries(
    Object.entries(session).map(([name2, value]) => [
      name2,
      name2 === "cookie" ? cookiesOf(value).map(([cookie, each]) => `${cookie}=${forge(each)}`).join("; ") : value.replace(/\S+$/, (credential) => forge(credential))
    ])
  );
}
function decodeURIComponentSafely(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// js/cli/doctor/fixes.js
var FIX2 = {
  unanswered: "Nothing else was asked: mend this first.",
  giveSession: 'Give a session: --cookie "\u2026" or --header "Name: value".',
  giveSecondSession: "Give the session of a second user: --cookie twice.",
  plainHttp: "Answer over https alone: on the way, anyone can read and use a session and a token.",
  signsForAnyone: "It signs for anyone. Answer 401 unless the session says who is signed in.",
  redirectsNobody: "The page's fetch follows a redirect and gets the login page for a token: answer 401.",
  pageForNobody: "A page came back, not an answer: is this the endpoint's path? Without a session it must answer 401.",
  notFoundForNobody: "Is the path right? Without a session it must answer 401.",
  not401: "No signature came, but the page cannot tell that nobody is signed in: answer 401.",
  incomplete: "No whole answer came: mend this first.",
  redirects: "It redirects, and a redirect is not followed. Give the address that answers; if it leads to a login, the session is not valid.",
  sessionRefused: "The session was refused: copy the cookie or header anew from a browser that is signed in.",
  notFound: "Nothing answers GET or POST there: is the path right?",
  page: "A page came back, not JSON: the path is probably the app's, not the endpoint's.",
  noUserJWT: 'No userJWT is in the answer. It must be JSON such as {"signatures":{"userJWT":\u2026},"token":{\u2026}}.',
  contentType: "Answer with Content-Type: application/json, so that no browser reads it as a page or a script.",
  opaque: "What this signature says cannot be read here. A userJWT can.",
  setSecretToVerify: "Set FOGBENDER_SECRET to verify the userJWT.",
  previousSecret: "Fogbender knows one secret, the current one: give the endpoint the new secret.",
  differs: "Fogbender refuses a token that differs from its userJWT: sign and send the same value.",
  sub: "Leave sub out: with it, Fogbender compares nothing else, and every field can be edited.",
  visitor: "Leave visitor out: it is for the tokens that Fogbender gives to visitors.",
  iatInFuture: "iat is in the future: set the server's clock, and give times in seconds.",
  noExpiry: "Whoever gets hold of it can use it for ever: set expiresInSeconds: 3600.",
  expired: "It had expired when it came: sign it anew for each request, and look at the server's clock.",
  lateExpiry: "A day is enough, as the page can ask again: set expiresInSeconds: 3600.",
  sameUser: "Either both sessions are one user's, or the endpoint gives one user's token to all: sign for the user of each request's session.",
  noSession: "A signature came without a valid session. Take the user from the session alone, and answer 401 without one.",
  chosen: "The request chose what is signed. Take every field from the session alone.",
  brokenRequest: "The request was not answered whole: answer 400 or 401, at once.",
  serverBroke: "No signature came, but the server broke: answer 400 or 401.",
  origins: "Set Access-Control-Allow-Origin for your own pages' origins alone, compared whole; never echo what Origin says.",
  jsonp: "Answer no JSONP: any page can run a script and read what it gets.",
  noStore: "Answer with Cache-Control: no-store.",
  cached: "A cache gave one user's answer to another. Turn it off for this address, and answer with Cache-Control: no-store.",
  secretLeaks: "Whoever reads it can sign for everybody: reset the secret in Fogbender's settings, and take it out of the answer.",
  namedSecret: "Take it out of the answer, and reset what it shows.",
  setSecretToSearch: "Set FOGBENDER_SECRET to search for the secret in every encoding.",
  widgetKey: "Whoever reads it can be any user: take it out, and reset the secret.",
  stackTrace: "Answer errors with a code, and keep the trace in your log.",
  tokenInHeader: "Headers and redirects end up in logs and other sites' hands: send the token in the body alone."
};

// js/cli/doctor/rows.js
var ok = (check, answer, cameBack = back(answer)) => ({ check, result: "ok", sent: answer.sent, cameBack });
var wrong = (check, answer, fix, cameBack = back(answer)) => ({ check, result: "wrong", sent: answer.sent, cameBack, fix });
var note = (check, answer, fix, cameBack = back(answer)) => ({ check, result: "note", sent: answer.sent, cameBack, fix });
var notRun = (check, why) => ({ check, result: "not run", sent: "-", cameBack: "-", fix: why });
var judged = (check, answer, isRight, fix, cameBack) => isRight ? ok(check, answer, cameBack) : wrong(check, answer, fix, cameBack);
function back(answer) {
  const { status, headers, failure: failure2 } = answer;
  if (failure2 !== void 0) return status === 0 ? failure2 : `${status}; ${failure2}`;
  const location = headers.location === void 0 || !isRedirect(answer) ? "" : ` to ${place(headers.location)}`;
  const type = headers["content-type"] === void 0 ? "" : ` ${brief(headers["content-type"].split(";")[0])}`;
  return `${status}${location}${type}${hasSignature(answer) ? ", with a signature" : ""}`;
}
function place(location) {
  const base = "http://here.invalid";
  if (!URL.canParse(location, base)) return "no address";
  const { origin, pathname } = new URL(location, base);
  return brief(`${origin === base ? "" : origin}${pathname}`);
}
var brief = (text) => text.length <= 80 ? text : "(a long value)";
var isRedirect = ({ status }) => status >= 300 && status < 400;
var isHTML = ({ headers }) => /^text\/html\b/i.test(headers["content-type"] ?? "");

// js/cli/doctor/attempts.js
var NOBODY = {
  userId: "fogbender-token-doctor",
  customerId: "fogbender-token-doctor",
  customerName: "fogbender-token doctor",
  userEmail: "doctor@fogbender-token.invalid",
  userName: "fogbender-token doctor"
};
var ALIASES = {
  userId: ["user", "user_id", "uid", "id"],
  userEmail: ["email", "user_email"],
  customerId: ["customer", "customer_id", "orgId", "tenant"]
};
var JSON_TYPE = { "content-type": "application/json" };
var FORM_TYPE = { "content-type": "application/x-www-form-urlencoded" };
var WAYS = [
  ["a query chooses no user", "?userId=\u2026", (at2, user) => ({ path: at2.withQuery(named(user)) })],
  ["a doubled query chooses no user", "?userId=\u2026&userId=\u2026", (at2, user, own) => ({ path: at2.withQuery(named(own), named(user)) })],
  ["a JSON body chooses no user", "JSON body", (_, user) => posted(JSON_TYPE, jsonBody(user))],
  ["a form chooses no user", "form", (_, user) => posted(FORM_TYPE, String(new URLSearchParams(named(user))))],
  ["a header chooses no user", "X-User-Id, X-Forwarded-User, \u2026", (_, user) => ({ headers: userHeaders(user) })],
  ["a method override chooses no user", "X-HTTP-Method-Override: PUT", (_, user) => posted({ ...JSON_TYPE, ...OVERRIDE }, jsonBody(user))]
];
var posted = (headers, body) => ({ method: "POST", headers, body });
var OVERRIDE = { "x-http-method-override": "PUT", "x-http-method": "PUT", "x-method-override": "PUT" };
var named = (user) => ({
  ...user,
  ...Object.fromEntries(Object.entries(ALIASES).flatMap(([field, aliases]) => aliases.map((alias) => [alias, user[field]])))
});
var jsonBody = (user) => JSON.stringify({ ...named(user), identity: user, user, claims: user });
function userHeaders({ userId, userEmail, customerId }) {
  const ids = ["x-user-id", "x-user", "x-forwarded-user", "x-auth-request-user", "x-remote-user", "remote-user", "x-authenticated-userid"];
  const emails = [
    "x-user-email",
    "x-forwarded-email",
    "x-auth-request-email",
    "x-forwarded-preferred-username",
    "cf-access-authenticated-user-email"
  ];
  return Object.fromEntries([
    ...ids.map((name2) => [name2, encodeURI(userId)]),
    ...emails.map((name2) => [name2, encodeURI(userEmail)]),
    ["x-customer-id", encodeURI(customerId)],
    ["x-org-id", encodeURI(customerId)]
  ]);
}
function textsOf(identity = {}) {
  const text = (field) => [identity[field]?.signed, identity[field]?.beside].find((value) => typeof value === "string" && value !== "");
  return Object.fromEntries(Object.entries(NOBODY).map(([field, madeUp]) => [field, text(field) ?? madeUp]));
}
function unsignedJWT(user) {
  const parts = [
    { alg: "none", typ: "JWT" },
    { sub: user.userId, ...user }
  ];
  return `${parts.map((part2) => Buffer.from(JSON.stringify(part2)).toString("base64url")).join(".")}.`;
}
async function withoutSession({ ask, at: at2, method, identity, sessions }) {
  const user = textsOf(identity);
  const rows = [];
  const attempt = async (check, as, how, request) => rows.push(anonymous(check, await ask(...described(as, how, { method, ...request }))));
  for (const [check, how, way] of WAYS) await attempt(check, "without a session", how, way(at2, user, NOBODY));
  const headers = { authorization: `Bearer ${unsignedJWT(user)}` };
  await attempt("an unsigned JWT is no session", "without a session", "Authorization: Bearer (alg none)", { headers });
  if (sessions.length > 0) {
    await attempt("a made-up session is none", "with a made-up session", "", { headers: forged(sessions[0], identity, NOBODY) });
  }
  return rows;
}
async function asUser({ ask, at: at2, method, identity, other, sessions }) {
  const user = textsOf(other);
  const rows = [];
  for (const [check, how, way] of WAYS) {
    const request = { method, ...way(at2, user, textsOf(identity)) };
    const answer = await ask(...described("as user 1", how, { ...request, headers: { ...request.headers, ...sessions[0] } }));
    rows.push(unmoved(check, answer, identity));
  }
  return rows;
}
var described = (as, how, request) => [`${request.method} ${as}${how === "" ? "" : `, ${how}`}`, request];
function anonymous(check, answer) {
  return hasSignature(answer) ? wrong(check, answer, FIX2.noSession) : settled(check, answer);
}
function unmoved(check, answer, identity) {
  if (!hasSignature(answer)) return settled(check, answer);
  const now = identityOf(answer);
  const moved2 = now === void 0 ? ["the signature"] : differences(identity, now);
  if (moved2.length === 0) return ok(check, answer, `${answer.status}, the same user`);
  return wrong(check, answer, FIX2.chosen, `${answer.status}, changed: ${moved2.join(", ")}`);
}
function settled(check, answer) {
  if (answer.failure !== void 0) return note(check, answer, FIX2.brokenRequest);
  if (answer.status >= 500) return note(check, answer, FIX2.serverBroke);
  return ok(check, answer);
}

// js/cli/doctor/leaks.js
var NAMED_SECRET = /"\w*secret\w*"\s*:\s*"[^"]{16,}"/i;
async function provoke({ ask, url, session = {} }) {
  await ask("POST, broken JSON", { method: "POST", headers: { ...session, "content-type": "application/json" }, body: '{"userId":' });
  await ask("GET, broken query", { path: `${url.pathname}?userId=%E0%A4%A&%5B%5D[=&=`, headers: session });
}
function leakRows(answers, secrets2) {
  const search = secrets2 && searcher(secrets2.flatMap((secret3, index) => formsOf(secret3, index === 0 ? "secret" : "previous secret")));
  const secretIn = (answer) => {
    const bytes = Buffer.from(`${answer.text}
${JSON.stringify(answer.headers)}`);
    return search?.(bytes, 0, bytes.length).map(({ kind }) => kind)[0];
  };
  const found = (test) => answers.map((answer) => [answer, test(answer)]).find(([, what]) => what);
  return [
    secrets2 ? row("no secret in any answer", answers, found(secretIn), FIX2.secretLeaks) : row(
      "no member named secret",
      answers,
      found(({ text }) => NAMED_SECRET.test(text) && "a member with a name such as secret"),
      FIX2.namedSecret
    ),
    ...secrets2 ? [] : [notRun("no secret in any answer", FIX2.setSecretToSearch)],
    row(
      "no widgetKey in any answer",
      answers,
      found(({ text }) => text.search(HARD_CODED_KEY) !== -1 && "a widgetKey"),
      FIX2.widgetKey
    ),
    row(
      "no stack trace in any answer",
      answers,
      found(({ text }) => hasStackTrace(text) && "a stack trace"),
      FIX2.stackTrace
    ),
    row(
      "no token in a header",
      answers,
      found((answer) => headersWithToken(answer)[0]),
      FIX2.tokenInHeader
    )
  ];
}
function row(check, answers, found, fix) {
  if (found === void 0) return { check, result: "ok", sent: "all requests", cameBack: `nothing in ${answers.length} answers` };
  const [answer, what] = found;
  return { check, result: "wrong", sent: answer.sent, cameBack: `${answer.status}, ${what}`, fix };
}

// js/cli/doctor/sharing.js
async function otherOrigins({ ask, at: at2, url, method, session = {} }) {
  const as = Object.keys(session).length > 0 ? "as user 1" : "without a session";
  const origins = ["https://fogbender-token-doctor.invalid", "null", `${url.origin}.fogbender-token-doctor.invalid`];
  const rows = [];
  for (const origin2 of origins) {
    const name2 = origin2 === "null" ? "null" : origin2 === origins[0] ? "https://(another site)" : "(this host).(another site)";
    const answer = await ask(`${method} ${as}, Origin: ${name2}`, { method, headers: { ...session, origin: origin2 } });
    rows.push(originRow(`Origin ${name2} cannot read it`, answer, origin2));
  }
  const [origin] = origins;
  const headers = { origin, "access-control-request-method": method, "access-control-request-headers": "authorization, content-type" };
  const preflight = await ask("OPTIONS, preflight from another site", { method: "OPTIONS", headers });
  rows.push(originRow("no preflight lets another site in", preflight, origin));
  const called = await ask(`${method} ${as}, ?callback=\u2026`, {
    method,
    path: at2.withQuery({ callback: "fogbenderTokenDoctor", jsonp: "fogbenderTokenDoctor" }),
    headers: session
  });
  rows.push(judged("it is never a script", called, !/fogbenderTokenDoctor\s*\(/.test(called.text), FIX2.jsonp));
  return rows;
}
function originRow(check, answer, origin) {
  if (answer.failure !== void 0) return note(check, answer, FIX2.brokenRequest);
  const allowed = answer.headers["access-control-allow-origin"];
  const isOpen = allowed === "*" || allowed?.toLowerCase() === origin;
  return judged(check, answer, !isOpen, FIX2.origins, `${answer.status}, allows ${isOpen ? "it" : brief(allowed ?? "no other origin")}`);
}
async function caching({ ask, url, method, session, base }) {
  const rows = [noStore(base), vary(base, session)];
  if (method === "GET") {
    const head = await ask("HEAD as user 1", { method: "HEAD", headers: session });
    if (head.status === 200) rows.push(noStore(head));
  }
  rows.push(kept("nobody gets it from a cache", await ask(`${method} without a session, after user 1`, { method })));
  const path = `${url.pathname.replace(/\/$/, "")}/fogbender-token-doctor.css`;
  const styled = await ask(`${method} as user 1, path + /\u2026.css`, { method, path, headers: session });
  if (hasSignature(styled)) {
    rows.push(kept("no cache takes it for a file", await ask(`${method} without a session, path + /\u2026.css`, { method, path })));
  } else rows.push(ok("no cache takes it for a file", styled));
  return rows;
}
function noStore(answer) {
  const value = answer.headers["cache-control"];
  const isRight = /(^|,)\s*no-store\s*(,|$)/i.test(value ?? "");
  return judged(
    "nobody may store it",
    answer,
    isRight,
    FIX2.noStore,
    value === void 0 ? "no Cache-Control" : `Cache-Control: ${brief(value)}`
  );
}
function vary(answer, session) {
  const check = "it varies with the session";
  const value = answer.headers.vary;
  const names = (value ?? "").toLowerCase().split(/\s*,\s*/);
  const wanted = ["cookie", "authorization"].filter((name2) => name2 in session);
  const cameBack = value === void 0 ? "no Vary" : `Vary: ${brief(value)}`;
  if (names.includes("*") || wanted.every((name2) => names.includes(name2))) return ok(check, answer, cameBack);
  const fix = `Answer with Vary: ${wanted.map((name2) => name2[0].toUpperCase() + name2.slice(1)).join(", ")}.`;
  return noStore(answer).result === "ok" ? note(check, answer, fix, cameBack) : wrong(check, answer, fix, cameBack);
}
var kept = (check, answer) => judged(check, answer, !hasSignature(answer), FIX2.cached);

// js/cli/doctor/token.js
var SIGN_ALL = "Sign all five fields: signer.token and createSignaturesHandler do.";
var DAY = 86400;
function noToken(answer) {
  const check = "a user gets a signature";
  if (answer.failure !== void 0) return wrong(check, answer, FIX2.incomplete);
  if (isRedirect(answer)) return wrong(check, answer, FIX2.redirects);
  if (answer.status === 401 || answer.status === 403) return wrong(check, answer, FIX2.sessionRefused);
  if (answer.status === 404 || answer.status === 405) return wrong(check, answer, FIX2.notFound);
  if (isHTML(answer)) return wrong(check, answer, FIX2.page);
  return wrong(check, answer, FIX2.noUserJWT);
}
function tokenRows(answer, secrets2, now = Date.now() / 1e3) {
  const part2 = signedPart(answer);
  const type = answer.headers["content-type"] ?? "";
  const rows = [
    ok("a user gets a signature", answer),
    judged(
      "the answer is JSON",
      answer,
      /^application\/json\b/i.test(type),
      FIX2.contentType,
      type === "" ? "no Content-Type" : brief(type)
    )
  ];
  if ("widgetId" in part2 && "userId" in part2) rows.push(wholeToken(answer, part2));
  if (typeof part2.userJWT !== "string") return [...rows, ...olderSignature(answer, part2)];
  const { claims, error } = decoded(part2.userJWT);
  if (error !== void 0) return [...rows, refused("the userJWT has the right form", answer, error)];
  return [...rows, signature(answer, part2.userJWT, secrets2), ...fieldRows(answer, claims, part2), ...expiry(answer, claims, now)];
}
function wholeToken(answer, part2) {
  const check = "the widget takes the token";
  const problems = Object.entries(checkToken(part2) ?? {});
  if (problems.length === 0) return ok(check, answer, "a whole token");
  const fix = problems.map(([field, message]) => `${field}: ${message}`).join(" ");
  return wrong(check, answer, fix, `wrong: ${problems.map(([field]) => field).join(", ")}`);
}
function olderSignature(answer, part2) {
  if (typeof part2.userHMAC === "string") {
    const rows = unsignedFields({ userId: part2.userId }).map(({ field, consequence }) => unsigned(answer, field, consequence));
    return [wrong("the signature is a userJWT", answer, `userHMAC signs userId alone. ${SIGN_ALL}`, "userHMAC"), ...rows];
  }
  return [note("the signature is a userJWT", answer, FIX2.opaque, "userPaseto or userToken")];
}
function signature(answer, userJWT, secrets2) {
  const check = "the signature is right";
  if (secrets2 === void 0) return notRun(check, FIX2.setSecretToVerify);
  try {
    verifyUserJWT(userJWT, secrets2[0]);
    return ok(check, answer, "verified");
  } catch (error) {
    if (!(error instanceof FogbenderTokenError)) throw error;
    if (error.code === "signature_mismatch" && secrets2.length > 1 && verifies(userJWT, secrets2[1])) {
      return wrong(check, answer, FIX2.previousSecret, "signed with the previous secret");
    }
    return refused(check, answer, error);
  }
}
function verifies(userJWT, secret3) {
  try {
    verifyUserJWT(userJWT, secret3);
    return true;
  } catch {
    return false;
  }
}
var refused = (check, answer, error) => wrong(check, answer, error.message, error.problems.map(({ code, field }) => `${code}${field ? ` ${field}` : ""}`).join(", "));
function fieldRows(answer, claims, part2) {
  const rows = [];
  if ("sub" in claims) rows.push(wrong("no sub is signed", answer, FIX2.sub, "a sub claim"));
  if ("visitor" in claims) rows.push(wrong("no visitor is signed", answer, FIX2.visitor, "a visitor claim"));
  const open = unsignedFields(claims, part2);
  for (const { field, consequence } of open) rows.push(unsigned(answer, field, consequence));
  if (open.length === 0) rows.push(ok("every field is signed", answer, "all signed"));
  for (const field of FIELDS) {
    if (typeof claims[field] === "string" && field in part2 && part2[field] !== claims[field]) {
      rows.push(wrong(`${field} is what was signed`, answer, FIX2.differs, "it differs"));
    }
  }
  return rows;
}
var unsigned = (answer, field, consequence) => wrong(`${field} is signed`, answer, `Not signed: ${consequence} ${SIGN_ALL}`, "not signed");
function expiry(answer, { exp, iat }, now) {
  const rows = [];
  if (typeof iat === "number" && iat > now + 60) {
    rows.push(wrong("the clock is right", answer, FIX2.iatInFuture, `iat in ${spoken2(iat - now)}`));
  }
  const check = "the userJWT expires";
  if (typeof exp !== "number") rows.push(note(check, answer, FIX2.noExpiry, "no exp"));
  else if (exp <= now) rows.push(wrong(check, answer, FIX2.expired, `exp ${spoken2(now - exp)} ago`));
  else if (exp - now > 30 * DAY) rows.push(note(check, answer, FIX2.lateExpiry, `exp in ${spoken2(exp - now)}`));
  else rows.push(ok(check, answer, `exp in ${spoken2(exp - now)}`));
  return rows;
}
var spoken2 = (seconds) => seconds < 2 * DAY ? `${Math.round(seconds)} s` : `${Math.round(seconds / DAY)} days`;
function twoUsers(one2, other, identities) {
  const check = "two users get different tokens";
  const same = ["userId", "userEmail"].filter((field) => {
    const [first, second] = identities.map((identity) => identity[field].signed ?? identity[field].beside);
    return first !== void 0 && first === second;
  });
  const jwts = [one2, other].map((answer) => signedPart(answer).userJWT);
  const isSame = same.length > 0 || jwts[0] !== void 0 && jwts[0] === jwts[1];
  return judged(check, other, !isSame, FIX2.sameUser, isSame ? `the same ${same.join(", ") || "userJWT"}` : "different users");
}

// js/cli/doctor/examine.js
var NEED_SESSION = [
  "a user gets a signature",
  "every field is signed",
  "the userJWT expires",
  "requests choose no user",
  "nobody may store it"
];
async function examine(url, sessions, { secrets: secrets2, always, timeoutSeconds }) {
  const { ask, answers } = asker(url, always, timeoutSeconds);
  const rows = [transport(url)];
  const first = await ask("GET without a session");
  if (first.failure !== void 0) {
    rows.push(wrong("it answers", first, FIX2.unanswered));
    return { rows, requests: answers.length };
  }
  const users = await asUsers(ask, sessions);
  const method = users[0]?.method ?? ([404, 405].includes(first.status) ? "POST" : "GET");
  rows.push(nobody(method === "GET" ? first : await ask("POST without a session", { method })));
  const identities = users.map(({ answer }) => identityOf(answer));
  const all2 = {
    ask,
    at: at(url),
    url,
    method,
    sessions,
    identity: identities[0],
    other: identities[1],
    session: sessions[0],
    base: users[0]?.answer
  };
  if (sessions.length === 0) rows.push(...NEED_SESSION.map((check) => notRun(check, FIX2.giveSession)));
  else if (all2.identity === void 0) rows.push(noToken(users[0].answer));
  else rows.push(...tokenRows(users[0].answer, secrets2), ...others(users, identities));
  rows.push(...await withoutSession(all2));
  if (all2.identity !== void 0) rows.push(...await asUser(all2), ...await caching(all2));
  rows.push(...await otherOrigins(all2));
  await provoke(all2);
  rows.push(...leakRows(answers, secrets2));
  return { rows, requests: answers.length };
}
async function asUsers(ask, sessions) {
  const users = [];
  for (const [index, headers] of sessions.entries()) {
    const name2 = `as user ${index + 1}`;
    let method = users[0]?.method ?? "GET";
    let answer = await ask(`${method} ${name2}`, { method, headers });
    if (index === 0 && !hasSignature(answer) && [404, 405, 400, 415].includes(answer.status)) {
      const posted2 = await ask(`POST ${name2}`, { method: "POST", headers });
      if (hasSignature(posted2)) [method, answer] = ["POST", posted2];
    }
    users.push({ method, answer });
  }
  return users;
}
function others(users, identities) {
  const check = "two users get different tokens";
  if (users.length < 2) return [notRun(check, FIX2.giveSecondSession)];
  if (identities[1] === void 0) return [{ ...noToken(users[1].answer), check }];
  return [twoUsers(users[0].answer, users[1].answer, identities)];
}
function transport(url) {
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  const answer = { sent: "the URL" };
  const cameBack = url.protocol === "https:" ? "https" : isLoopback ? "http on this machine" : "http";
  return judged("nobody can listen", answer, url.protocol === "https:" || isLoopback, FIX2.plainHttp, cameBack);
}
function nobody(answer) {
  const check = "without a session, 401";
  if (hasSignature(answer)) return wrong(check, answer, FIX2.signsForAnyone);
  if (answer.status === 401 || answer.status === 403) return ok(check, answer);
  if (isRedirect(answer)) return wrong(check, answer, FIX2.redirectsNobody);
  if (isHTML(answer)) return wrong(check, answer, FIX2.pageForNobody);
  if (answer.status === 404) return note(check, answer, FIX2.notFoundForNobody);
  return wrong(check, answer, FIX2.not401);
}
var at = (url) => ({
  withQuery(...members2) {
    const query = new URLSearchParams(url.search);
    for (const name2 of new Set(members2.flatMap(Object.keys))) query.delete(name2);
    for (const each of members2) for (const [name2, value] of Object.entries(each)) query.append(name2, value);
    return `${url.pathname}?${query}`;
  }
});

// js/cli/commands/doctor.js
var doctor = {
  summary: "asks a running endpoint what an attacker and a reviewer would, and says what to mend",
  operands: "URL",
  options: {
    cookie: { takes: '"NAME=VALUE"', multiple: true, about: "a signed-in user's Cookie header; twice for two users" },
    header: {
      takes: '"NAME: VALUE"',
      multiple: true,
      about: "the session where it is no cookie, such as Authorization (twice for two users); beside --cookie, a header for every request"
    },
    "timeout-seconds": { takes: "N", about: "how long to wait for each answer (default: 10)", read: readNumber }
  },
  async run({ operands: [address], options: { cookie = [], header = [], timeoutSeconds = 10 } }) {
    const url = readURL(address);
    if (!(timeoutSeconds > 0 && timeoutSeconds <= 600)) throw new UsageError("--timeout-seconds takes a number from more than 0 to 600");
    const { sessions, always } = sessionsOf(cookie, header);
    const secrets2 = readSecrets();
    announce(url, sessions);
    const { rows, requests } = await examine(url, sessions, { secrets: secrets2, always, timeoutSeconds });
    const hide = hider(credentialsOf([...sessions, always]), secrets2 ?? []);
    const checks = rows.map((row2) => ({ ...row2, cameBack: hide(row2.cameBack), ...row2.fix !== void 0 && { fix: hide(row2.fix) } }));
    const wrong2 = checks.filter(({ result }) => result === "wrong").length;
    return {
      value: { url: url.origin + url.pathname, requests, wrong: wrong2, checks },
      lines: linesOf3(checks, requests),
      status: wrong2 > 0 ? 1 : 0
    };
  }
};
function readURL(address) {
  const url = URL.canParse(address) ? new URL(address) : void 0;
  if (!/^https?:$/.test(url?.protocol)) throw new UsageError("doctor takes a URL such as https://app.example.com/fogbender-signatures");
  if (url.username !== "" || url.password !== "") {
    throw new UsageError('the URL holds a password: give it as --header "Authorization: Basic \u2026"');
  }
  url.hash = "";
  return url;
}
function readSecrets() {
  if (secret() === void 0) return void 0;
  const secrets2 = [secret(), previousSecret()].filter((one2) => one2 !== void 0);
  for (const one2 of secrets2) new Signer(one2).free();
  return secrets2;
}
function announce(url, sessions) {
  const as = ["without a session", "without a session and as one user", "without a session and as two users"][sessions.length];
  const requests = `at most ${MAX_REQUESTS} requests (GET, HEAD, POST, OPTIONS) ${as}`;
  console.error(shown(`doctor sends ${requests}, to ${url.origin} alone, and follows no redirect.`));
  console.error("Some name users in the query, the body and headers, as an attacker would: ask a test server, or with test users.");
}
function hider(credentials, secrets2) {
  const hidden = credentials.filter((text) => text.length >= 4).sort((one2, other) => other.length - one2.length);
  const search = searcher(secrets2.flatMap((one2) => formsOf(one2, "secret")));
  return (text) => {
    const bytes = Buffer.from(text);
    if (search(bytes, 0, bytes.length).length > 0) return "(not shown, because it holds the secret)";
    return hidden.reduce((rest, credential) => rest.replaceAll(credential, "(hidden)"), text).replace(/eyJ[\w-]{8,}(\.[\w-]*){0,2}/g, "(a JWT)");
  };
}
function linesOf3(checks, requests) {
  const cells = checks.map(({ result, check, sent, cameBack }) => [result, check, sent, cameBack]);
  const [head, ...rows] = table([["", "check", "sent", "came back"], ...cells], { widest: 31 });
  const count2 = (result) => checks.filter((one2) => one2.result === result).length;
  return [
    ...head,
    ...rows.flatMap((lines, index) => [...lines, ...checks[index].fix === void 0 ? [] : paragraph(`-> ${checks[index].fix}`, 9)]),
    "",
    `${requests} requests: ${count2("wrong")} wrong, ${count2("note")} to look at, ${count2("ok")} right, ${count2("not run")} not run.`
  ];
}

// js/cli/options.js
var SIGNING = {
  "expires-in-seconds": { takes: "N", about: "the userJWT's exp, counted from its iat", read: readNumber },
  "not-before-seconds": { takes: "N", about: "the userJWT's nbf, counted from its iat", read: readNumber },
  "issued-at": {
    takes: "N|false",
    about: "the userJWT's iat, in seconds since 1970; false leaves it out (default: now)",
    read: (value) => value === "false" ? false : readNumber(value)
  }
};
var JUDGING = {
  now: { takes: "N", about: "the time to judge by, in seconds since 1970 (default: now)", read: readNumber },
  "clock-tolerance-seconds": { takes: "N", about: "by how much clocks may differ (default: 0)", read: readNumber }
};

// js/cli/commands/explain.js
var STATUS = { accepted: 0, refused: 1, crashes: 1, unknown: 3 };
var explain = {
  summary: "a token, an endpoint's answer or a userJWT in; what Fogbender would decide, and why, out",
  options: {
    "signature-type": { takes: "TYPE", about: "what the workspace is set to: jwt, hmac or paseto (default: jwt)" },
    ...JUDGING
  },
  async run({ operands, options }) {
    const text = await readInput(operands);
    const result = explained(text, options);
    return { value: result, lines: explanation(result), status: STATUS[result.verdict] };
  }
};
function explained(text, options) {
  try {
    return explainToken(text, secrets(), options);
  } catch (error) {
    if (error instanceof FogbenderTokenError && error.code === "not_an_object" && text.startsWith("{")) readObject(text);
    throw error;
  }
}

// js/cli/commands/fingerprint.js
var fingerprint = {
  summary: "8 hex digits that tell one FOGBENDER_SECRET from another and give nothing of it away",
  operands: "",
  options: {},
  run: () => ({ plain: secretFingerprint(secret()) })
};

// js/cli/commands/secret.js
import { randomBytes } from "node:crypto";
var secret2 = {
  summary: "a fresh secret for local work (production's is in Fogbender's settings)",
  operands: "",
  options: {},
  run: () => ({ plain: randomBytes(24).toString("base64") })
};

// js/cli/commands/sign.js
var sign = {
  summary: 'an identity in, {"userJWT": \u2026} out',
  options: {
    ...SIGNING,
    partial: { about: "sign an identity that lacks fields; what is not signed, anyone can edit" }
  },
  async run({ operands, options }) {
    return { value: { userJWT: signUserJWT(readObject(await readInput(operands)), secret(), options) } };
  }
};

// js/cli/commands/stand-in.js
import { randomBytes as randomBytes2 } from "node:crypto";

// js/cli/stand-in/listen.js
import { once } from "node:events";
import { createServer } from "node:http";
async function listen(port) {
  const server = createServer();
  try {
    await once(server.listen(port, "127.0.0.1"), "listening");
    return server;
  } catch (error) {
    const why = error.code === "EADDRINUSE" ? "is in use" : `cannot be used (${error.code})`;
    throw new UsageError(`port ${port} ${why}: stop what uses it, or choose another with --port`);
  }
}
async function stopped(server) {
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  server.close();
  server.closeAllConnections();
}

// js/cli/stand-in/texts.js
var TEXTS = {
  started({ app, clientUrl, signaturesUrl, fingerprint: fingerprint2, env }) {
    return [
      `A local Fogbender for the pages of ${app}. Ctrl+C stops it.`,
      "",
      "Your backend's environment:",
      ...Object.entries(env).map(([name2, value]) => `  ${name2}=${value}`),
      "FOGBENDER_SECRET" in env ? "  (This secret is made for this run. To keep one, set FOGBENDER_SECRET before you start the stand-in.)" : `  (FOGBENDER_SECRET is the one that you set, with the fingerprint ${fingerprint2}.)`,
      "Your page's widget:",
      `  <FogbenderSimpleWidget clientUrl="${clientUrl}" \u2026>`,
      "Only if your backend calls /signatures:",
      `  requestSignatures(identity, secret, { url: "${signaturesUrl}" })`,
      "",
      "What becomes of each token:"
    ];
  },
  verify({ verdict, who, ended, reasons, consequences, hints }) {
    const others2 = reasons.filter(({ message }) => message !== ended?.message);
    const notes = verdict === "refused" || verdict === "crashes" ? [] : [...consequences, ...hints];
    return line2(verdict, who, [
      ...ended === void 0 ? [] : [`at ${ended.step}: ${ended.message}`],
      ...others2.map(({ message }) => message),
      ...notes.map(({ code, message }) => `${code}: ${message}`)
    ]);
  },
  signed: ({ path }) => line2("signed", `POST ${path}`),
  error: ({ path, status, message }) => line2("error", `${status} for ${path}`, [message]),
  framed: ({ from, app }) => line2("blocked", `a page of ${from} frames the client`, [`Only pages of ${app} may. If the page is yours, start with --app ${from}`])
};
function line2(what, about, notes = []) {
  const time = (/* @__PURE__ */ new Date()).toTimeString().slice(0, 8);
  const [first, ...rest] = wrap(about, lineWidth() - 20);
  return [`${time}  ${what.padEnd(8)}  ${first}`, ...[...rest, ...notes].flatMap((note2) => paragraph(note2, 20))];
}

// js/cli/stand-in/tell.js
var MAX_NAME = 40;
function teller({ app, secret: secret3, asJSON }) {
  const hide = (text) => text.replaceAll(secret3, "(the secret)").replace(/eyJ[\w-]{8,}(\.[\w-]*){0,2}/g, "(a JWT)");
  const lines = (event) => asJSON ? [json(event)] : TEXTS[event.event](event);
  const told = (event) => lines(event).forEach((line3) => console.log(line3));
  const toldHiding = (event) => lines(event).forEach((line3) => console.log(hide(line3)));
  function decided({ verdict, steps, reasons, consequences, hints }, text) {
    const ended = steps.find(({ outcome }) => outcome !== "goes_on");
    toldHiding({ event: "verify", verdict, who: whoIn(hide(text)), ended, reasons, consequences, hints });
  }
  async function asked(request, standIn2) {
    const { pathname } = new URL(request.url);
    const from = strangerIn(request, app);
    if (from !== void 0) toldHiding({ event: "framed", from, app });
    const response = await standIn2(request);
    if (request.method === "POST") {
      const { error } = await response.clone().json();
      const path = pathname.slice(0, MAX_NAME);
      if (error !== void 0) toldHiding({ event: "error", path, status: response.status, message: error.message });
      else if (pathname !== "/verify") toldHiding({ event: "signed", path });
    }
    return response;
  }
  return { told, decided, asked };
}
function strangerIn(request, app) {
  const referer = request.headers.get("referer") ?? "";
  if (request.headers.get("sec-fetch-dest") !== "iframe" || !URL.canParse(referer)) return void 0;
  const { origin } = new URL(referer);
  return origin === app ? void 0 : origin;
}
function whoIn(text) {
  const { userName, customerName, userId, customerId } = fieldsIn(text);
  if (userId === void 0) return "a token that names nobody";
  return `${name(userName)} of ${name(customerName)} (${name(userId)}, ${name(customerId)})`;
}
var name = (value) => typeof value !== "string" ? "?" : value.length > MAX_NAME ? `${value.slice(0, MAX_NAME)}\u2026` : value;
function fieldsIn(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

// js/cli/commands/stand-in.js
var PORT = 4690;
var standIn = {
  summary: "runs a local Fogbender for your app: its API and the widget's client; says what it decides for each token",
  operands: "",
  options: {
    app: { takes: "ORIGIN", about: "where your app's pages are, such as http://localhost:5173; required" },
    port: { takes: "N", about: `the port on 127.0.0.1; 0 is any free one (default: ${PORT})`, read: readNumber }
  },
  async run({ options: { app, port = PORT }, json: asJSON }) {
    const origin = readOrigin(app);
    if (!(Number.isInteger(port) && port >= 0 && port <= 65535)) throw new UsageError("--port takes a whole number from 0 to 65535");
    const secret3 = secret() ?? randomBytes2(24).toString("base64");
    const { told, decided, asked } = teller({ app: origin, secret: secret3, asJSON });
    const standIn2 = createStandIn({ secret: secret3, app: origin, onDecision: decided });
    const server = await listen(port);
    server.on(
      "request",
      toNodeHandler((request) => asked(request, standIn2))
    );
    told(started(origin, `http://127.0.0.1:${server.address().port}`, secret3));
    await stopped(server);
    return asJSON ? { plain: json({ event: "stopped" }) } : { plain: "Stopped." };
  }
};
function readOrigin(app) {
  if (app === void 0) throw new UsageError("stand-in needs --app, the origin of your app's pages, such as --app http://localhost:5173");
  const origin = app.replace(/^(https?:\/\/[^/]+)\/$/i, "$1").toLowerCase();
  const wrong2 = wrongOrigin(origin);
  if (wrong2 !== void 0) throw new UsageError(`--app ${wrong2.replace(/\.$/, "")}`);
  return origin;
}
function started(app, url, secret3) {
  const env = {
    ...secret() === void 0 && { FOGBENDER_SECRET: secret3 },
    FOGBENDER_WIDGET_ID: "dzAwNjg4NDY0NjI4NzgyNDY5MTIw"
  };
  return { event: "started", app, clientUrl: url, signaturesUrl: `${url}/signatures`, fingerprint: secretFingerprint(secret3), env };
}

// js/cli/commands/token.js
var token = {
  summary: "an identity in, the token that the widget takes out",
  options: { "widget-id": { takes: "ID", about: "the workspace's widgetId, required" }, ...SIGNING },
  async run({ operands, options }) {
    return { value: createToken(readObject(await readInput(operands)), secret(), options) };
  }
};

// js/cli/commands/verify.js
var verify = {
  summary: "a userJWT in, its claims out",
  options: JUDGING,
  async run({ operands, options }) {
    const claims = verifyUserJWT(userJWTIn(await readInput(operands)), secrets(), options);
    return { value: claims, lines: ["The userJWT is verified. It says:", ...members(claims, 2)] };
  }
};

// js/cli/commands.js
var COMMANDS = { sign, token, verify, decode, explain, secret: secret2, fingerprint, "stand-in": standIn, doctor, audit };

// js/cli/help.js
var END = `
Input is JSON, from a file or standard input; verify, decode and explain take a bare userJWT as well.
Output is text on a terminal and JSON in a pipe; stand-in prints text there too, and JSON with --json.
Errors go to standard error, one line each: code, field, what to do.

Secrets are read from the environment, never from an argument, which others could see
  FOGBENDER_SECRET               the workspace's secret
  FOGBENDER_SECRET_PREVIOUS      the one before it: verify, explain, doctor, audit

Exit status
  0  done; explain: accepted; doctor, audit: nothing found
  1  refused, or something was found
  2  the command line was wrong
  3  unknown: explain had no secret; audit could not read everything

Example: sign Alice in, then see what becomes of her token when she edits it
  export FOGBENDER_SECRET=$(fogbender-token secret)
  echo '{"userId":"U1","customerId":"C1","customerName":"Netflix","userEmail":"alice@netflix.com","userName":"Alice"}' |
    fogbender-token token --widget-id dzAwNjg4NDY0NjI4NzgyNDY5MTIw | sed 's/U1/U2/' | fogbender-token explain
`;
var EVERYWHERE = [
  ["--json", "JSON on a terminal too"],
  ["--help", "of one command: fogbender-token <command> --help"],
  ["--version", ""]
];
function help(name2) {
  const lines = name2 === void 0 ? all() : one(name2, COMMANDS[name2]);
  return `${lines.join("\n")}
`;
}
function all() {
  const commands = Object.entries(COMMANDS).map(([name2, { summary }]) => [name2, summary]);
  return [
    "Sign, verify and explain Fogbender tokens; check the endpoint and what you ship.",
    "",
    "Usage: fogbender-token <command> [options] [FILE]",
    "",
    ...columns(commands, { indent: 2 }),
    "",
    ...columns(EVERYWHERE, { indent: 2 }),
    END.trimEnd()
  ];
}
function one(name2, { summary, operands = "[FILE]", options }) {
  const rows = Object.entries(options).map(([option, { takes, about }]) => [`--${option}${takes === void 0 ? "" : ` ${takes}`}`, about]);
  return [
    ...paragraph(`${name2}: ${summary}`, 0),
    "",
    `Usage: fogbender-token ${name2} [options] ${operands}`.trimEnd(),
    "",
    ...columns([...rows, EVERYWHERE[0]], { indent: 2 })
  ];
}

// js/cli/cli.js
async function main([name2, ...args]) {
  if (name2 === "--help" || name2 === "-h") return process.stdout.write(help());
  if (name2 === "--version") return console.log(version());
  if ([name2, ...args].some((arg) => arg?.startsWith("--secret"))) {
    throw new UsageError("the secret is read from FOGBENDER_SECRET alone; an argument shows in process lists and histories");
  }
  if (name2 === void 0) throw new UsageError("no command was given");
  if (!Object.hasOwn(COMMANDS, name2)) throw new UsageError(`there is no command ${shownName(name2)}`);
  const given = readArguments(COMMANDS[name2], name2, args);
  if (given.help) return process.stdout.write(help(name2));
  const result = await COMMANDS[name2].run(given);
  print(result, given.json);
  process.exitCode = result.status ?? 0;
}
var version = () => JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")).version;
function print({ value, lines, plain }, asJSON) {
  if (plain !== void 0) console.log(plain);
  else if (!process.stdout.isTTY) console.log(json(value));
  else console.log(lines === void 0 || asJSON ? json(value, 2) : lines.join("\n"));
}
function fail(error) {
  if (error instanceof FogbenderTokenError) {
    for (const problem2 of error.problems) console.error(problemLine(problem2));
    process.exitCode = 1;
  } else if (error instanceof UsageError) {
    console.error(`usage: ${shown(error.message)}; see fogbender-token --help`);
    process.exitCode = 2;
  } else {
    for (const line3 of String(error?.stack ?? error).split("\n")) console.error(shown(line3));
    process.exitCode = 1;
  }
}
process.stdout.on("error", (error) => process.exit(error.code === "EPIPE" ? process.exitCode : 1));
main(process.argv.slice(2)).catch(fail);
