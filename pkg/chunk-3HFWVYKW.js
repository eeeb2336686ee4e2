import {
  provide
} from "./chunk-6ZA3P5AZ.js";

// js/entries/module-workerd.js
import module from "./fogbender_token.wasm";
provide(() => module);
