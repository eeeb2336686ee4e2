import {
  provide
} from "./chunk-QS6UDLVL.js";

// js/entries/module-workerd.js
import module from "./fogbender_token.wasm";
provide(() => module);
