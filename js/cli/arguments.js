import { parseArgs } from "node:util";
import { shownName } from "../core/kinds.js";

/** A command line that is wrong, said in whole sentences. Its exit status is 2. */
export class UsageError extends Error {}

/**
 * What stands behind a command's name.
 * @param {import("./commands.js").Command} command
 * @param {string} name
 * @param {string[]} args
 * @returns {{ operands: string[], options: Record<string, any>, json: boolean, help: boolean }}
 */
export function readArguments(command, name, args) {
  const config = { json: { type: "boolean" }, help: { type: "boolean", short: "h" } };
  for (const [option, { takes, multiple }] of Object.entries(command.options)) {
    config[option] = { type: takes === undefined ? "boolean" : "string", multiple: multiple === true };
  }
  const { values, positionals } = parse(args, config, name);
  const { json = false, help = false, ...given } = values;
  if (!help) checkOperands(command, name, positionals);
  const options = Object.entries(given).map(([option, value]) => [camelCase(option), (command.options[option].read ?? asItIs)(value)]);
  return { operands: positionals, options: Object.fromEntries(options), json, help };
}

function parse(args, options, name) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(wrongOption(error, args, options, name));
  }
}

/** parseArgs repeats what was typed, which may be a secret: only names that exist or are short are said. */
function wrongOption(error, args, options, name) {
  const names = args.filter((arg) => /^-./.test(arg)).map((arg) => arg.split("=")[0]);
  const unknown = names.find((arg) => !Object.hasOwn(options, arg.replace(/^--?/, "")) && arg !== "-h");
  if (error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" && unknown !== undefined) return `${name} has no option ${shownName(unknown)}.`;
  const known = /--[a-z-]+/.exec(error.message)?.[0];
  if (known === undefined) return "An option is wrong.";
  if (options[known.slice(2)]?.type === "boolean") return `${known} takes no value. Leave the value out.`;
  return `${known} needs a value. If the value begins with -, write ${known}=VALUE.`;
}

function checkOperands({ operands = "[FILE]" }, name, given) {
  if (operands === "" && given.length > 0) throw new UsageError(`${name} takes no argument.`);
  if (operands === "[FILE]" && given.length > 1) throw new UsageError(`${name} takes one file. Without a file, it reads standard input.`);
  if (operands === "URL" && given.length !== 1) throw new UsageError(`${name} takes one URL.`);
  if (operands === "PATH…" && given.length === 0) throw new UsageError(`${name} takes one path or more.`);
}

const camelCase = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const asItIs = (value) => value;

/** A number as it was typed; what is none is left for the package to refuse, with the option's name. */
export const readNumber = (value) => (value.trim() === "" ? NaN : Number(value));
