import {
  provide
} from "./chunk-BWYVY67L.js";

// js/entries/module-workerd.js
import module from "./fogbender_token.wasm";
provide(() => module);
