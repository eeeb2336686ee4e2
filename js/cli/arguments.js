import { parseArgs } from "node:util";
/**
 * @import { Command } from "./commands.js"
 * @import { ParseArgsConfig } from "node:util"
 * @typedef {NonNullable<ParseArgsConfig["options"]>} OptionsConfig
 */
import { shownName } from "../core/kinds.js";

/** A command line that is wrong, said in whole sentences. Its exit status is 2. */
export class UsageError extends Error {}

/**
 * What stands behind a command's name.
 * @param {Command<never>} command
 * @param {string} name
 * @param {string[]} args
 * @returns {{ operands: string[], options: Record<string, unknown>, json: boolean, help: boolean }}
 */
export function readArguments(command, name, args) {
  /** @type {OptionsConfig} */
  const config = { json: { type: "boolean" }, help: { type: "boolean", short: "h" } };
  for (const [option, { takes, multiple }] of Object.entries(command.options)) {
    config[option] = { type: takes === undefined ? "boolean" : "string", multiple: multiple === true };
  }
  const { values, positionals } = parse(args, config, name);
  const { json, help, ...given } = values;
  if (!help) checkOperands(command, name, positionals);
  const options = Object.entries(given).map(([option, value]) => {
    const { read } = command.options[option];
    return [camelCase(option), read === undefined ? value : read(/** @type {string} */ (value))];
  });
  return { operands: positionals, options: Object.fromEntries(options), json: json === true, help: help === true };
}

/**
 * @param {string[]} args
 * @param {OptionsConfig} options
 * @param {string} name
 */
function parse(args, options, name) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(wrongOption(error, args, options, name));
  }
}

/**
 * parseArgs repeats what was typed, which may be a secret: only names that exist or are short are said.
 * @param {unknown} error
 * @param {string[]} args
 * @param {OptionsConfig} options
 * @param {string} name
 */
function wrongOption(error, args, options, name) {
  const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
  const names = args.filter((arg) => /^-./.test(arg)).map((arg) => arg.split("=")[0]);
  const unknown = names.find((arg) => !Object.hasOwn(options, arg.replace(/^--?/, "")) && arg !== "-h");
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" && unknown !== undefined) return `${name} has no option ${shownName(unknown)}.`;
  const known = /--[a-z-]+/.exec(message)?.[0];
  if (known === undefined) return "An option is wrong.";
  if (options[known.slice(2)]?.type === "boolean") return `${known} takes no value. Leave the value out.`;
  return `${known} needs a value. If the value begins with -, write ${known}=VALUE.`;
}

/**
 * @param {Command<never>} command
 * @param {string} name
 * @param {string[]} given
 */
function checkOperands({ operands = "[FILE]" }, name, given) {
  if (operands === "" && given.length > 0) throw new UsageError(`${name} takes no argument.`);
  if (operands === "[FILE]" && given.length > 1) throw new UsageError(`${name} takes one file. Without a file, it reads standard input.`);
  if (operands === "URL" && given.length !== 1) throw new UsageError(`${name} takes one URL.`);
  if (operands === "PATH…" && given.length === 0) throw new UsageError(`${name} takes one path or more.`);
}

/** @param {string} name */
const camelCase = (name) => name.replace(/-./g, ([, letter]) => letter.toUpperCase());

/**
 * A number as it was typed; what is none is left for the package to refuse, with the option's name.
 * @param {string} value
 */
export const readNumber = (value) => (value.trim() === "" ? NaN : Number(value));
