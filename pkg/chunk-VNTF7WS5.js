import {
  provide
} from "./chunk-L5VYZ3N3.js";

// js/entries/module-edge-light.js
import module from "./fogbender_token.wasm?module";
provide(() => module);
