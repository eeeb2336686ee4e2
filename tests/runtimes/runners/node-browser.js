// What a bundler for browsers gets, run in Node: node --conditions=browser.
import * as lib from "fogbender-token";
import { runInBrowser } from "../suite.js";

const entry = import.meta.resolve("fogbender-token");
console.log(JSON.stringify({ runtime: `Node ${process.version}, browser condition`, entry, ...(await runInBrowser(lib)) }));
