import {
  provide
} from "./chunk-X3KPV6FI.js";

// js/entries/module-workerd.js
import module from "./fogbender_token.wasm";
provide(() => module);
