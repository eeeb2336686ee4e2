import {
  provide
} from "./chunk-AKS7OEH3.js";

// js/entries/module-edge-light.js
import module from "./fogbender_token.wasm?module";
provide(() => module);
