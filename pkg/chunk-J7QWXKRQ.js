import {
  provide
} from "./chunk-AKS7OEH3.js";

// js/entries/module-workerd.js
import module from "./fogbender_token.wasm";
provide(() => module);
