#!/usr/bin/env node
/** @import { Result } from "./commands.js" */
import { readFileSync } from "node:fs";
import "../entries/inlined.js";
import { FogbenderTokenError } from "../core/error.js";
import { shownName } from "../core/kinds.js";
import { readArguments, UsageError } from "./arguments.js";
import { COMMANDS } from "./commands.js";
import { help } from "./help.js";
import { json, problemLine, shown } from "./terminal.js";

/** @param {string[]} args */
async function main([name, ...args]) {
  if (name === "--help" || name === "-h") return process.stdout.write(help());
  if (name === "--version") return console.log(version());
  if ([name, ...args].some((arg) => arg?.startsWith("--secret"))) {
    throw new UsageError("The secret must not be an argument, because others can see arguments. Set FOGBENDER_SECRET.");
  }
  if (name === undefined) throw new UsageError("No command was given.");
  if (!Object.hasOwn(COMMANDS, name)) throw new UsageError(`There is no command ${shownName(name)}.`);
  const given = readArguments(COMMANDS[name], name, args);
  if (given.help) return process.stdout.write(help(name));
  const result = await COMMANDS[name].run({ ...given, options: /** @type {never} */ (given.options) });
  print(result, given.json);
  process.exitCode = result.status ?? 0;
}

const version = () => JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")).version;

/**
 * @param {Result} result
 * @param {boolean} asJSON
 */
function print({ value, lines, plain }, asJSON) {
  if (plain !== undefined) console.log(plain);
  else if (!process.stdout.isTTY) console.log(json(value));
  else console.log(lines === undefined || asJSON ? json(value, 2) : lines.join("\n"));
}

/** @param {unknown} error */
function fail(error) {
  if (error instanceof FogbenderTokenError) {
    for (const problem of error.problems) console.error(problemLine(problem));
    process.exitCode = 1;
  } else if (error instanceof UsageError) {
    console.error(`usage: ${shown(error.message)} See fogbender-token --help.`);
    process.exitCode = 2;
  } else {
    for (const line of String(error instanceof Error ? error.stack : error).split("\n")) console.error(shown(line));
    process.exitCode = 1;
  }
}

// Whoever reads the output, such as head, may stop before its end.
process.stdout.on("error", (/** @type {NodeJS.ErrnoException} */ error) => process.exit(error.code === "EPIPE" ? process.exitCode : 1));

main(process.argv.slice(2)).catch(fail);
