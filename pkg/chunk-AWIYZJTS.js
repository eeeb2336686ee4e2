import {
  provide
} from "./chunk-6ZA3P5AZ.js";

// js/entries/module-edge-light.js
import module from "./fogbender_token.wasm?module";
provide(() => module);
