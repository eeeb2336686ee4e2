// Where this machine has Chromium or Chrome: CHROMIUM says it, or else it is looked for. As a program: prints it.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MACOS = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

const onPath = process.env.PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));

/** The program's path; `undefined` where there is none. */
export const executablePath = process.env.CHROMIUM || [...onPath, ...MACOS].find((file) => existsSync(file));

if (import.meta.filename === process.argv[1]) console.log(executablePath ?? "");
