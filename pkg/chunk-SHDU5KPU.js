import {
  provide
} from "./chunk-WDOCNPPF.js";

// js/entries/module-edge-light.js
import module from "./fogbender_token.wasm?module";
provide(() => module);
