import {
  provide
} from "./chunk-X3KPV6FI.js";

// js/entries/module-edge-light.js
import module from "./fogbender_token.wasm?module";
provide(() => module);
