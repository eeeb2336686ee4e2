import {
  provide
} from "./chunk-YZ544LV7.js";

// js/entries/module-edge-light.js
import module from "./fogbender_token.wasm?module";
provide(() => module);
