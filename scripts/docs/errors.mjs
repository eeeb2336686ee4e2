// docs/errors.md: each code of the package, with what its message says, its cause and its fix.
import { API } from "../../js/core/help/api.js";
import { CALLS } from "../../js/core/help/calls.js";
import { ENDPOINT } from "../../js/core/help/endpoint.js";
import { FIELDS } from "../../js/core/help/fields.js";
import { SECRET } from "../../js/core/help/secret.js";
import { SESSION } from "../../js/core/help/session.js";
import { USER_JWT } from "../../js/core/help/user-jwt.js";
import { HINTS } from "./hints.mjs";
import { MESSAGES } from "./messages.mjs";
import { PAGE } from "./page.mjs";

/** The codes, by where they are met. @type {Record<string, Record<string, { cause: string, fix: string }>>} */
export const GROUPS = {
  "The secret": SECRET,
  "The user's fields and the token": FIELDS,
  "The userJWT": USER_JWT,
  "Options, times and WebAssembly": CALLS,
  "Your endpoint": ENDPOINT,
  "The page": PAGE,
  "The session, as a provider function reads it": SESSION,
  "Fogbender's /signatures API, and the local one": API,
};

const INTRO = `# Errors

<!-- Written by scripts/docs.mjs from js/core/help/ and scripts/docs/. Change those, and run it. -->

Every refusal is a \`FogbenderTokenError\`. It has a \`code\` that stays the same between versions, the \`field\`, a \`message\` that says what
is wrong and what to do, and \`problems\`: everything that is wrong with the input, at once. No secret and no JWT is ever in it.

\`\`\`js
try {
  signer.token(identity, { widgetId });
} catch (error) {
  if (!(error instanceof FogbenderTokenError)) throw error;
  console.error(error.code, error.field, error.message);
  console.error(error.help); // { cause, fix, page }, as below
}
\`\`\`

\`error.help\` has the cause and the fix of the code, and where they stand here. Every build for servers has it: Node, Bun, Deno, Cloudflare
Workers and Vercel's edge. The browser's builds and \`fogbender-token/page\` do without these texts (4 KB, gzip), and \`help\` is \`undefined\`.

In Rust, \`error.problems()\` has the same codes. In the messages below, … stands for what varies.`;

export function errorsPage(consequences) {
  const sections = Object.entries(GROUPS).map(([title, codes]) => [`## ${title}`, ...Object.entries(codes).map(entry)].join("\n\n"));
  return `${[INTRO, contents(), ...sections, explained(consequences)].join("\n\n")}\n`;
}

const TITLES = [...Object.keys(GROUPS), "What explain adds"];

const contents = () => TITLES.map((title) => `- [${title}](#${slug(title)})`).join("\n");

/** A heading's anchor, as GitHub makes it. */
const slug = (title) =>
  title
    .toLowerCase()
    .replace(/[^\w\- ]/g, "")
    .replaceAll(" ", "-");

const entry = ([code, { cause, fix }]) =>
  [`### ${code}`, quoted([MESSAGES[code]].flat()), `**Cause:** ${escaped(cause)}\\\n**Fix:** ${escaped(fix)}`].join("\n\n");

const quoted = (messages) => messages.map((says) => `> ${escaped(says)}`).join("\\\n");

/** Names that Markdown would take for emphasis or HTML. */
const escaped = (text) => text.replace(/[_<$*]/g, "\\$&");

function explained(source) {
  return `## What explain adds

\`explain\` has \`consequences\`: what whoever holds the token can do by editing it. The most dangerous come first.

${table("code", "what it says", consequencesIn(source))}

It also has \`hints\`. Each was tested, none is a guess. The codes above that speak of a field or a time occur among the hints too.

${table("hint", "what it means", Object.entries(HINTS))}`;
}

/** The code and the message of each consequence, as Rust has them. */
function consequencesIn(source) {
  const text = source.replace(/\\\n\s*/g, "");
  return [...text.matchAll(/"([a-z]+(?:_[a-z]+)+)",\s*(?:Some\("\w+"\)|None),\s*"([^"]+)"/g)].map(([, code, message]) => [code, message]);
}

const table = (...columns) => {
  const rows = columns.pop();
  return [`| ${columns.join(" | ")} |`, "| --- | --- |", ...rows.map(([code, text]) => `| \`${code}\` | ${text} |`)].join("\n");
};
