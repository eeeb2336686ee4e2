import {
  provide
} from "./chunk-L5VYZ3N3.js";

// js/entries/module-workerd.js
import module from "./fogbender_token.wasm";
provide(() => module);
