import {
  provide
} from "./chunk-44MKYPH6.js";

// js/entries/module-workerd.js
import module from "./fogbender_token.wasm";
provide(() => module);
