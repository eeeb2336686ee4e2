import {
  provide
} from "./chunk-44MKYPH6.js";

// js/entries/module-edge-light.js
import module from "./fogbender_token.wasm?module";
provide(() => module);
