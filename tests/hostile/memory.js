// The package hides its linear memory, so the making of instances is watched. To be imported before the package.

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
/** Collects garbage, without a flag on the command line. */
export const gc = runInNewContext("gc");

/** The exports of every instance that was made since, in their order. */
export const instances = [];

WebAssembly.Instance = class extends WebAssembly.Instance {
  constructor(...args) {
    super(...args);
    instances.push(this.exports);
  }
};
