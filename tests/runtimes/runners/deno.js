import * as lib from "fogbender-token";
import { run } from "../suite.js";

const entry = import.meta.resolve("fogbender-token");
const result = await run(lib);
// A permission that the command line gave would hide that the package needs it.
for (const name of ["read", "write", "net", "env", "run", "sys", "ffi"]) {
  const { state } = await Deno.permissions.query({ name });
  if (state === "granted") result.failures.push({ name: "runs without permissions", message: `${name} is granted` });
}
console.log(JSON.stringify({ runtime: `Deno ${Deno.version.deno}, no permissions`, entry, ...result }));
