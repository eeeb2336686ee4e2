/**
 * @import { Finding, Report, Search } from "../audit/types.d.ts"
 * @import { Command } from "../commands.js"
 */
import { closeSync, openSync } from "node:fs";
import { Signer } from "../../entries/api.js";
import { CHUNK_BYTES, chunks, closedFormat, magicOf, unpacked } from "../audit/contents.js";
import { formsOf } from "../audit/forms.js";
import { PATTERNS } from "../audit/patterns.js";
import { scan } from "../audit/scan.js";
import { searcher } from "../audit/search.js";
import { walk } from "../audit/walk.js";
import { previousSecret, secret } from "../environment.js";
import { columns, shown } from "../terminal.js";

/** @type {Command<object>} */
export const audit = {
  summary: "searches files and folders that you ship for the secret, in any encoding, and for other leaks",
  operands: "PATH…",
  options: {},
  async run({ operands }) {
    const forms = [...secretForms(secret(), "secret"), ...secretForms(previousSecret(), "previous secret"), ...PATTERNS];
    const report = await audited(operands, searcher(forms));
    const value = { ...report, secretSearched: secret() !== undefined };
    const status = report.findings.length > 0 ? 1 : report.unread > 0 ? 3 : 0;
    return { value, lines: linesOf(value), status };
  },
};

/**
 * The forms of a secret that is one: of a wrong one, nothing would be found.
 * @param {string | undefined} text
 * @param {string} whose
 */
function secretForms(text, whose) {
  if (text === undefined) return [];
  new Signer(text).free();
  return formsOf(text, whose);
}

/**
 * @param {string[]} paths
 * @param {Search} search
 */
async function audited(paths, search) {
  /** @type {Report} */
  const report = { findings: [], notes: [], files: 0, bytes: 0, unread: 0 };
  const buffer = Buffer.alloc(CHUNK_BYTES);
  for (const entry of walk(paths)) {
    if (entry.note !== undefined) addNote(report, entry.path, entry.note, entry.unread);
    else await auditFile(report, entry.path, entry.size, search, buffer);
  }
  return report;
}

/**
 * @param {Report} report
 * @param {string} path
 * @param {number} size
 * @param {Search} search
 * @param {Buffer} buffer
 */
async function auditFile(report, path, size, search, buffer) {
  /** @type {number | undefined} */
  let opened;
  try {
    const file = openSync(path, "r");
    opened = file;
    report.findings.push(...(await scan(() => chunks(file, buffer), search)).map((found) => ({ file: path, ...found })));
    report.files += 1;
    report.bytes += size;
    const magic = magicOf(file);
    for (const part of unpacked(path, magic, file)) {
      report.findings.push(...(await scan(part.chunks, search)).map((found) => ({ file: path, within: part.name, ...found })));
    }
    const closed = closedFormat(magic);
    if (closed !== undefined)
      addNote(report, path, `${closed}, and what is packed in it was not read. Unpack it, and search the result.`, true);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === undefined) throw error;
    addNote(report, path, `could not be read to its end (${code})`, true);
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}

/**
 * @param {Report} report
 * @param {string} file
 * @param {string} note
 * @param {boolean} [unread]
 */
function addNote(report, file, note, unread) {
  report.notes.push({ file, note });
  if (unread) report.unread += 1;
}

/** @param {Report & { secretSearched: boolean }} report */
function linesOf({ findings, notes, files, bytes, unread, secretSearched }) {
  const lines = findings.length === 0 ? [] : [...findings.map(line), "", ...fixes(findings)];
  if (notes.length > 0) lines.push("Notes", ...notes.map(({ file, note }) => shown(`  ${file}: ${note}`)), "");
  if (!secretSearched) lines.push("FOGBENDER_SECRET is not set, so the secret itself was not searched for. Set it, and search again.");
  if (unread > 0) lines.push(`${count(unread, "file or folder", "files or folders")} could not be read. The notes name each.`);
  const found = findings.length === 0 ? "nothing" : count(findings.length, "place");
  lines.push(`Searched ${count(files, "file")} with ${count(bytes, "byte")}: ${found} found.`);
  return lines;
}

/**
 * As editors and terminals understand it: they open the file at that place.
 * @param {Finding} finding
 */
const line = ({ file, line, column, within, kind }) =>
  shown(`${file}:${line}:${column}: ${kind}${within === undefined ? "" : ` (${within})`}`);

/**
 * What to do, once for all findings that need the same.
 * @param {Finding[]} findings
 */
const fixes = (findings) => {
  const rows = [...new Set(findings.map(({ fix }) => fix))].map((fix) => ["-", fix]);
  return ["What to do", ...columns(rows, { indent: 2 }), ""];
};

/** @type {(number: number, one: string, more?: string) => string} */
const count = (number, one, more = `${one}s`) => `${number.toLocaleString("en-US")} ${number === 1 ? one : more}`;
