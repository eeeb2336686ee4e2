import {
  provide
} from "./chunk-J2WD3STV.js";

// js/entries/module-edge-light.js
import module from "./fogbender_token.wasm?module";
provide(() => module);
