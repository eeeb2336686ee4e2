/** @import { Command } from "./commands.js" */
import { COMMANDS } from "./commands.js";
import { columns, paragraph } from "./terminal.js";

const END = `
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

const EVERYWHERE = [
  ["--json", "JSON on a terminal too"],
  ["--help", "this help, or that of one command"],
  ["--version", ""],
];

/**
 * What --help prints: for one command, or for all.
 * @param {string} [name]
 */
export function help(name) {
  const lines = name === undefined ? all() : one(name, COMMANDS[name]);
  return `${lines.join("\n")}\n`;
}

function all() {
  const commands = Object.entries(COMMANDS).map(([name, { summary }]) => [name, summary]);
  return [
    "Sign, verify and explain Fogbender tokens. Check your endpoint, and what you ship.",
    "",
    "Usage: fogbender-token <command> [options] [FILE]",
    "",
    ...columns(commands, { indent: 2 }),
    "",
    ...columns(EVERYWHERE, { indent: 2 }),
    END.trimEnd(),
  ];
}

/**
 * @param {string} name
 * @param {Command<never>} command
 */
function one(name, { summary, operands = "[FILE]", options }) {
  const rows = Object.entries(options).map(([option, { takes, about }]) => [`--${option}${takes === undefined ? "" : ` ${takes}`}`, about]);
  return [
    ...paragraph(`${name}: ${summary}`, 0),
    "",
    `Usage: fogbender-token ${name} [options] ${operands}`.trimEnd(),
    "",
    ...columns([...rows, EVERYWHERE[0]], { indent: 2 }),
  ];
}
