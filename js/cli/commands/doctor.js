/**
 * @import { Command } from "../commands.js"
 * @import { Row, Session } from "../doctor/types.d.ts"
 */
import { readNumber, UsageError } from "../arguments.js";
import { formsOf } from "../audit/forms.js";
import { searcher } from "../audit/search.js";
import { Signer } from "../../entries/api.js";
import { MAX_REQUESTS } from "../doctor/ask.js";
import { examine } from "../doctor/examine.js";
import { credentialsOf, sessionsOf } from "../doctor/sessions.js";
import { previousSecret, secret } from "../environment.js";
import { paragraph, shown, table } from "../terminal.js";

/** @type {Command<{ cookie?: string[], header?: string[], timeoutSeconds?: number }>} */
export const doctor = {
  summary: "asks a running endpoint what an attacker and a reviewer would ask, and says what to correct",
  operands: "URL",
  options: {
    cookie: { takes: '"NAME=VALUE"', multiple: true, about: "a signed-in user's Cookie header; twice for two users" },
    header: {
      takes: '"NAME: VALUE"',
      multiple: true,
      about: "the session if it is not a cookie, such as Authorization (twice for two users); beside --cookie, a header for every request",
    },
    "timeout-seconds": { takes: "N", about: "how long to wait for each answer (default: 10)", read: readNumber },
  },
  async run({ operands: [address], options: { cookie = [], header = [], timeoutSeconds = 10 } }) {
    const url = readURL(address);
    if (!(timeoutSeconds > 0 && timeoutSeconds <= 600)) throw new UsageError("--timeout-seconds takes a number above 0, and 600 at most.");
    const { sessions, always } = sessionsOf(cookie, header);
    const secrets = readSecrets();
    announce(url, sessions);
    const { rows, requests } = await examine(url, sessions, { secrets, always, timeoutSeconds });
    const hide = hider(credentialsOf([...sessions, always]), secrets ?? []);
    const checks = rows.map((row) => ({ ...row, cameBack: hide(row.cameBack), ...(row.fix !== undefined && { fix: hide(row.fix) }) }));
    const wrong = checks.filter(({ result }) => result === "wrong").length;
    return {
      value: { url: url.origin + url.pathname, requests, wrong, checks },
      lines: linesOf(checks, requests),
      status: wrong > 0 ? 1 : 0,
    };
  },
};

/** @param {string} address */
function readURL(address) {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new UsageError("doctor takes a URL such as https://app.example.com/fogbender-signatures.");
  if (url.username !== "" || url.password !== "") {
    throw new UsageError('The URL holds a password. Give the password as --header "Authorization: Basic …".');
  }
  url.hash = "";
  return url;
}

/** A wrong secret would make a right endpoint look wrong. */
function readSecrets() {
  if (secret() === undefined) return undefined;
  const secrets = [secret(), previousSecret()].filter((one) => one !== undefined);
  for (const one of secrets) new Signer(one).free();
  return secrets;
}

/**
 * @param {URL} url
 * @param {Session[]} sessions
 */
function announce(url, sessions) {
  const as = ["without a session", "without a session and as one user", "without a session and as two users"][sessions.length];
  const requests = `at most ${MAX_REQUESTS} requests (GET, HEAD, POST, OPTIONS) ${as}`;
  console.error(shown(`doctor sends ${requests}, to ${url.origin} alone, and follows no redirect.`));
  console.error("Some of them name other users, as an attacker would. So ask a test server, or use the sessions of test users.");
}

/**
 * What a server sends back may hold the session, a token or the secret in any encoding: none of them is shown.
 * @param {string[]} credentials
 * @param {string[]} secrets
 * @returns {(text: string) => string}
 */
function hider(credentials, secrets) {
  const hidden = credentials.filter((text) => text.length >= 4).sort((one, other) => other.length - one.length);
  const search = searcher(secrets.flatMap((one) => formsOf(one, "secret")));
  return (text) => {
    const bytes = Buffer.from(text);
    if (search(bytes, 0, bytes.length).length > 0) return "(not shown, because it holds the secret)";
    return hidden
      .reduce((rest, credential) => rest.replaceAll(credential, "(hidden)"), text)
      .replace(/eyJ[\w-]{8,}(\.[\w-]*){0,2}/g, "(a JWT)");
  };
}

/** @type {Row["result"][]} */
const RESULTS = ["ok", "not run", "note", "wrong"];

/**
 * What is wrong stands last, where a terminal shows it. What is to be done is said once for rows that need the same.
 * @param {Row[]} asked
 * @param {number} requests
 */
function linesOf(asked, requests) {
  const checks = RESULTS.flatMap((result) => asked.filter((one) => one.result === result));
  const cells = checks.map(({ result, check, sent, cameBack }) => [result, check, sent, cameBack]);
  const [head, ...rows] = table([["", "check", "sent", "came back"], ...cells], { widest: 31 });
  const count = (/** @type {Row["result"]} */ result) => checks.filter((one) => one.result === result).length;
  return [
    ...head,
    ...rows.flatMap((lines, index) => {
      const { fix } = checks[index];
      return fix === undefined || fix === checks[index + 1]?.fix ? lines : [...lines, ...paragraph(`-> ${fix}`, 9)];
    }),
    "",
    `${requests} ${requests === 1 ? "request" : "requests"}. ${count("wrong")} wrong, ${count("note")} to look at, ${count("ok")} right, ${count("not run")} not run.`,
  ];
}
