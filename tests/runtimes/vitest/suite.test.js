import * as lib from "fogbender-token";
import { expect, test } from "vitest";
import { version } from "vitest/package.json";
import { run } from "../suite.js";

test("the suite", async () => {
  const result = await run(lib);
  console.log(JSON.stringify({ runtime: `Vitest ${version}`, entry: import.meta.resolve("fogbender-token"), ...result }));
  expect(result.failures).toEqual([]);
}, 60_000);
