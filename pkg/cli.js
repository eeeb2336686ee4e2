#!/usr/bin/env node
import {
  toNodeHandler
} from "./chunk-546AP7YX.js";
import "./chunk-KRJKMQPI.js";
import {
  createStandIn,
  wrongOrigin
} from "./chunk-WRBS62HT.js";
import {
  FIELDS,
  Signer,
  checkToken,
  createToken,
  decodeUserJWT,
  explainToken,
  secretFingerprint,
  signUserJWT,
  verifyUserJWT
} from "./chunk-L5VYZ3N3.js";
import {
  FogbenderTokenError,
  failure,
  shownName
} from "./chunk-JT2TJXBO.js";

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
  const { json: json2, help: help2, ...given } = values;
  if (!help2) checkOperands(command, name2, positionals);
  const options = Object.entries(given).map(([option, value]) => {
    const { read: read2 } = command.options[option];
    return [camelCase(option), read2 === void 0 ? value : read2(
      /** @type {string} */
      value
    )];
  });
  return { operands: positionals, options: Object.fromEntries(options), json: json2 === true, help: help2 === true };
}
function parse(args, options, name2) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(wrongOption(error, args, options, name2));
  }
}
function wrongOption(error, args, options, name2) {
  const { code, message } = (
    /** @type {NodeJS.ErrnoException} */
    error
  );
  const names = args.filter((arg) => /^-./.test(arg)).map((arg) => arg.split("=")[0]);
  const unknown = names.find((arg) => !Object.hasOwn(options, arg.replace(/^--?/, "")) && arg !== "-h");
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" && unknown !== void 0) return `${name2} has no option ${shownName(unknown)}.`;
  const known = /--[a-z-]+/.exec(message)?.[0];
  if (known === void 0) return "An option is wrong.";
  if (options[known.slice(2)]?.type === "boolean") return `${known} takes no value. Leave the value out.`;
  return `${known} needs a value. If the value begins with -, write ${known}=VALUE.`;
}
function checkOperands({ operands = "[FILE]" }, name2, given) {
  if (operands === "" && given.length > 0) throw new UsageError(`${name2} takes no argument.`);
  if (operands === "[FILE]" && given.length > 1) throw new UsageError(`${name2} takes one file. Without a file, it reads standard input.`);
  if (operands === "URL" && given.length !== 1) throw new UsageError(`${name2} takes one URL.`);
  if (operands === "PATH\u2026" && given.length === 0) throw new UsageError(`${name2} takes one path or more.`);
}
var camelCase = (name2) => name2.replace(/-./g, ([, letter]) => letter.toUpperCase());
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
  let at2 = 0;
  for (; ; ) {
    const count2 = readSync(file, buffer, 0, buffer.length, at2);
    if (count2 === 0) return;
    yield buffer.subarray(0, count2);
    at2 += count2;
  }
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
    const type = head.toString("latin1", 4, 8);
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
var FIX = "Whoever reads it can sign for everybody. Reset the secret in Fogbender's settings, and take it out of what you ship.";
var KEY_FIX = "Whoever reads it can be any user. Reset the secret, and publish no widgetKey.";
function formsOf(secret3, whose) {
  return [
    ...secretForms(secret3, whose).map((form) => ({ ...form, fix: FIX })),
    ...keyForms(secret3, whose).map((form) => ({ ...form, fix: KEY_FIX }))
  ];
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

// js/cli/unsigned.js
var widgetId = "dzAwMDAwMDAwMDAwMDAwMDAwMDAw";
function unsignedFields(signature2, token2 = {}) {
  const isHMAC = "userHMAC" in signature2;
  const asked = isHMAC ? { widgetId, userId: "", ...signature2 } : signature2;
  const { consequences } = explainToken(asked, void 0, { signatureType: isHMAC ? "hmac" : "jwt" });
  const hasPicture = typeof token2.userAvatarUrl === "string" && token2.userAvatarUrl !== "";
  return consequences.filter(({ code }) => code.startsWith("unsigned_") && (code !== "unsigned_user_avatar_url" || hasPicture));
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
    fix: "Builds put the value of such a variable into the page. Name it FOGBENDER_SECRET, and read it on the server alone.",
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
    fix: "Whoever reads it can be any user. Leave it out where users sign in.",
    pieces: pieces("widgetKey"),
    pattern: HARD_CODED_KEY
  },
  {
    kind: serverBuildKind,
    fix: "Here is the code that signs, which must not be on a page. Import fogbender-token in server code alone, or build with the condition browser.",
    pieces: pieces("__wbg_key_free"),
    pattern: SIGNING_WASM,
    once: true
  },
  {
    kind: userJWTKind,
    fix: "Whoever reads it is this user at Fogbender. Do not ship it, but fetch it for the user of the session.",
    // How the headers {"alg":…, {"typ":… and {"kid":… begin in base64url.
    pieces: pieces("eyJhbGciO", "eyJ0eXAiO", "eyJraWQiO"),
    pattern: JWT,
    isLong: true
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
  const unsigned = unsignedFields({ userJWT: jwt }).map(({ field }) => field);
  return unsigned.length === 0 ? "a userJWT" : `a userJWT that leaves ${unsigned.join(", ")} unsigned`;
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
      for (const { piece, form } of ends.get(block) ?? []) if (isAt(bytes, at2, piece)) found.push(...matches(bytes, at2, form));
      end += 1;
    }
    return found;
  };
}
function isAt(bytes, at2, piece) {
  for (let index = 0; index < PIECE_BYTES; index += 1) if (bytes[at2 + index] !== piece[index]) return false;
  return true;
}
function matches(bytes, at2, { pattern, kind, fix, isLong, once: once2 }) {
  for (const reach of isLong ? [NEAR, CONTEXT] : [NEAR]) {
    const start = Math.max(0, at2 - NEAR);
    const text = bytes.toString("latin1", start, Math.min(bytes.length, at2 + reach));
    const match = matchAt(text, at2 - start, pattern);
    if (match === void 0 || isLong && reach < CONTEXT && match.index + match[0].length === text.length) continue;
    const name2 = typeof kind === "function" ? kind(match[0], bytes) : kind;
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
  for await (const { start, once: once2, ...found2 } of hits(chunks2(), search)) {
    if (places.has(start) || once2 && kinds.has(found2.kind)) continue;
    places.set(start, found2);
    kinds.add(found2.kind);
  }
  if (places.size === 0) return [];
  const found = [...places].sort(([one2], [other]) => one2 - other);
  const positions = await linesOf(
    chunks2(),
    found.map(([start]) => start)
  );
  return found.map(([, what], index) => ({ ...positions[index], ...what }));
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
    if (holdsIt) yield { path, note: "a link in a circle, which was not followed again" };
    else yield* folder(path, real, seen, around);
    return;
  }
  if (!stats.isFile()) yield { path, note: "a socket, a pipe or a device, which was not opened" };
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
function unreadable(path, error) {
  const { code } = (
    /** @type {NodeJS.ErrnoException} */
    error
  );
  if (code === "ELOOP") return { path, note: "links in a circle, which lead to no file" };
  if (code === "ENOENT" && isLink(path)) return { path, note: "a link to nothing" };
  return { path, note: code === "ENOENT" ? "does not exist" : `cannot be read (${code})`, unread: true };
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
function secrets() {
  const [current, previous] = [secret(), previousSecret()];
  return current === void 0 || previous === void 0 ? current : [current, previous];
}

// js/cli/terminal.js
var UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu;
var shown = (text) => String(text).replace(UNPRINTABLE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
var json = (value, indent) => JSON.stringify(value, null, indent).replace(UNPRINTABLE, (character) => character === "\n" ? character : jsonEscape(character));
var jsonEscape = (character) => character.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
var problemLine = ({ code, field, message }) => shown(`${code}${field ? ` ${field}` : ""}: ${message}`);
var lineWidth = () => Math.max(60, Math.min(process.stdout.columns || 100, 120));
function wrap(text, width) {
  const lines = [""];
  for (const word of shown(text).split(" ")) {
    for (const piece of word.match(new RegExp(`.{1,${width}}`, "gu")) ?? [""]) {
      const line3 = lines[lines.length - 1];
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
  summary: "searches files and folders that you ship for the secret, in any encoding, and for other leaks",
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
  for (const entry2 of walk(paths)) {
    if (entry2.note !== void 0) addNote(report, entry2.path, entry2.note, entry2.unread);
    else await auditFile(report, entry2.path, entry2.size, search, buffer);
  }
  return report;
}
async function auditFile(report, path, size, search, buffer) {
  let opened;
  try {
    const file = openSync(path, "r");
    opened = file;
    report.findings.push(...(await scan(() => chunks(file, buffer), search)).map((found) => ({ file: path, ...found })));
    report.files += 1;
    report.bytes += size;
    const magic = magicOf(file);
    for (const part2 of unpacked(path, magic, file)) {
      report.findings.push(...(await scan(part2.chunks, search)).map((found) => ({ file: path, within: part2.name, ...found })));
    }
    const closed = closedFormat(magic);
    if (closed !== void 0)
      addNote(report, path, `${closed}, and what is packed in it was not read. Unpack it, and search the result.`, true);
  } catch (error) {
    const { code } = (
      /** @type {NodeJS.ErrnoException} */
      error
    );
    if (code === void 0) throw error;
    addNote(report, path, `could not be read to its end (${code})`, true);
  } finally {
    if (opened !== void 0) closeSync(opened);
  }
}
function addNote(report, file, note2, unread) {
  report.notes.push({ file, note: note2 });
  if (unread) report.unread += 1;
}
function linesOf2({ findings, notes, files, bytes, unread, secretSearched }) {
  const lines = findings.length === 0 ? [] : [...findings.map(line), "", ...fixes(findings)];
  if (notes.length > 0) lines.push("Notes", ...notes.map(({ file, note: note2 }) => shown(`  ${file}: ${note2}`)), "");
  if (!secretSearched) lines.push("FOGBENDER_SECRET is not set, so the secret itself was not searched for. Set it, and search again.");
  if (unread > 0) lines.push(`${count(unread, "file or folder", "files or folders")} could not be read. The notes name each.`);
  const found = findings.length === 0 ? "nothing" : count(findings.length, "place");
  lines.push(`Searched ${count(files, "file")} with ${count(bytes, "byte")}: ${found} found.`);
  return lines;
}
var line = ({ file, line: line3, column, within, kind }) => shown(`${file}:${line3}:${column}: ${kind}${within === void 0 ? "" : ` (${within})`}`);
var fixes = (findings) => {
  const rows = [...new Set(findings.map(({ fix }) => fix))].map((fix) => ["-", fix]);
  return ["What to do", ...columns(rows, { indent: 2 }), ""];
};
var count = (number, one2, more = `${one2}s`) => `${number.toLocaleString("en-US")} ${number === 1 ? one2 : more}`;

// js/cli/input.js
import { createReadStream as createReadStream2 } from "node:fs";

// js/cli/json-text.js
var MAX_DEPTH = 32;
var SPACE = /[ \t\n\r]*/y;
var STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
var OTHER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y;
function readObject(text) {
  if (text === "") throw failure("not_an_object", void 0, "The input is empty. Give a JSON object on standard input or in a file.");
  new Walk(text).whole();
  const value = JSON.parse(text);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw failure("not_an_object", void 0, 'The input is JSON, but not an object. Give an object such as {"userId": "U1", \u2026}.');
}
var Walk = class {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    this.at = 0;
  }
  whole() {
    this.value(0);
    if (this.at < this.text.length) this.refuse(`The input goes on behind its JSON at ${this.place()}. Take away what stands there.`);
  }
  /** @param {number} depth */
  value(depth) {
    if (depth > MAX_DEPTH) this.refuse(`The input is nested deeper than ${MAX_DEPTH} levels at ${this.place()}. Make it flatter.`);
    this.take(SPACE);
    const open = this.text[this.at];
    if (open === "{") this.members(depth, "}", /* @__PURE__ */ new Set());
    else if (open === "[") this.members(depth, "]", void 0);
    else if (!this.take(STRING) && !this.take(OTHER)) {
      if (open === '"')
        this.refuse(`The text at ${this.place()} has no closing quote, or a line break or a wrong escape in it. Correct it.`);
      this.wrong("a value");
    }
    this.take(SPACE);
  }
  /**
   * @param {number} depth
   * @param {string} close
   * @param {Set<string>} [names]
   */
  members(depth, close, names) {
    this.at += 1;
    this.take(SPACE);
    if (this.skip(close)) return;
    do {
      this.take(SPACE);
      if (this.text[this.at] === close) this.refuse(`The input stops being JSON at ${this.place()}. Remove the comma before "${close}".`);
      if (names !== void 0) this.name(names);
      this.value(depth + 1);
    } while (this.skip(","));
    if (!this.skip(close)) this.wrong(`"," or "${close}"`);
  }
  /** @param {Set<string>} names */
  name(names) {
    const place2 = this.place();
    const start = this.at;
    if (!this.take(STRING)) this.wrong("a name in double quotes");
    const name2 = JSON.parse(this.text.slice(start, this.at));
    if (names.has(name2)) {
      throw failure(
        "name_repeated",
        shownName(name2),
        `${shownName(name2)} stands twice in one object, the second time at ${place2}. Keep one of them.`
      );
    }
    names.add(name2);
    this.take(SPACE);
    if (!this.skip(":")) this.wrong('":"');
  }
  /** @param {RegExp} pattern */
  take(pattern) {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }
  /** @param {string} character */
  skip(character) {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }
  place() {
    const before = this.text.slice(0, this.at);
    return `line ${before.split("\n").length}, column ${this.at - before.lastIndexOf("\n")}`;
  }
  /** @param {string} expected */
  wrong(expected) {
    if (this.at < this.text.length) this.refuse(`The input stops being JSON at ${this.place()}. Write ${expected} there.`);
    this.refuse(`The input ends at ${this.place()}, where ${expected} must stand. It was probably cut off, so give all of it.`);
  }
  /**
   * @param {string} message
   * @returns {never}
   */
  refuse(message) {
    throw failure("not_an_object", void 0, message);
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
    const { code } = (
      /** @type {NodeJS.ErrnoException} */
      error
    );
    throw new UsageError(file === "-" ? `Standard input cannot be read (${code}). Give a file.` : wrongFile(file, code));
  }
  if (length > MAX_BYTES) throw tooLong();
  return Buffer.concat(chunks2);
}
var tooLong = () => failure(
  "too_large",
  "input",
  "The input is longer than 65,536 characters, and no token is so long. Give the token or the identity alone."
);
function wrongFile(file, code) {
  const name2 = file.length > 24 ? "The file" : shownName(file);
  return `${name2} cannot be read (${code}). Give the name of a file, or give the token or the identity on standard input.`;
}
function textOf(bytes) {
  const encoding = bytes[0] === 255 && bytes[1] === 254 ? "utf-16le" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw failure("not_an_object", "input", "The input is not text in UTF-8. Save it as UTF-8, and try again.", cause);
  }
}
var readIdentity = async (operands) => (
  /** @type {Identity} */
  /** @type {unknown} */
  readObject(await readInput(operands))
);
var userJWTIn = (text) => text.startsWith("{") ? (
  /** @type {string} */
  readObject(text).userJWT
) : text;

// js/cli/report.js
var members = (object, indent) => {
  const rows = Object.entries(object).map(([name2, value]) => [name2, typeof value === "string" ? value : json(value)]);
  return columns(rows, { indent });
};
var INPUTS = {
  token: "a token",
  answer: "an endpoint's answer, with the token in it",
  init_token: "the message to the widget's frame, with the token in it",
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
  summary: "reads a userJWT, and prints header and claims, NOT verified",
  options: {},
  async run({ operands }) {
    const decoded2 = decodeUserJWT(userJWTIn(await readInput(operands)));
    const lines = [
      "NOT verified. Whoever made this userJWT could write anything.",
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
  ECONNREFUSED: "nothing listens on that port. Start the server, or correct the port.",
  ECONNRESET: "the server closed the connection before it answered. Perhaps it speaks another protocol.",
  ENOTFOUND: "there is no host of that name. Correct the URL.",
  EAI_AGAIN: "the host's name could not be looked up. Check the network, and try again.",
  EHOSTUNREACH: "there is no way to that host. Check the network, the VPN and the URL.",
  ENETUNREACH: "there is no way to that network. Check the connection of this machine.",
  ETIMEDOUT: "the host did not answer in time. Check the URL, and whether a firewall stands before the host.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its TLS certificate is self-signed. For a test server, set NODE_EXTRA_CA_CERTS to that certificate.",
  SELF_SIGNED_CERT_IN_CHAIN: "its TLS certificate is from an authority that Node does not know. Set NODE_EXTRA_CA_CERTS to the authority's certificate.",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its TLS certificate cannot be verified. The server must also send the certificates between its own and the authority's.",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its TLS certificate cannot be verified. The server must also send the certificates between its own and the authority's.",
  CERT_HAS_EXPIRED: "its TLS certificate has expired. Renew it.",
  CERT_NOT_YET_VALID: "its TLS certificate is not valid yet. Compare the clocks of both machines.",
  ERR_TLS_CERT_ALTNAME_INVALID: "its TLS certificate is for another host. Give the URL with that host.",
  EPROTO: "the TLS handshake failed. Perhaps this port speaks plain http.",
  ERR_SSL_WRONG_VERSION_NUMBER: "the TLS handshake failed, because this port speaks plain http.",
  ERR_SSL_PACKET_LENGTH_TOO_LONG: "the TLS handshake failed, because this port speaks plain http.",
  HPE_HEADER_OVERFLOW: "the answer's headers are longer than 16 KB.",
  HPE_INVALID_CONSTANT: "what came back is not HTTP. Perhaps this port speaks https."
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
    const answer = { sent, ...await send(url, options, body, timeoutSeconds) };
    answers.push(answer);
    return answer;
  }
  return { ask, answers };
}
var nothing = (failure2) => ({ status: 0, headers: {}, text: "", failure: failure2 });
function send(url, options, body, timeoutSeconds) {
  return new Promise((resolve) => {
    const request = (url.protocol === "https:" ? https : http).request(url, options);
    let began = nothing("");
    const late = () => end({ ...began, failure: `no whole answer came in ${timeoutSeconds} s.` });
    const timer = setTimeout(late, timeoutSeconds * 1e3);
    function end(answer) {
      clearTimeout(timer);
      resolve(answer);
      request.destroy();
    }
    request.on(
      "error",
      (error) => end({ ...began, failure: FAILURES[error.code ?? ""] ?? `the request failed (${error.code ?? "unknown"}).` })
    );
    request.on("response", (response) => {
      began = { status: Number(response.statusCode), headers: response.headers, text: "" };
      const chunks2 = [];
      let length = 0;
      response.on("data", (chunk) => {
        chunks2.push(chunk);
        length += chunk.length;
        if (length > MAX_BYTES2) {
          end({ ...began, text: read(chunks2, {}).text, failure: "the body is longer than 1 MiB, so it was not read to its end." });
        }
      });
      response.on("end", () => end({ ...began, ...read(chunks2, response.headers) }));
      response.on("error", () => end({ ...began, failure: "the connection broke before the body was whole." }));
    });
    request.end(body);
  });
}
var UNPACK = { gzip: gunzipSync, "x-gzip": gunzipSync, br: brotliDecompressSync, deflate: inflateSync2 };
function read(chunks2, headers) {
  const bytes = Buffer.concat(chunks2);
  const unpack = UNPACK[headers["content-encoding"] ?? ""];
  try {
    return { text: (bytes.length > 0 && unpack ? unpack(bytes, { maxOutputLength: MAX_BYTES2 }) : bytes).toString("utf8") };
  } catch {
    return { text: bytes.toString("latin1"), failure: "the body is not what its Content-Encoding says, or it unpacks to more than 1 MiB." };
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
  return [
    /** @type {Part} */
    value,
    ...Object.values(value).flatMap((member) => objects(member, depth - 1))
  ];
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
function identityIn(part2) {
  const { claims = {} } = typeof part2.userJWT === "string" ? decoded(part2.userJWT) : {};
  const whom = (
    /** @type {Whom} */
    {}
  );
  for (const field of FIELDS) whom[field] = { signed: claims[field], beside: part2[field] };
  whom.userHMAC = part2.userHMAC;
  return whom;
}
var differences = (one2, other) => (
  /** @type {(keyof Whom)[]} */
  Object.keys(one2).filter((field) => JSON.stringify(one2[field]) !== JSON.stringify(other[field]))
);
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
    const [, name2, value] = /^\s*([^:\s]+)\s*:\s*(.*)$/s.exec(header) ?? refuse('--header takes "Name: value".');
    const key = name2.toLowerCase();
    values.set(key, [...values.get(key) ?? [], valid(key, value.trim())]);
  }
  const always = {};
  for (const [name2, list] of values) {
    if (list.length > 2) refuse("A cookie or a header was given three times. Give it once, or once for each of two users.");
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
    refuse("A cookie or a header has a character that no header can carry. Copy it again, on one line.");
  }
  return value;
}
function refuse(message) {
  throw new UsageError(message);
}
var credentialsOf = (sessions) => sessions.flatMap(
  (session) => Object.entries(session).flatMap(
    ([name2, value]) => name2 === "cookie" ? cookiesOf(value).map(([, each]) => each) : value.split(/\s+/).slice(-1)
  )
);
var cookiesOf = (header) => header.split(";").map((cookie) => {
  const at2 = cookie.indexOf("=");
  return at2 === -1 ? [cookie.trim(), ""] : [cookie.slice(0, at2).trim(), cookie.slice(at2 + 1).trim()];
});
function forged(session, identity, other) {
  const forge = (value) => {
    const field = Object.keys(other).find((name2) => {
      const { signed, beside } = identity?.[
        /** @type {keyof Identity} */
        name2
      ] ?? {};
      return value !== "" && decodeURIComponentSafely(value) === (signed ?? beside);
    });
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
  unanswered: "Nothing else was asked. Correct this first.",
  giveSession: 'Give a session, as --cookie "\u2026" or --header "Name: value".',
  giveSecondSession: "Give the session of a second user. For a cookie, write --cookie twice.",
  plainHttp: "Others can read the session and the token on the way. Answer over https alone.",
  signsForAnyone: "It signs for anyone. Answer 401 unless the session says who is signed in.",
  redirectsNobody: "The page's fetch would follow this redirect, and get the login page in place of a token. Answer 401.",
  pageForNobody: "A page came back, not an answer. Check the path. Without a session, the endpoint must answer 401.",
  notFoundForNobody: "Check the path. Without a session, the endpoint must answer 401.",
  not401: "No signature came, but the page cannot know that nobody is signed in. Answer 401.",
  incomplete: "No whole answer came. Correct this first.",
  redirects: "doctor follows no redirect. Give the address that answers. If it leads to a login, give a session that is still valid.",
  sessionRefused: "The endpoint refused the session. Copy the cookie or the header again from a browser that is signed in.",
  notFound: "Nothing answers GET or POST there. Check the path.",
  page: "A page came back, not JSON. The path is probably the app's. Give the endpoint's path.",
  noUserJWT: 'The answer has no userJWT. Answer with JSON such as {"signatures":{"userJWT":\u2026},"token":{\u2026}}.',
  contentType: "A browser could read the answer as a page or a script. Answer with Content-Type: application/json.",
  opaque: "doctor cannot read this kind of signature. Sign with a userJWT.",
  setSecretToVerify: "Set FOGBENDER_SECRET to verify the userJWT.",
  userHMAC: "userHMAC signs userId alone. Sign all five fields with a userJWT.",
  differs: "Fogbender refuses a token that differs from its userJWT. Sign and send the same value.",
  notText: "Fogbender compares type and value, so this never equals the token's text. Turn it into text before you sign.",
  sub: "With sub, Fogbender compares nothing else, so every other field can be edited. Sign without sub.",
  visitor: "visitor marks the tokens that Fogbender gives to visitors. Sign without visitor.",
  iatInFuture: "iat is in the future. Set the server's clock, and give times in seconds.",
  noExpiry: "Whoever gets hold of it can use it forever. Set expiresInSeconds: 3600.",
  expired: "It had expired when it came. Sign a new one for each request, and check the server's clock.",
  lateExpiry: "A page can ask again at any time, so an hour is enough. Set expiresInSeconds: 3600.",
  sameUser: "Both sessions are one user's, or the endpoint gives one user's token to all. Sign for the user of each request's session.",
  noSession: "A signature came without a valid session. Take the user from the session alone, and answer 401 without one.",
  chosen: "The request chose what is signed. Take every field from the session alone.",
  brokenRequest: "No whole answer came to this request. Answer 400 or 401, at once.",
  serverBroke: "No signature came, but the server broke. Answer 400 or 401.",
  origins: "Other sites' pages can read the answer. Allow the origins of your own pages alone, and never repeat what Origin says.",
  jsonp: "Any page can run this answer as a script and read it. Answer no JSONP.",
  noStore: "Caches may keep one user's answer for others. Answer with Cache-Control: no-store.",
  cached: "A cache gave one user's answer to another. Turn it off for this address, and answer with Cache-Control: no-store.",
  cacheUnknown: "The endpoint signs without a session, so doctor cannot know what comes from a cache. Correct that first.",
  secretLeaks: "Whoever reads it can sign for everybody. Reset the secret in Fogbender's settings, and take it out of the answer.",
  namedSecret: "Whoever asks can read it. Take it out of the answer, and reset what it shows.",
  setSecretToSearch: "Set FOGBENDER_SECRET to search for the secret in every encoding.",
  widgetKey: "Whoever reads it can be any user. Take it out of the answer, and reset the secret.",
  stackTrace: "It tells attackers how the server works. Answer errors with a code, and keep the trace in your log.",
  tokenInHeader: "Headers and redirects end up in logs and on other sites. Send the token in the body alone."
};

// js/cli/doctor/rows.js
var ok = (check, answer, cameBack = back(answer)) => ({ check, result: "ok", sent: answer.sent, cameBack });
var wrong = (check, answer, fix, cameBack = back(answer)) => ({ check, result: "wrong", sent: answer.sent, cameBack, fix });
var note = (check, answer, fix, cameBack = back(answer)) => ({ check, result: "note", sent: answer.sent, cameBack, fix });
var notRun = (check, why) => ({ check, result: "not run", sent: "-", cameBack: "-", fix: why });
var judged = (check, answer, isRight, fix, cameBack) => isRight ? ok(check, answer, cameBack) : wrong(check, answer, fix, cameBack);
function back(answer) {
  const { status, headers, failure: failure2 } = answer;
  if (failure2 !== void 0) return status === 0 ? failure2 : `${status}, but ${failure2}`;
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
function textsOf(identity) {
  const texts = Object.entries(NOBODY).map(([field, madeUp]) => {
    const { signed, beside } = identity?.[
      /** @type {keyof Identity} */
      field
    ] ?? {};
    return [field, [signed, beside].find((value) => typeof value === "string" && value !== "") ?? madeUp];
  });
  return Object.fromEntries(texts);
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
  await attempt("an unsigned JWT gets no signature", "without a session", "Authorization: Bearer (alg none)", { headers });
  if (sessions.length > 0) {
    await attempt("a made-up session gets no signature", "with a made-up session", "", { headers: forged(sessions[0], identity, NOBODY) });
  }
  return rows;
}
async function asUser({ ask, at: at2, method, other }, { session, identity }) {
  const victim = textsOf(other);
  const rows = [];
  for (const [check, how, way] of WAYS) {
    const request = { method, ...way(at2, victim, textsOf(identity)) };
    const answer = await ask(...described("as user 1", how, { ...request, headers: { ...request.headers, ...session } }));
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
  const part2 = signedPart(answer);
  const moved2 = part2 === void 0 ? ["the signature"] : differences(identity, identityIn(part2));
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
async function provoke({ ask, url, sessions: [session = {}] }) {
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
  const found = (test) => {
    for (const answer of answers) {
      const what = test(answer);
      if (what) return { answer, what };
    }
    return void 0;
  };
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
  const { answer, what } = found;
  return { check, result: "wrong", sent: answer.sent, cameBack: `${answer.status}, ${what}`, fix };
}

// js/cli/doctor/sharing.js
async function otherOrigins({ ask, at: at2, url, method, sessions: [session = {}] }) {
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
  rows.push(judged("no page can run it as a script", called, !/fogbenderTokenDoctor\s*\(/.test(called.text), FIX2.jsonp));
  return rows;
}
function originRow(check, answer, origin) {
  if (answer.failure !== void 0) return note(check, answer, FIX2.brokenRequest);
  const allowed = answer.headers["access-control-allow-origin"];
  const isOpen = allowed === "*" || allowed?.toLowerCase() === origin;
  return judged(check, answer, !isOpen, FIX2.origins, `${answer.status}, allows ${isOpen ? "it" : brief(allowed ?? "no other origin")}`);
}
var KEPT = ["nobody gets it from a cache", "no cache takes it for a file"];
async function caching({ ask, url, method, signsForAnyone }, { session, answer }) {
  const rows = [noStore(answer), vary(answer, session)];
  if (method === "GET") {
    const head = await ask("HEAD as user 1", { method: "HEAD", headers: session });
    if (head.status === 200) rows.push(noStore(head));
  }
  if (signsForAnyone) return [...rows, ...KEPT.map((check) => notRun(check, FIX2.cacheUnknown))];
  rows.push(kept(KEPT[0], await ask(`${method} without a session, after user 1`, { method })));
  const path = `${url.pathname.replace(/\/$/, "")}/fogbender-token-doctor.css`;
  const styled = await ask(`${method} as user 1, path + /\u2026.css`, { method, path, headers: session });
  if (hasSignature(styled)) {
    rows.push(kept(KEPT[1], await ask(`${method} without a session, path + /\u2026.css`, { method, path })));
  } else rows.push(ok(KEPT[1], styled));
  return rows;
}
function noStore(answer) {
  const value = answer.headers["cache-control"];
  const isRight = /(^|,)\s*no-store\s*(,|$)/i.test(value ?? "");
  return judged(
    "no cache may store it",
    answer,
    isRight,
    FIX2.noStore,
    value === void 0 ? "no Cache-Control" : `Cache-Control: ${brief(value)}`
  );
}
function vary(answer, session) {
  const check = "Vary names the session";
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
function tokenRows({ answer, part: part2 }, secrets2, now = Date.now() / 1e3) {
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
  const { userJWT } = part2;
  if (typeof userJWT !== "string") return [...rows, ...olderSignature(answer, part2)];
  const { claims, error } = decoded(userJWT);
  if (claims === void 0) return [...rows, refused("the userJWT is right", answer, error?.problems ?? [])];
  const signed = { ...part2, userJWT };
  return [...rows, signature(answer, userJWT, secrets2), ...fieldRows(answer, claims, signed), ...expiry(answer, claims, now)];
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
    return [wrong("the signature is a userJWT", answer, FIX2.userHMAC, "userHMAC"), ...openRows(answer, { userHMAC: part2.userHMAC }, part2)];
  }
  return [note("the signature is a userJWT", answer, FIX2.opaque, "userPaseto or userToken")];
}
function signature(answer, userJWT, secrets2) {
  const check = "the userJWT is right";
  const { reasons, hints } = explainToken({ userJWT }, secrets2);
  const wrongSecret = hints.filter(({ code }) => code === "previous_secret" || code.startsWith("secret_"));
  if (reasons.length > 0) return refused(check, answer, wrongSecret.length > 0 ? wrongSecret : reasons);
  return secrets2 === void 0 ? notRun(check, FIX2.setSecretToVerify) : ok(check, answer, "verified");
}
var refused = (check, answer, problems) => wrong(
  check,
  answer,
  problems.map(({ message }) => message).join(" "),
  problems.map(({ code, field }) => `${code}${field ? ` ${field}` : ""}`).join(", ")
);
function fieldRows(answer, claims, part2) {
  const rows = [];
  if ("sub" in claims) rows.push(wrong("no sub is signed", answer, FIX2.sub, "a sub claim"));
  if ("visitor" in claims) rows.push(wrong("no visitor is signed", answer, FIX2.visitor, "a visitor claim"));
  const open = openRows(answer, { userJWT: part2.userJWT }, part2);
  rows.push(...open);
  const isRead = explainToken({ userJWT: part2.userJWT }).reasons.length === 0;
  if (isRead && open.length === 0) rows.push(ok("every field is signed", answer, "all signed"));
  for (const field of FIELDS) {
    const claim = claims[field] ?? void 0;
    if (claim === void 0) continue;
    if (typeof claim !== "string") rows.push(wrong(`${field} is signed as text`, answer, FIX2.notText, `a ${typeof claim}`));
    else if (field in part2 && part2[field] !== claim) rows.push(wrong(`${field} is what was signed`, answer, FIX2.differs, "it differs"));
  }
  return rows;
}
var openRows = (answer, signature2, part2) => unsignedFields(signature2, part2).map(({ field, message }) => wrong(`${field} is signed`, answer, message, "not signed"));
function expiry(answer, { exp, iat }, now) {
  const rows = [];
  if (typeof iat === "number" && iat > now + 60) {
    rows.push(wrong("the clock is right", answer, FIX2.iatInFuture, `iat in ${spoken2(iat - now)}`));
  }
  const check = "the userJWT expires";
  if (typeof exp !== "number") rows.push(note(check, answer, FIX2.noExpiry, exp === void 0 ? "no exp" : "exp is not a number"));
  else if (exp <= now) rows.push(wrong(check, answer, FIX2.expired, `exp ${spoken2(now - exp)} ago`));
  else if (exp - now > 30 * DAY) rows.push(note(check, answer, FIX2.lateExpiry, `exp in ${spoken2(exp - now)}`));
  else rows.push(ok(check, answer, `exp in ${spoken2(exp - now)}`));
  return rows;
}
function spoken2(seconds) {
  const [size, unit] = UNITS.find(([size2]) => seconds >= 2 * size2) ?? [1, "second"];
  const count2 = Math.max(1, Math.floor(seconds / size));
  return `${count2} ${unit}${count2 === 1 ? "" : "s"}`;
}
var UNITS = [
  [DAY, "day"],
  [3600, "hour"],
  [60, "minute"]
];
function twoUsers(one2, other) {
  const check = "two users get different tokens";
  const same = (
    /** @type {const} */
    ["userId", "userEmail"].filter((field) => {
      const [first, second] = [one2, other].map(({ identity }) => identity[field].signed ?? identity[field].beside);
      return first !== void 0 && first === second;
    })
  );
  const isSame = same.length > 0 || one2.part.userJWT !== void 0 && one2.part.userJWT === other.part.userJWT;
  return judged(check, other.answer, !isSame, FIX2.sameUser, isSame ? `the same ${same.join(", ") || "userJWT"}` : "different users");
}

// js/cli/doctor/examine.js
var NEED_SESSION = [
  "a user gets a signature",
  "every field is signed",
  "the userJWT expires",
  "requests choose no user",
  "no cache may store it"
];
async function examine(url, sessions, { secrets: secrets2, always, timeoutSeconds }) {
  const { ask, answers } = asker(url, always, timeoutSeconds);
  const rows = [transport(url)];
  const first = await ask("GET without a session");
  if (first.failure !== void 0) {
    rows.push(wrong("the endpoint answers", first, FIX2.unanswered));
    return { rows, requests: answers.length };
  }
  const users = await asUsers(ask, sessions);
  const method = users[0]?.method ?? ([404, 405].includes(first.status) ? "POST" : "GET");
  const anonymous2 = method === "GET" ? first : await ask("POST without a session", { method });
  rows.push(nobody(anonymous2));
  const [user, other] = users.map(signedUser);
  const all2 = {
    ask,
    at: at(url),
    url,
    method,
    sessions,
    identity: user?.identity,
    other: other?.identity,
    signsForAnyone: hasSignature(anonymous2)
  };
  if (sessions.length === 0) rows.push(...NEED_SESSION.map((check) => notRun(check, FIX2.giveSession)));
  else if (user === void 0) rows.push(noToken(users[0].answer));
  else rows.push(...tokenRows(user, secrets2), others(user, other, users[1]?.answer));
  rows.push(...await withoutSession(all2));
  if (user !== void 0) rows.push(...await asUser(all2, user), ...await caching(all2, user));
  rows.push(...await otherOrigins(all2));
  await provoke(all2);
  rows.push(...leakRows(answers, secrets2));
  return { rows, requests: answers.length };
}
async function asUsers(ask, sessions) {
  const users = [];
  for (const [index, session] of sessions.entries()) {
    const name2 = `as user ${index + 1}`;
    let method = users[0]?.method ?? "GET";
    let answer = await ask(`${method} ${name2}`, { method, headers: session });
    if (index === 0 && !hasSignature(answer) && [404, 405, 400, 415].includes(answer.status)) {
      const posted2 = await ask(`POST ${name2}`, { method: "POST", headers: session });
      if (hasSignature(posted2)) [method, answer] = ["POST", posted2];
    }
    users.push({ method, session, answer });
  }
  return users;
}
function signedUser({ session, answer }) {
  const part2 = signedPart(answer);
  return part2 && { session, answer, part: part2, identity: identityIn(part2) };
}
function others(user, other, answer) {
  const check = "two users get different tokens";
  if (answer === void 0) return notRun(check, FIX2.giveSecondSession);
  return other === void 0 ? { ...noToken(answer), check } : twoUsers(user, other);
}
function transport(url) {
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  const answer = { sent: "the URL", status: 0, headers: {}, text: "" };
  const cameBack = url.protocol === "https:" ? "https" : isLoopback ? "http on this machine" : "http";
  return judged("nobody can read it on the way", answer, url.protocol === "https:" || isLoopback, FIX2.plainHttp, cameBack);
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
  summary: "asks a running endpoint what an attacker and a reviewer would ask, and says what to correct",
  operands: "URL",
  options: {
    cookie: { takes: '"NAME=VALUE"', multiple: true, about: "a signed-in user's Cookie header; twice for two users" },
    header: {
      takes: '"NAME: VALUE"',
      multiple: true,
      about: "the session if it is not a cookie, such as Authorization (twice for two users); beside --cookie, a header for every request"
    },
    "timeout-seconds": { takes: "N", about: "how long to wait for each answer (default: 10)", read: readNumber }
  },
  async run({ operands: [address], options: { cookie = [], header = [], timeoutSeconds = 10 } }) {
    const url = readURL(address);
    if (!(timeoutSeconds > 0 && timeoutSeconds <= 600)) throw new UsageError("--timeout-seconds takes a number above 0, and 600 at most.");
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
  if (url === void 0 || !/^https?:$/.test(url.protocol))
    throw new UsageError("doctor takes a URL such as https://app.example.com/fogbender-signatures.");
  if (url.username !== "" || url.password !== "") {
    throw new UsageError('The URL holds a password. Give the password as --header "Authorization: Basic \u2026".');
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
  console.error("Some of them name other users, as an attacker would. So ask a test server, or use the sessions of test users.");
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
var RESULTS = ["ok", "not run", "note", "wrong"];
function linesOf3(asked, requests) {
  const checks = RESULTS.flatMap((result) => asked.filter((one2) => one2.result === result));
  const cells = checks.map(({ result, check, sent, cameBack }) => [result, check, sent, cameBack]);
  const [head, ...rows] = table([["", "check", "sent", "came back"], ...cells], { widest: 31 });
  const count2 = (result) => checks.filter((one2) => one2.result === result).length;
  return [
    ...head,
    ...rows.flatMap((lines, index) => {
      const { fix } = checks[index];
      return fix === void 0 || fix === checks[index + 1]?.fix ? lines : [...lines, ...paragraph(`-> ${fix}`, 9)];
    }),
    "",
    `${requests} ${requests === 1 ? "request" : "requests"}. ${count2("wrong")} wrong, ${count2("note")} to look at, ${count2("ok")} right, ${count2("not run")} not run.`
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
  summary: "reads a token, an endpoint's answer or a userJWT, and says what Fogbender would decide and why",
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
  summary: "prints 8 hex digits that tell one FOGBENDER_SECRET from another, and nothing else about it",
  operands: "",
  options: {},
  run: () => ({ plain: secretFingerprint(
    /** @type {string} */
    secret()
  ) })
};

// js/cli/commands/secret.js
import { randomBytes } from "node:crypto";
var secret2 = {
  summary: "prints a fresh secret for local work (production's is in Fogbender's settings)",
  operands: "",
  options: {},
  run: () => ({ plain: randomBytes(24).toString("base64") })
};

// js/cli/commands/sign.js
var sign = {
  summary: "reads an identity, and prints its userJWT",
  options: {
    ...SIGNING,
    partial: { about: "sign an identity that lacks fields (anyone can edit what is not signed)" }
  },
  async run({ operands, options }) {
    const identity = await readIdentity(operands);
    return { value: { userJWT: signUserJWT(
      identity,
      /** @type {string} */
      secret(),
      options
    ) } };
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
    const { code } = (
      /** @type {NodeJS.ErrnoException} */
      error
    );
    const why = code === "EADDRINUSE" ? "is in use" : `cannot be used (${code})`;
    throw new UsageError(`Port ${port} ${why}. Stop what uses it, or choose another with --port.`);
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
  framed: ({ from, app }) => line2("blocked", `a page of ${from} frames the client`, [
    `Only pages of ${app} may do that. If the page is yours, start the stand-in with --app ${from}.`
  ])
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
  const lines = (event) => asJSON ? [json(event)] : TEXTS[event.event](
    /** @type {never} */
    event
  );
  const told = (event) => {
    for (const line3 of lines(event)) console.log(line3);
  };
  const toldHiding = (event) => {
    for (const line3 of lines(event)) console.log(hide(line3));
  };
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
  summary: "runs a local Fogbender for your app, with the widget's client, and says what it decides for each token",
  operands: "",
  options: {
    app: { takes: "ORIGIN", about: "where your app's pages are, such as http://localhost:5173; required" },
    port: { takes: "N", about: `the port on 127.0.0.1; 0 is any free one (default: ${PORT})`, read: readNumber }
  },
  async run({ options: { app, port = PORT }, json: asJSON }) {
    const origin = readOrigin(app);
    if (!(Number.isInteger(port) && port >= 0 && port <= 65535)) throw new UsageError("--port takes a whole number from 0 to 65535.");
    const secret3 = secret() ?? randomBytes2(24).toString("base64");
    const { told, decided, asked } = teller({ app: origin, secret: secret3, asJSON });
    const standIn2 = createStandIn({ secret: secret3, app: origin, onDecision: decided });
    const server = await listen(port);
    server.on(
      "request",
      toNodeHandler((request) => asked(request, standIn2))
    );
    told(started(origin, `http://127.0.0.1:${/** @type {AddressInfo} */
    server.address().port}`, secret3));
    await stopped(server);
    return asJSON ? { plain: json({ event: "stopped" }) } : { plain: "Stopped." };
  }
};
function readOrigin(app) {
  if (app === void 0)
    throw new UsageError("stand-in needs the origin of your app's pages. Give it as --app, such as --app http://localhost:5173.");
  const origin = app.replace(/^(https?:\/\/[^/]+)\/$/i, "$1").toLowerCase();
  const wrong2 = wrongOrigin(origin);
  if (wrong2 !== void 0) throw new UsageError(`--app ${wrong2}`);
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
  summary: "reads an identity, and prints the token that the widget takes",
  options: { "widget-id": { takes: "ID", about: "the workspace's widgetId, required" }, ...SIGNING },
  async run({ operands, options }) {
    const identity = await readIdentity(operands);
    return { value: createToken(
      identity,
      /** @type {string} */
      secret(),
      options
    ) };
  }
};

// js/cli/commands/verify.js
var verify = {
  summary: "reads a userJWT, verifies it, and prints its claims",
  options: JUDGING,
  async run({ operands, options }) {
    const claims = verifyUserJWT(
      userJWTIn(await readInput(operands)),
      /** @type {string | string[]} */
      secrets(),
      options
    );
    return { value: claims, lines: ["The userJWT is verified. It says:", ...members(claims, 2)] };
  }
};

// js/cli/commands.js
var COMMANDS = { sign, token, verify, decode, explain, secret: secret2, fingerprint, "stand-in": standIn, doctor, audit };

// js/cli/help.js
var END = `
Input is JSON, from a file or standard input. verify, decode and explain take a bare userJWT as well.
Output is text on a terminal and JSON in a pipe. stand-in prints text there too, and JSON with --json.
Errors go to standard error, one line each, with code, field and what to do.

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
  ["--help", "this help, or that of one command"],
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
    "Sign, verify and explain Fogbender tokens. Check your endpoint, and what you ship.",
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
    throw new UsageError("The secret must not be an argument, because others can see arguments. Set FOGBENDER_SECRET.");
  }
  if (name2 === void 0) throw new UsageError("No command was given.");
  if (!Object.hasOwn(COMMANDS, name2)) throw new UsageError(`There is no command ${shownName(name2)}.`);
  const given = readArguments(COMMANDS[name2], name2, args);
  if (given.help) return process.stdout.write(help(name2));
  const result = await COMMANDS[name2].run({ ...given, options: (
    /** @type {never} */
    given.options
  ) });
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
    console.error(`usage: ${shown(error.message)} See fogbender-token --help.`);
    process.exitCode = 2;
  } else {
    for (const line3 of String(error instanceof Error ? error.stack : error).split("\n")) console.error(shown(line3));
    process.exitCode = 1;
  }
}
process.stdout.on("error", (error) => process.exit(error.code === "EPIPE" ? process.exitCode : 1));
main(process.argv.slice(2)).catch(fail);
