// Measured by the runtime itself, for Deno and Bun. The argument is the pace, as JSON; what it finds is printed.
import { measure, ratios } from "../measure.js";
import { tasks } from "./tasks.js";

const pace = JSON.parse(process.argv[2]);
const found = {};
for (const [task, batches] of Object.entries(await tasks())) found[task] = ratios(await measure(batches, pace), "fogbender-token");
console.log(JSON.stringify(found));
