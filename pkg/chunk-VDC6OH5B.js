import {
  provide
} from "./chunk-2W7WQ2OW.js";

// js/entries/module-edge-light.js
import module from "./fogbender_token.wasm?module";
provide(() => module);
