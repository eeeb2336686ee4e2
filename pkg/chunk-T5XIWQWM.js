import {
  provide
} from "./chunk-D2BJPLF7.js";

// js/entries/module-edge-light.js
import module from "./fogbender_token.wasm?module";
provide(() => module);
