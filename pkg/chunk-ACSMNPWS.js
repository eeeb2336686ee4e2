import {
  provide
} from "./chunk-KP3SFB2O.js";

// js/entries/module-edge-light.js
import module from "./fogbender_token.wasm?module";
provide(() => module);
