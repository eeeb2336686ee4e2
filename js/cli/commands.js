import { audit } from "./commands/audit.js";
import { decode } from "./commands/decode.js";
import { doctor } from "./commands/doctor.js";
import { explain } from "./commands/explain.js";
import { fingerprint } from "./commands/fingerprint.js";
import { secret } from "./commands/secret.js";
import { sign } from "./commands/sign.js";
import { standIn } from "./commands/stand-in.js";
import { token } from "./commands/token.js";
import { verify } from "./commands/verify.js";

/**
 * A command is one file in commands/ and one line here.
 * @template {object} Options
 * @typedef {object} Command
 * @property {string} summary what goes in and what comes out, for --help
 * @property {"" | "[FILE]" | "URL" | "PATH…"} [operands] what stands behind its name; default: `[FILE]`
 * @property {Record<string, Option>} options
 * @property {(given: { operands: string[], options: Options, json: boolean }) => Result | Promise<Result>} run
 */

/**
 * An option without `takes` is a switch.
 * @typedef {{ about: string, takes?: string, multiple?: boolean, read?: (value: string) => unknown }} Option
 *
 * What a command found: `value` is printed as JSON; on a terminal `lines` are printed instead, where there are some.
 * `plain` is one line that is printed as it is, in a pipe too. `status` is the exit status; default: 0.
 * @typedef {{ value?: unknown, lines?: string[], plain?: string, status?: number }} Result
 */

/** @type {Record<string, Command<never>>} */
export const COMMANDS = { sign, token, verify, decode, explain, secret, fingerprint, "stand-in": standIn, doctor, audit };
