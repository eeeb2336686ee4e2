// Each event of the stand-in as lines for people.
/** @import { Texts } from "./types.d.ts" */
import { paragraph, wrap, lineWidth } from "../terminal.js";

/** @type {Texts} */
export const TEXTS = {
  started({ app, clientUrl, signaturesUrl, fingerprint, env }) {
    return [
      `A local Fogbender for the pages of ${app}. Ctrl+C stops it.`,
      "",
      "Your backend's environment:",
      ...Object.entries(env).map(([name, value]) => `  ${name}=${value}`),
      "FOGBENDER_SECRET" in env
        ? "  (This secret is made for this run. To keep one, set FOGBENDER_SECRET before you start the stand-in.)"
        : `  (FOGBENDER_SECRET is the one that you set, with the fingerprint ${fingerprint}.)`,
      "Your page's widget:",
      `  <FogbenderSimpleWidget clientUrl="${clientUrl}" …>`,
      "Only if your backend calls /signatures:",
      `  requestSignatures(identity, secret, { url: "${signaturesUrl}" })`,
      "",
      "What becomes of each token:",
    ];
  },

  verify({ verdict, who, ended, reasons, consequences, hints }) {
    const others = reasons.filter(({ message }) => message !== ended?.message);
    const notes = verdict === "refused" || verdict === "crashes" ? [] : [...consequences, ...hints];
    return line(verdict, who, [
      ...(ended === undefined ? [] : [`at ${ended.step}: ${ended.message}`]),
      ...others.map(({ message }) => message),
      ...notes.map(({ code, message }) => `${code}: ${message}`),
    ]);
  },

  signed: ({ path }) => line("signed", `POST ${path}`),

  error: ({ path, status, message }) => line("error", `${status} for ${path}`, [message]),

  framed: ({ from, app }) =>
    line("blocked", `a page of ${from} frames the client`, [
      `Only pages of ${app} may do that. If the page is yours, start the stand-in with --app ${from}.`,
    ]),
};

/**
 * When, what, and about whom; what there is to say of it stands below.
 * @param {string} what
 * @param {string} about
 * @param {string[]} [notes]
 */
function line(what, about, notes = []) {
  const time = new Date().toTimeString().slice(0, 8);
  const [first, ...rest] = wrap(about, lineWidth() - 20);
  return [`${time}  ${what.padEnd(8)}  ${first}`, ...[...rest, ...notes].flatMap((note) => paragraph(note, 20))];
}
