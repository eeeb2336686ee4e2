import {
  provide
} from "./chunk-KP3SFB2O.js";

// js/entries/module-workerd.js
import module from "./fogbender_token.wasm";
provide(() => module);
