import {
  provide
} from "./chunk-SQVRM5YJ.js";

// js/entries/module-workerd.js
import module from "./fogbender_token.wasm";
provide(() => module);
