#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import "../entries/inlined.js";
import { createToken, decodeUserJWT, explainToken, signUserJWT, verifyUserJWT } from "../entries/api.js";
import { failure, FogbenderTokenError } from "../core/error.js";
import { within } from "../core/values.js";
import { begin, rust, written } from "../core/wasm.js";

const HELP = `Sign, verify and explain Fogbender tokens.

Usage: fogbender-token <command> [options] < input

  sign      identity in, {"userJWT": …} out
  token     identity in, the token that FogbenderSimpleWidget takes out
  verify    userJWT in, its claims out
  decode    userJWT in, its header and claims out, NOT verified
  explain   token in, what Fogbender would decide and why out
  secret    a fresh secret for local work (production's is in Fogbender's settings)

Input is JSON on standard input; verify and decode take a bare userJWT as well, or any object that has one.
Output is JSON on standard output. Errors go to standard error, one line each: code, field, what to do.
The secret is read from the environment variable FOGBENDER_SECRET, never from an argument, which others could see.
decode needs none; explain does without, and then cannot check the signature.

Options
  --widget-id ID                 token: the workspace's widgetId, required
  --expires-in-seconds N         sign, token: the userJWT's exp, counted from its iat
  --not-before-seconds N         sign, token: the userJWT's nbf, counted from its iat
  --issued-at N|false            sign, token: the userJWT's iat, in seconds since 1970; false leaves it out (default: now)
  --now N                        verify, explain: the time to judge by, in seconds since 1970 (default: now)
  --clock-tolerance-seconds N    verify, explain: by how much clocks may differ (default: 0)
  --help, --version

Exit status
  0  done; for explain: accepted
  1  refused, with a code
  2  the command line was wrong
  3  explain: unknown, because no secret was given

Example: sign Alice in, then see what becomes of her token when she edits it
  export FOGBENDER_SECRET=$(fogbender-token secret)
  echo '{"userId":"U1","customerId":"C1","customerName":"Netflix","userEmail":"alice@netflix.com","userName":"Alice"}' |
    fogbender-token token --widget-id dzAwNjg4NDY0NjI4NzgyNDY5MTIw | sed 's/U1/U2/' | fogbender-token explain
`;

const SIGNING = ["expires-in-seconds", "not-before-seconds", "issued-at"];
const VERIFYING = ["now", "clock-tolerance-seconds"];

/** What each command takes and does. */
const COMMANDS = {
  sign: { options: SIGNING, run: (text, options) => ({ userJWT: signUserJWT(parse(text), secret(), options) }) },
  token: { options: ["widget-id", ...SIGNING], run: (text, options) => createToken(parse(text), { ...options, secret: secret() }) },
  verify: { options: VERIFYING, run: (text, options) => verifyUserJWT(userJWT(text), secret(), options) },
  decode: { options: [], run: (text) => decodeUserJWT(userJWT(text)) },
  explain: { options: VERIFYING, run: (text, options) => explainToken(parse(text), secret(), options) },
  secret: { options: [], run: undefined },
};

class UsageError extends Error {}

const secret = () => process.env.FOGBENDER_SECRET;

function parse(text) {
  const length = begin(within("input", text));
  written(rust.check_object(length));
  return JSON.parse(text);
}

function userJWT(text) {
  return text.startsWith("{") ? parse(text).userJWT : text;
}

function readArguments(args) {
  const names = [...new Set(Object.values(COMMANDS).flatMap((command) => command.options))];
  const options = Object.fromEntries([
    ...names.map((name) => [name, { type: "string" }]),
    ["help", { type: "boolean", short: "h" }],
    ["version", { type: "boolean" }],
  ]);
  if (args.some((arg) => arg.startsWith("--secret"))) {
    throw new UsageError("the secret is read from FOGBENDER_SECRET alone; an argument shows in process lists and histories");
  }
  let parsed;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    // parseArgs quotes an argument only where it names an option.
    throw new UsageError(error.message.split(".")[0]);
  }
  const [name, ...rest] = parsed.positionals;
  const { help, version, ...given } = parsed.values;
  if (help || version) return { help, version };
  if (name === undefined) throw new UsageError("no command");
  if (!Object.hasOwn(COMMANDS, name)) throw new UsageError("no such command");
  if (rest.length > 0) throw new UsageError(`${name} takes its input from standard input, not as an argument`);
  const foreign = Object.keys(given).find((option) => !COMMANDS[name].options.includes(option));
  if (foreign !== undefined) throw new UsageError(`${name} has no option --${foreign}`);
  return { name, options: Object.fromEntries(Object.entries(given).map(readOption)) };
}

function readOption([name, value]) {
  const camelCase = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  if (name === "widget-id") return [camelCase, value];
  if (name === "issued-at" && value === "false") return [camelCase, false];
  return [camelCase, value.trim() === "" ? NaN : Number(value)];
}

async function readInput() {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)).trim();
  } catch (cause) {
    throw failure("not_an_object", "input", "The input is not UTF-8.", cause);
  }
}

async function main(args) {
  const { name, options, help, version } = readArguments(args);
  if (help) return void process.stdout.write(HELP);
  if (version) {
    return void console.log(JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")).version);
  }
  if (name === "secret") {
    return void console.log(Buffer.from(crypto.getRandomValues(new Uint8Array(24))).toString("base64"));
  }
  const result = COMMANDS[name].run(await readInput(), options);
  console.log(JSON.stringify(result));
  if (name === "explain") process.exitCode = { accepted: 0, refused: 1, unknown: 3 }[result.verdict];
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof FogbenderTokenError) {
    for (const { code, field, message } of error.problems) console.error(`${code}${field ? ` ${field}` : ""}: ${message}`);
    process.exitCode = 1;
  } else if (error instanceof UsageError) {
    console.error(`usage: ${error.message}; see fogbender-token --help`);
    process.exitCode = 2;
  } else throw error;
}
