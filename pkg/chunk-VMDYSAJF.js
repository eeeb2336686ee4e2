import {
  provide
} from "./chunk-J2WD3STV.js";

// js/entries/module-workerd.js
import module from "./fogbender_token.wasm";
provide(() => module);
