import {
  provide
} from "./chunk-2W7WQ2OW.js";

// js/entries/module-workerd.js
import module from "./fogbender_token.wasm";
provide(() => module);
