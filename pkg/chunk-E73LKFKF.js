import {
  provide
} from "./chunk-KWEIPSYF.js";

// js/entries/module-workerd.js
import module from "./fogbender_token.wasm";
provide(() => module);
