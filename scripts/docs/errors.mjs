// docs/errors.md: each code of the package, with what its message says, its cause and its fix.
import { GROUPS } from "../../js/core/help.js";
import { HINTS } from "./hints.mjs";

const INTRO = `# Errors

<!-- Written by scripts/docs.mjs from js/core/help.js. Change that, and run it. -->

Every refusal is a \`FogbenderTokenError\`. It has a \`code\` that stays the same between versions, the \`field\`, a \`message\` that says what
is wrong and what to do, and \`problems\`: everything that is wrong with the input, at once. No secret and no JWT is ever in it.

\`\`\`js
try {
  signer.token(identity, { widgetId });
} catch (error) {
  if (!(error instanceof FogbenderTokenError)) throw error;
  console.error(error.code, error.field, error.message);
  console.error(error.help); // { cause, fix, page }, as below; in Node, Bun and Deno
}
\`\`\`

In Rust, \`error.problems()\` has the same codes. In the messages below, … stands for what varies.`;

export function errorsPage(consequences) {
  const sections = Object.entries(GROUPS).map(([title, codes]) => [`## ${title}`, ...Object.entries(codes).map(entry)].join("\n\n"));
  return [INTRO, contents(), ...sections, explained(consequences)].join("\n\n") + "\n";
}

const TITLES = [...Object.keys(GROUPS), "What explain adds"];

const contents = () => TITLES.map((title) => `- [${title}](#${slug(title)})`).join("\n");

/** A heading's anchor, as GitHub makes it. */
const slug = (title) =>
  title
    .toLowerCase()
    .replace(/[^\w\- ]/g, "")
    .replaceAll(" ", "-");

const entry = ([code, { says, cause, fix }]) =>
  [`### ${code}`, `> ${escaped(says)}`, `**Cause:** ${escaped(cause)}\\\n**Fix:** ${escaped(fix)}`].join("\n\n");

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
