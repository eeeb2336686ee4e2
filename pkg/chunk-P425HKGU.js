import {
  provide
} from "./chunk-SQVRM5YJ.js";

// js/entries/module-edge-light.js
import module from "./fogbender_token.wasm?module";
provide(() => module);
