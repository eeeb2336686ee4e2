import * as lib from "fogbender-token";
import { run } from "../suite.js";

const entry = import.meta.resolve("fogbender-token");
console.log(JSON.stringify({ runtime: `Node ${process.version}, import`, entry, ...(await run(lib)) }));
