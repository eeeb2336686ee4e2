// Calls every export of the program: each answers 1 when it saw what it should.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

const { module, instance } = await WebAssembly.instantiate(await readFile(process.argv[2]));
assert.deepEqual(WebAssembly.Module.imports(module), []);
const calls = ["with_times", "signing_without_a_time", "verifying_without_a_time", "explaining_without_a_time"];
for (const call of calls) assert.equal(instance.exports[call](), 1, call);
console.log(`wasm-consumer: ${calls.length} calls without a trap, without imports`);
